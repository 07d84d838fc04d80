// Calls that coroutines await, without another library.
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <usagekit/coroutine.hpp>
#include <usagekit/wiremock/client.hpp>

#include "error_of.hpp"
#include "eventual.hpp"
#include "journal.hpp"
#include "stopped_call.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
using wiremock::Client;
using wiremock::SubscriptionId;
using wiremock::Usage;

namespace {

constexpr auto token = "mock-api-key";
constexpr auto late = R"("status":200,"fixedDelayMilliseconds":3000)";

Client client_of(const WireMockHost& host, ClientOptions options = {}) {
    options.base_url = host.base_url();
    options.retry.attempts = 1;
    return Client{ApiToken{token}, options};
}

Error error_of(const Result<Usage>& result) { return ::error_of(result, token); }

Eventual<Result<Usage>> usage_of(const Client& client, SubscriptionId id) { co_return co_await client.usage(id); }

Eventual<Result<Usage>> usage_by(Call<Usage> call) { co_return co_await std::move(call); }

Eventual<Result<Usage>> stoppable_usage(Call<Usage> call, std::stop_token stop) {
    co_return co_await with_stop(std::move(call), stop);
}

Eventual<std::thread::id> thread_after(const Client& client) {
    static_cast<void>(co_await client.self());
    co_return std::this_thread::get_id();
}

/// Each step asks for what the one before has found.
Eventual<Result<Usage>> usage_step_by_step(const Client& client) {
    const auto user = co_await client.self();
    if (!user) co_return user.error();
    const auto organisation = co_await client.organisation(user.value().links.organisation->id().value());
    if (!organisation) co_return organisation.error();
    co_return co_await client.usage(organisation.value().links.subscription->id().value());
}

/// The coroutine has the only client.
Eventual<Result<Usage>> usage_of_own_client(std::string base_url) {
    std::optional<Client> client(std::in_place, ApiToken{token}, ClientOptions{.base_url = std::move(base_url)});
    auto usage = co_await client->usage(SubscriptionId{"qmr8z"});
    client.reset();
    co_return usage;
}

}  // namespace

TEST_CASE("a coroutine gets the result of the call that it awaits") {
    const auto client = client_of(fresh_host());
    CHECK(usage_of(client, SubscriptionId{"qmr8z"}).get().value().stub_called_count == 22309);
}

TEST_CASE("a coroutine gets an error as a value: of the service, of a refused call and of one that was sent already") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    CHECK(error_of(usage_of(client, SubscriptionId{"nosuch"}).get()).kind == ErrorKind::not_found);
    CHECK(error_of(usage_of(client, SubscriptionId{".."}).get()).kind == ErrorKind::invalid_request);
    CHECK(host.journal().size() == 1);

    auto sent = client.my_usage();
    CHECK(std::move(sent).get());
    auto told = usage_by(std::move(sent));  // at once, on this thread, where the awaiter ends before its `then` returns
    REQUIRE(told.is_ready());
    CHECK(error_of(told.get()).message.find("sent already") != std::string::npos);
}

TEST_CASE("coroutines go on on one thread, that of their client's transport") {
    const auto client = client_of(fresh_host());
    const auto thread = thread_after(client).get();
    CHECK(thread != std::this_thread::get_id());
    CHECK(thread_after(client).get() == thread);
    CHECK(thread_after(client_of(fresh_host())).get() != thread);
}

TEST_CASE("a coroutine awaits one call after the other") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    CHECK(usage_step_by_step(client).get().value().id == wiremock::UsageId{"kl1g9"});
    CHECK(urls(host.journal()).back() == "/v1/subscriptions/qmr8z/usage");
}

TEST_CASE("many coroutines await calls at once, and each gets its own result") {
    auto& host = fresh_host();
    host.stub(stub(R"("method":"GET","urlPathPattern":"/v1/subscriptions/slow[0-9]+/usage")",
                   R"("status":404,"fixedDelayMilliseconds":300,"transformers":["response-template"],)"
                   R"("headers":{"X-Request-Id":"{{request.pathSegments.[2]}}"})"));
    const auto client = client_of(host);
    const auto start = std::chrono::steady_clock::now();
    std::vector<Eventual<Result<Usage>>> usages;
    for (int i = 0; i < 60; ++i) usages.push_back(usage_of(client, SubscriptionId{"slow" + std::to_string(i)}));
    for (int i = 0; i < 60; ++i) {
        CHECK(error_of(usages[static_cast<std::size_t>(i)].get()).request_id == "slow" + std::to_string(i));
    }
    CHECK(std::chrono::steady_clock::now() - start < 60 * 300ms / 2);
}

TEST_CASE("a stop ends the call that a coroutine awaits, by whichever of the two ways it is requested") {
    auto& host = fresh_host();
    host.stub(stub(get_of("/v1/subscriptions/qmr8z/usage"), late));
    const auto client = client_of(host);
    const SubscriptionId id{"qmr8z"};
    std::stop_source other;
    const auto by_argument = [&](std::stop_token stop) {
        return error_of(stoppable_usage(client.usage(id), std::move(stop)).get());
    };
    const auto by_argument_of_two = [&](std::stop_token stop) {
        return error_of(stoppable_usage(client.usage(id, {.stop = other.get_token()}), std::move(stop)).get());
    };
    const auto by_option = [&](std::stop_token stop) {
        return error_of(stoppable_usage(client.usage(id, {.stop = std::move(stop)}), other.get_token()).get());
    };
    CHECK(stopped(by_argument).kind == ErrorKind::cancelled);
    CHECK(stopped(by_argument_of_two).kind == ErrorKind::cancelled);
    CHECK(stopped(by_option).kind == ErrorKind::cancelled);
}

TEST_CASE("a stop after the end changes nothing") {
    const auto client = client_of(fresh_host());
    std::stop_source source;
    auto usage = stoppable_usage(client.my_usage(), source.get_token());
    auto result = usage.get();
    source.request_stop();
    CHECK(result);
    CHECK(client.my_usage().get());
}

TEST_CASE("a coroutine that awaits a call goes on with cancelled when the client is destroyed") {
    auto& host = fresh_host();
    host.stub(stub(get_of("/v1/subscriptions/qmr8z/usage"), late));
    std::optional<Client> client(client_of(host));
    auto sent = usage_of(*client, SubscriptionId{"qmr8z"});
    while (host.journal().empty() && !sent.is_ready()) std::this_thread::sleep_for(10ms);
    auto not_sent = usage_of(*client, SubscriptionId{"qmr8z"});
    client.reset();
    CHECK(sent.is_ready());
    CHECK(not_sent.is_ready());
    CHECK(error_of(sent.get()).kind == ErrorKind::cancelled);
    CHECK(error_of(not_sent.get()).kind == ErrorKind::cancelled);
}

TEST_CASE("a coroutine may destroy the last client") {
    auto& host = fresh_host();
    for (int i = 0; i < 20; ++i) {
        CHECK(usage_of_own_client(host.base_url()).get().value().stub_called_count == 22309);
    }
}
