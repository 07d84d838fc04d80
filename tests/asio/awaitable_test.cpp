// Coroutines of Boost.Asio, where it has them for this compiler: clang 14 needs a newer Boost than 1.74.
#include <chrono>
#include <exception>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>

#include "service.hpp"
#include "stopped_call.hpp"

#ifdef BOOST_ASIO_HAS_CO_AWAIT

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#if __has_include(<boost/asio/bind_cancellation_slot.hpp>)
#include <boost/asio/bind_cancellation_slot.hpp>
#endif

using namespace usagekit;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::use_awaitable;
using wiremock::Client;
using wiremock::SubscriptionId;
using wiremock::Usage;

namespace {

asio::awaitable<void> take_usage(Call<Usage> call, std::optional<UsageResult>& result) {
    result.emplace(co_await async_get(std::move(call), use_awaitable));
}

/// The result that a coroutine gets; it must not be left by an exception.
UsageResult awaited(Call<Usage> call) {
    asio::io_context io;
    std::optional<UsageResult> result;
    std::exception_ptr thrown;
    asio::co_spawn(io, take_usage(std::move(call), result), [&](std::exception_ptr error) { thrown = error; });
    io.run();
    CHECK(!thrown);
    return result.value();
}

asio::awaitable<void> take_usage_step_by_step(const Client& client, std::optional<Usage>& usage) {
    const auto user = co_await async_get(client.self(), use_awaitable);
    const auto organisation =
        co_await async_get(client.organisation(user.value().links.organisation->id().value()), use_awaitable);
    const auto found =
        co_await async_get(client.usage(organisation.value().links.subscription->id().value()), use_awaitable);
    usage = found.value();
}

asio::awaitable<void> check_id(const Client& client, int number, int& right) {
    const SubscriptionId id{"slow" + std::to_string(number)};
    const auto usage = co_await async_get(client.usage(id), use_awaitable);
    if (!usage && usage.error().request_id == id.str()) ++right;
}

asio::awaitable<std::optional<UsageResult>> own_client(std::string base_url) {
    const Client client{ApiToken{usage_token}, {.base_url = std::move(base_url)}};
    co_return co_await async_get(client.my_usage(), use_awaitable);
}

asio::awaitable<void> hold(const Client& client, std::shared_ptr<int> held) {
    static_cast<void>(held);
    static_cast<void>(co_await async_get(client.usage(subscription), use_awaitable));
    FAIL("the coroutine went on");
}

}  // namespace

TEST_CASE("a coroutine of Asio gets the result, or the error as a value, and no exception") {
    const auto client = client_of(fresh_host());
    CHECK(awaited(client.my_usage()).value().stub_called_count == 22309);
    CHECK(error_of(awaited(client.usage(SubscriptionId{"nosuch"}))).kind == ErrorKind::not_found);
    CHECK(error_of(awaited(client.usage(SubscriptionId{""}))).kind == ErrorKind::invalid_request);
    CHECK(error_of(awaited(sent_already(client))).kind == ErrorKind::invalid_request);
}

TEST_CASE("a coroutine of Asio goes on on its strand") {
    const auto client = client_of(fresh_host());
    asio::thread_pool pool(2);
    auto strand = asio::make_strand(pool);
    const auto is_on_strand = [&]() -> asio::awaitable<bool> {
        static_cast<void>(co_await async_get(client.my_usage(), use_awaitable));
        co_return strand.running_in_this_thread();
    };
    CHECK(asio::co_spawn(strand, is_on_strand, asio::use_future).get());
}

TEST_CASE("a coroutine of Asio awaits one call after the other") {
    const auto client = client_of(fresh_host());
    asio::io_context io;
    std::optional<Usage> usage;
    asio::co_spawn(io, take_usage_step_by_step(client, usage), asio::detached);
    io.run();
    REQUIRE(usage);
    CHECK(usage->id == wiremock::UsageId{"kl1g9"});
}

TEST_CASE("many coroutines on one io_context await calls at once, and each gets its own result") {
    const auto client = client_of(slow_host());
    asio::io_context io;
    int right = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 100; ++i) asio::co_spawn(io, check_id(client, i, right), asio::detached);
    io.run();
    CHECK(right == 100);
    CHECK(std::chrono::steady_clock::now() - start < 100 * 300ms / 2);
}

TEST_CASE("a coroutine of Asio may own the last client") {
    auto& host = fresh_host();
    asio::thread_pool pool(1);
    for (int i = 0; i < 10; ++i) {
        CHECK(asio::co_spawn(pool, own_client(host.base_url()), asio::use_future).get().value());
    }
}

TEST_CASE("a coroutine of Asio goes on with cancelled when the client is destroyed") {
    std::optional<Client> client(client_of(silent_host()));
    asio::io_context io;
    std::optional<UsageResult> result;
    asio::co_spawn(io, take_usage(client->usage(subscription), result), asio::detached);
    io.run_for(100ms);
    CHECK(!result);
    client.reset();
    io.run();
    REQUIRE(result);
    CHECK(error_of(*result).kind == ErrorKind::cancelled);
}

TEST_CASE("a coroutine that awaits a call is destroyed with its io_context") {
    const auto client = client_of(silent_host());
    const auto alive = std::make_shared<int>();
    {
        asio::io_context io;
        asio::co_spawn(io, hold(client, alive), asio::detached);
        io.run_for(50ms);
        CHECK(alive.use_count() > 1);
    }
    CHECK(alive.use_count() == 1);
}

#if __has_include(<boost/asio/bind_cancellation_slot.hpp>)

TEST_CASE("cancellation of a coroutine ends the call that it awaits, and the coroutine gets the error") {
    const auto client = client_of(silent_host());
    const auto error = stopped([&](const std::stop_token& stop) {
        asio::io_context io;
        asio::cancellation_signal signal;
        std::optional<UsageResult> result;
        asio::co_spawn(io, take_usage(client.usage(subscription), result),
                       asio::bind_cancellation_slot(signal.slot(), asio::detached));
        const std::stop_callback forward(
            stop, [&] { asio::post(io, [&] { signal.emit(asio::cancellation_type::terminal); }); });
        io.run();
        return error_of(result.value());
    });
    CHECK(error.kind == ErrorKind::cancelled);
}

#endif
#endif
