// What is sent again, when, and how often, as WireMock's journal tells it.
#include <set>

#include <doctest/doctest.h>

#include <usagekit/measure/client.hpp>
#include <usagekit/testing/fake.hpp>
#include <usagekit/wiremock/client.hpp>

#include "dead_port.hpp"
#include "error_of.hpp"
#include "organisations.hpp"
#include "stopped_call.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto token = "mock-api-key";
const wiremock::SubscriptionId subscription{"qmr8z"};
const std::string any_request = R"("method":"ANY","urlPattern":"/.*")";
const std::string usage_answer = R"("status":200,"bodyFileName":"subscription-usage.json")";

/// Waits cost nothing and are kept; the time of day is that of this machine.
std::shared_ptr<FakeClock> clock_of_today() { return std::make_shared<FakeClock>(std::chrono::system_clock::now()); }

wiremock::Client client_of(const std::string& base_url, ClientOptions options = {}) {
    options.base_url = base_url;
    if (!options.clock) options.clock = clock_of_today();
    return wiremock::Client{ApiToken{token}, options};
}

void stub_sequence(WireMockHost& host, const std::string& request, const std::vector<std::string>& responses) {
    for (const auto& mapping : sequence(request, responses)) host.stub(mapping);
}

}  // namespace

TEST_CASE("fault 42: what failed for the moment is sent again until it succeeds, and the attempts are counted") {
    auto& host = fresh_host();
    struct Row {
        std::vector<std::string> responses;
        int attempts;
    };
    const Row rows[] = {{{R"("status":503)", R"("status":503)", usage_answer}, 3},
                        {{R"("fault":"CONNECTION_RESET_BY_PEER")", usage_answer}, 2}};
    for (const auto& row : rows) {
        host.reset();
        stub_sequence(host, any_request, row.responses);
        CallInfo info;
        CHECK(client_of(host.base_url()).usage(subscription, {.info = &info}).get());
        CHECK(info.attempts == row.attempts);
        CHECK(info.requests == row.attempts);
        CHECK(host.journal().size() == static_cast<std::size_t>(row.attempts));
    }
}

TEST_CASE("fault 17: a port where nobody listens is tried as often as the policy says") {
    const DeadPort dead;
    const auto client = client_of("http://127.0.0.1:" + std::to_string(dead.port()));
    const auto error = error_of(client.usage(subscription).get(), token);
    CHECK(error.kind == ErrorKind::network);
    CHECK(error.attempts == 3);
    CHECK(error_of(client.usage(subscription, {.retry = RetryPolicy{.attempts = 5}}).get(), token).attempts == 5);
}

TEST_CASE("fault 17: a budget that is spent ends the repetitions of all calls, and success opens it again") {
    auto& host = fresh_host();
    host.stub(stub(any_request, R"("status":503)"));
    const auto client = client_of(host.base_url(), {.retry_budget = {.capacity = 15}});
    CHECK(error_of(client.usage(subscription).get(), token).attempts == 3);
    const auto error = error_of(client.usage(subscription).get(), token);
    CHECK(error.attempts == 2);
    CHECK(error.detail == "not sent again: the client's RetryBudget is spent");
    CHECK(error_of(client.usage(subscription).get(), token).attempts == 1);
    host.reset();
    for (int i = 0; i < 5; ++i) CHECK(client.usage(subscription).get());
    host.stub(stub(any_request, R"("status":503)"));
    CHECK(error_of(client.usage(subscription).get(), token).attempts == 2);
}

TEST_CASE("fault 43: a wait that the service asks for, in seconds or until a date, is kept") {
    auto& host = fresh_host();
    struct Row {
        const char* retry_after;
        std::chrono::milliseconds least;
    };
    const Row rows[] = {
        {"1", 1s},
        {R"({{now offset='2 seconds' timezone='GMT' format=\"EEE, dd MMM yyyy HH:mm:ss 'GMT'\"}})", 1s},
    };
    for (const auto& row : rows) {
        CAPTURE(row.retry_after);
        host.reset();
        stub_sequence(host, any_request,
                      {std::string(R"("status":429,"transformers":["response-template"],"headers":{"Retry-After":")")
                           + row.retry_after + "\"}",
                       usage_answer});
        const auto clock = clock_of_today();
        CHECK(client_of(host.base_url(), {.clock = clock}).usage(subscription).get());
        REQUIRE(clock->waits().size() == 1);
        CHECK(clock->waits().front() >= row.least);
        CHECK(clock->waits().front() <= 3s);
        CHECK(host.journal().size() == 2);
    }
}

TEST_CASE("fault 44: a wait that is too long fails the call at once and is told") {
    auto& host = fresh_host();
    host.stub(stub(any_request, R"("status":429,"headers":{"Retry-After":"3600"})"));
    const auto clock = clock_of_today();
    const auto error = error_of(client_of(host.base_url(), {.clock = clock}).usage(subscription).get(), token);
    CHECK(error.kind == ErrorKind::rate_limited);
    CHECK(error.retry_after == 3600s);
    CHECK(error.attempts == 1);
    CHECK(to_string(error).find("retry after 3600 s") != std::string::npos);
    CHECK(clock->waits().empty());
    CHECK(host.journal().size() == 1);
}

TEST_CASE("fault 45: what will not change is asked once") {
    auto& host = fresh_host();
    const auto client = client_of(host.base_url());
    for (const int status : {400, 401, 403, 404, 409, 422, 501}) {
        CAPTURE(status);
        host.reset();
        host.stub(stub(any_request, R"("status":)" + std::to_string(status) + R"(,"headers":{"Retry-After":"0"})"));
        CHECK(error_of(client.usage(subscription).get(), token).attempts == 1);
        CHECK(host.journal().size() == 1);
    }
    host.reset();
    host.stub(stub(any_request, R"("status":200,"body":"{}")"));
    const auto undecodable = error_of(client.usage(subscription).get(), token);
    CHECK(undecodable.kind == ErrorKind::decode);
    CHECK(undecodable.attempts == 1);
    CHECK(host.journal().size() == 1);
    host.reset();
    const auto untrusted =
        error_of(client_of("https://localhost:" + std::to_string(host.https_port())).usage(subscription).get(), token);
    CHECK(untrusted.kind == ErrorKind::tls);
    CHECK(untrusted.attempts == 1);
    CHECK(host.journal().empty());
}

TEST_CASE("fault 46: all attempts of a POST have the same Idempotency-Key, and each call has its own") {
    auto& host = fresh_host();
    const measure::Client client{BearerToken{token}, {.base_url = host.base_url(), .clock = clock_of_today()}};
    const measure::GetSubscriptionUsage request{
        .company_id = measure::CompanyId{"cmp_1"},
        .subscription_id = measure::SubscriptionId{"sub_1"},
        .product_metric_pricing_id = measure::ProductMetricPricingId{"pmp_1"},
    };
    host.stub(stub(any_request, R"("status":503)"));
    std::set<std::string> keys;
    for (int call = 1; call <= 3; ++call) {
        CHECK(error_of(client.subscription_usage(request).get(), token).attempts == 3);
        const auto journal = host.journal();
        REQUIRE(journal.size() == static_cast<std::size_t>(3 * call));
        const auto key_of = [&](std::size_t index) { return journal[index].headers.find("Idempotency-Key"); };
        const auto last = journal.size() - 1;
        REQUIRE(key_of(last));
        CHECK(key_of(last - 1) == key_of(last));
        CHECK(key_of(last - 2) == key_of(last));
        CHECK(journal[last].body == journal[last - 2].body);
        keys.emplace(*key_of(last));
    }
    CHECK(keys.size() == 3);
}

TEST_CASE("fault 47: the back-offs of two clients differ, and none is longer than the cap") {
    auto& host = fresh_host();
    host.stub(stub(any_request, R"("status":503)"));
    const RetryPolicy policy{.attempts = 9};
    std::vector<std::vector<std::chrono::milliseconds>> waits;
    for (int i = 0; i < 2; ++i) {
        const auto clock = clock_of_today();
        const auto client = client_of(host.base_url(), {.timeouts = {.call = 10min}, .retry = policy, .clock = clock});
        CHECK(error_of(client.usage(subscription).get(), token).attempts == 9);
        waits.push_back(clock->waits());
    }
    REQUIRE(waits[0].size() == 8);
    CHECK(waits[0] != waits[1]);
    for (const auto& list : waits) {
        auto longest = policy.base_delay;
        for (const auto wait : list) {
            CHECK(wait >= 0ms);
            CHECK(wait <= longest);
            longest = std::min(2 * longest, policy.max_delay);
        }
    }
}

TEST_CASE("fault 21: a service that asks to come back for ever is left at the time limit, with its last answer") {
    auto& host = fresh_host();
    host.stub(stub(any_request, R"("status":503,"headers":{"Retry-After":"1"})"));
    const auto client = client_of(host.base_url(), {.clock = std::make_shared<SystemClock>()});
    const CallOptions options{.timeout = 2s, .retry = RetryPolicy{.attempts = 100}};
    const auto time = time_of([&] {
        const auto error = error_of(client.usage(subscription, options).get(), token);
        CHECK(error.kind == ErrorKind::server);
        CHECK(error.status == 503);
        CHECK(error.attempts == 2);
        CHECK(error.retry_after == 1s);
        CHECK(error.detail == "not sent again: the call's time limit would pass during the wait");
    });
    CHECK(time >= 1s);
    CHECK(time <= 2200ms);
    host.reset();
    CHECK(client.usage(subscription).get());
}

TEST_CASE("fault 22: a stop that is requested during a back-off ends the call within 0.1 s") {
    auto& host = fresh_host();
    host.stub(stub(any_request, R"("status":503,"headers":{"Retry-After":"30"})"));
    const auto client = client_of(host.base_url(), {.clock = std::make_shared<SystemClock>()});
    CallInfo info;
    const auto error = stopped([&](std::stop_token stop) {
        return error_of(client.usage(subscription, {.stop = std::move(stop), .info = &info}).get(), token);
    });
    CHECK(error.attempts == 1);
    CHECK(error.detail.starts_with("attempt 1 ended with server (503)"));
    CHECK(info.waited > 0us);
    host.reset();
    CHECK(client.usage(subscription).get());
}
