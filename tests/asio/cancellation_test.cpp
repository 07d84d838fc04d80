// What ends a call before its time: a stop token, and the cancellation slots that Boost has from 1.77 on.
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <doctest/doctest.h>

#include "service.hpp"
#include "stopped_call.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using wiremock::Usage;

TEST_CASE("the stop token of a call ends it") {
    const auto client = client_of(silent_host());
    CHECK(stopped([&](std::stop_token stop) {
              asio::io_context io;
              std::optional<UsageResult> result;
              async_get(client.usage(subscription, {.stop = std::move(stop)}),
                        asio::bind_executor(io, [&](UsageResult given) { result.emplace(std::move(given)); }));
              io.run();
              return error_of(result.value());
          }).kind
          == ErrorKind::cancelled);
}

#if __has_include(<boost/asio/bind_cancellation_slot.hpp>)

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/steady_timer.hpp>

namespace {

constexpr asio::cancellation_type types[] = {asio::cancellation_type::terminal, asio::cancellation_type::partial,
                                             asio::cancellation_type::total, asio::cancellation_type::all};

/// A call whose handler has a cancellation slot.
class Cancellable {
public:
    explicit Cancellable(Call<Usage> call) {
        async_get(std::move(call),
                  asio::bind_cancellation_slot(signal_.slot(), asio::bind_executor(io_, [this](UsageResult given) {
                                                   result_.emplace(std::move(given));
                                               })));
    }

    /// Emits on the thread that runs the io_context, as it has to be.
    void cancel_later(asio::cancellation_type type) {
        asio::post(io_, [this, type] { signal_.emit(type); });
    }
    void cancel(asio::cancellation_type type) { signal_.emit(type); }

    UsageResult run() {
        io_.restart();
        io_.run();
        return result_.value();
    }

private:
    asio::io_context io_{};
    asio::cancellation_signal signal_{};
    std::optional<UsageResult> result_{};
};

/// The error of a call that is cancelled on its way.
Error cancelled_on_the_way(const std::function<Call<Usage>()>& call, asio::cancellation_type type) {
    return stopped([&](const std::stop_token& stop) {
        Cancellable cancellable(call());
        const std::stop_callback forward(stop, [&] { cancellable.cancel_later(type); });
        return error_of(cancellable.run());
    });
}

}  // namespace

TEST_CASE("cancellation of every type ends the call, within 0.1 s, as cancelled") {
    auto& host = silent_host();
    const auto client = client_of(host);
    for (const auto type : types) {
        const auto error = cancelled_on_the_way([&] { return client.usage(subscription); }, type);
        CHECK(error.message.starts_with("the caller stopped the call"));
    }
    CHECK(client.self().get());
}

TEST_CASE("cancellation ends a call that waits before its request is sent") {
    auto& host = fresh_host();
    const auto client = client_of(host, {.rate_limit = {.per_second = 0.05}});
    CHECK(client.usage(subscription).get());
    const auto error =
        cancelled_on_the_way([&] { return client.usage(subscription); }, asio::cancellation_type::terminal);
    CHECK(error.attempts == 0);
    CHECK(host.journal().size() == 1);
}

TEST_CASE("cancellation right after the start ends the call, and calls its handler once") {
    const auto client = client_of(silent_host());
    for (const auto type : types) {
        Cancellable cancellable(client.usage(subscription));
        cancellable.cancel(type);
        cancellable.cancel(type);
        CHECK(error_of(cancellable.run()).kind == ErrorKind::cancelled);
    }
}

TEST_CASE("cancellation after the end does nothing, neither before nor after the handler has run, nor later") {
    const auto client = client_of(fresh_host());
    Cancellable cancellable(client.my_usage());
    CHECK(cancellable.run());
    cancellable.cancel(asio::cancellation_type::all);
    CHECK(cancellable.run());
    std::optional<Cancellable> ended(std::in_place, client.my_usage());
    CHECK(ended->run());
    ended.reset();
    CHECK(client.my_usage().get());
}

TEST_CASE("cancellation of the type none does nothing") {
    const auto client = client_of(fresh_host());
    Cancellable cancellable(client.my_usage());
    cancellable.cancel(asio::cancellation_type::none);
    CHECK(cancellable.run());
}

TEST_CASE("the first of a group ends the others: a timer a call, and a call a timer") {
    using asio::experimental::make_parallel_group;
    using asio::experimental::wait_for_one;
    for (const bool is_silent : {true, false}) {
        const auto client = client_of(is_silent ? silent_host() : fresh_host());
        asio::io_context io;
        asio::steady_timer timer(io, is_silent ? 100ms : 60'000ms);
        std::optional<UsageResult> usage;
        std::optional<boost::system::error_code> waited;
        const auto take = [&](auto, UsageResult result, boost::system::error_code error) {
            usage.emplace(std::move(result));
            waited = error;
        };
        make_parallel_group(async_get(client.usage(subscription), asio::bind_executor(io, asio::deferred)),
                            timer.async_wait(asio::deferred))
            .async_wait(wait_for_one(), asio::bind_executor(io, take));
        io.run();
        REQUIRE(usage);
        CHECK(usage->has_value() == !is_silent);
        if (is_silent) CHECK(error_of(*usage).kind == ErrorKind::cancelled);
        CHECK(waited.value() == (is_silent ? boost::system::error_code() : asio::error::operation_aborted));
    }
}

#endif
