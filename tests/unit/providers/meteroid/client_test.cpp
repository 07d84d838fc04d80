#include <doctest/doctest.h>

#include <usagekit/meteroid/client.hpp>
#include <usagekit/testing/fake.hpp>

#include "../rules.hpp"
#include "bodies.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono;
using meteroid::Client;
using meteroid::CustomerId;
using meteroid::GetCustomerUsage;
using meteroid::GetSubscriptionUsage;
using meteroid::GetUsageSummary;
using meteroid::MetricId;
using meteroid::SubscriptionId;

namespace {

constexpr Date first{2024y / January / 1};
constexpr Date next{2024y / February / 1};
const SubscriptionId subscription{"sub_7n42DGM5Tflk9n8mt7Fhc7"};
const MetricId metric{"bm_7n42DGM5Tflk9n8mt7Fhc7"};
const Client meteroid_client{BearerToken{"live/key"}};

std::string url_of(const Result<http::Request>& request) {
    REQUIRE(request);
    CHECK(request.value().method == "GET");
    CHECK(request.value().body.empty());
    return request.value().url.substr(meteroid::production.size());
}

}  // namespace

TEST_CASE("the usage of a customer keeps the rules of all providers") {
    check_rules({"Bearer", bodies::meteroid_usage, [](const auto& token, const auto& options, const auto& call) {
                     const Client client{BearerToken{token}, options};
                     return tried(client.customer_usage(
                         {.customer_id = CustomerId{"c"}, .start_date = first, .end_date = next}, call));
                 }});
}

TEST_CASE("the summary of usage keeps the rules of all providers") {
    check_rules({"Bearer", bodies::meteroid_usage, [](const auto& token, const auto& options, const auto& call) {
                     const Client client{BearerToken{token}, options};
                     return tried(client.usage_summary({.start_date = first, .end_date = next}, call));
                 }});
}

TEST_CASE("the usage of a subscription keeps the rules of all providers") {
    check_rules({"Bearer", bodies::meteroid_usage, [](const auto& token, const auto& options, const auto& call) {
                     return tried(Client{BearerToken{token}, options}.subscription_usage(
                         {.subscription_id = subscription}, call));
                 }});
}

TEST_CASE("Meteroid is asked at its own host by default") {
    CHECK(meteroid_client.usage_summary({.start_date = first, .end_date = next})
              .request()
              .value()
              .url.starts_with("https://api.meteroid.com/api/v1/usage/summary?"));
}

TEST_CASE("the query of a Meteroid request has what was given and nothing else") {
    const auto url = [](const GetSubscriptionUsage& request) {
        return url_of(meteroid_client.subscription_usage(request).request());
    };
    const std::string path = "/api/v1/usage/subscription/sub_7n42DGM5Tflk9n8mt7Fhc7";
    CHECK(url({.subscription_id = subscription}) == path);
    CHECK(url({.subscription_id = subscription, .start_date = first}) == path + "?start_date=2024-01-01");
    CHECK(url({.subscription_id = subscription, .end_date = next}) == path + "?end_date=2024-02-01");
    CHECK(url({.subscription_id = subscription, .start_date = first, .end_date = next, .metric_id = metric})
          == path + "?start_date=2024-01-01&end_date=2024-02-01&metric_id=bm_7n42DGM5Tflk9n8mt7Fhc7");

    const GetCustomerUsage of_customer{.customer_id = CustomerId{"cus_1"}, .start_date = first, .end_date = next};
    CHECK(url_of(meteroid_client.customer_usage(of_customer).request())
          == "/api/v1/usage/customer/cus_1?start_date=2024-01-01&end_date=2024-02-01");
    const GetUsageSummary of_all{.start_date = first, .end_date = next, .metric_id = metric};
    CHECK(url_of(meteroid_client.usage_summary(of_all).request())
          == "/api/v1/usage/summary?start_date=2024-01-01&end_date=2024-02-01&metric_id=bm_7n42DGM5Tflk9n8mt7Fhc7");
}

TEST_CASE("an alias of a customer is one percent-encoded segment, whatever is in it") {
    struct Row {
        std::string alias;
        std::string segment;
    };
    const Row rows[] = {
        {"acme/eu 1", "acme%2Feu%201"}, {"a?b#c", "a%3Fb%23c"}, {"%2e%2e", "%252e%252e"},
        {"caf\xC3\xA9", "caf%C3%A9"},   {"...", "..."},         {std::string(10'000, 'x'), std::string(10'000, 'x')}};
    for (const auto& row : rows) {
        const auto call = meteroid_client.customer_usage(
            {.customer_id = CustomerId{row.alias}, .start_date = first, .end_date = next});
        CHECK(url_of(call.request())
              == "/api/v1/usage/customer/" + row.segment + "?start_date=2024-01-01&end_date=2024-02-01");
    }
    for (const std::string alias : {"", ".", ".."}) {
        const auto call =
            meteroid_client.customer_usage({.customer_id = CustomerId{alias}, .start_date = first, .end_date = next});
        CHECK(refusal_of(call)
              == (alias.empty() ? "the customer ID is empty" : "the customer ID is \"" + alias + "\""));
    }
}

TEST_CASE("Meteroid's IDs are a prefix and up to 22 letters or digits, or a UUID") {
    const std::string longest(22, 'Z');
    for (const auto& id : {std::string("sub_0"), "sub_" + longest, std::string("018f4d2e-7b7a-7c1e-9a53-2f6b8f0d1c11"),
                           std::string("018F4D2E-7B7A-7C1E-9A53-2F6B8F0D1C11")}) {
        CHECK(meteroid_client.subscription_usage({.subscription_id = SubscriptionId{id}}).request());
    }
    for (const auto& id :
         {std::string("sub_"), "sub_" + longest + "Z", std::string("bm_1"), std::string("sub_a-b"),
          std::string("sub_a/b"), std::string("SUB_a"), std::string(" sub_a"), std::string("a"),
          std::string("018f4d2e7b7a7c1e9a532f6b8f0d1c11"), std::string("g18f4d2e-7b7a-7c1e-9a53-2f6b8f0d1c11"),
          std::string("018f4d2e-7b7a-7c1e-9a53-2f6b8f0d1c1"), std::string("sub_\xC3\xA9")}) {
        CAPTURE(id);
        CHECK(refusal_of(meteroid_client.subscription_usage({.subscription_id = SubscriptionId{id}}))
                  .starts_with("the subscription ID is \""));
    }
    CHECK(refusal_of(meteroid_client.subscription_usage({.subscription_id = SubscriptionId{}}))
          == "the subscription ID is empty");
    for (const std::string id : {"", "sub_1", "bm_", "tokens"}) {
        const auto call =
            meteroid_client.subscription_usage({.subscription_id = subscription, .metric_id = MetricId{id}});
        CHECK(refusal_of(call) == "the metric ID is \"" + id + "\"");
    }
    CHECK(refusal_of(meteroid_client.usage_summary({.start_date = first, .end_date = next, .metric_id = MetricId{"x"}}))
          == "the metric ID is \"x\"");
}

TEST_CASE("a Meteroid period must exist and end after its start") {
    const auto refused = [](Date start, Date end) {
        const auto message = refusal_of(meteroid_client.usage_summary({.start_date = start, .end_date = end}));
        CHECK(refusal_of(meteroid_client.subscription_usage(
                  {.subscription_id = subscription, .start_date = start, .end_date = end}))
              == message);
        CHECK(refusal_of(meteroid_client.customer_usage(
                  {.customer_id = CustomerId{"c"}, .start_date = start, .end_date = end}))
              == message);
        return message;
    };
    CHECK(refused(next, first) == "end_date (2024-01-01) is not after start_date (2024-02-01)");
    CHECK(refused(first, first) == "end_date (2024-01-01) is not after start_date (2024-01-01)");
    CHECK(refused(2023y / February / 29, next) == "start_date is 2023-02-29, which does not exist");
    CHECK(refused(first, 2024y / month{13} / 1).starts_with("end_date is "));
    CHECK(refused(first, 10000y / January / 1).starts_with("end_date is "));
    CHECK(refused(Date{-1y / January / 1}, next).starts_with("start_date is "));
    CHECK(url_of(meteroid_client.usage_summary({.start_date = 0y / January / 1, .end_date = 9999y / December / 31})
                     .request())
              .ends_with("?start_date=0000-01-01&end_date=9999-12-31"));
}

TEST_CASE("an idempotency key is refused by a call that the service takes none with") {
    const GetSubscriptionUsage request{.subscription_id = subscription};
    CHECK(refusal_of(meteroid_client.subscription_usage(request, {.idempotency_key = "k"}))
          == "CallOptions::idempotency_key is given, and the service takes none with this call");
    CHECK(!meteroid_client.subscription_usage(request).request().value().headers.find("Idempotency-Key"));
}

TEST_CASE("every documented error of Meteroid gives kind, code and message") {
    const auto error = [](http::Response response) {
        const auto transport = scripted({std::move(response)});
        const Client client{BearerToken{"live/key"}, {.retry = {.attempts = 1}, .transport = transport}};
        return error_of(client.subscription_usage({.subscription_id = subscription})).value();
    };
    struct Row {
        int status;
        const char* code;
        ErrorKind kind;
    };
    static constexpr Row rows[] = {
        {400, "BAD_REQUEST", ErrorKind::rejected},
        {401, "UNAUTHORIZED", ErrorKind::authentication},
        {403, "FORBIDDEN", ErrorKind::permission},
        {404, "NOT_FOUND", ErrorKind::not_found},
        {409, "CONFLICT", ErrorKind::conflict},
        {429, "TOO_MANY_REQUESTS", ErrorKind::rate_limited},
        {500, "INTERNAL_SERVER_ERROR", ErrorKind::server},
        {409, "NOT_YET_HEARD_OF", ErrorKind::conflict},
    };
    for (const auto& row : rows) {
        auto response = json(row.status, std::string(R"({"code":")") + row.code + R"(","message":"why"})");
        response.headers.add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        const auto told = error(std::move(response));
        CHECK(told.kind == row.kind);
        CHECK(told.code == row.code);
        CHECK(told.message == "why");
        CHECK(told.request_id == "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        CHECK(meteroid::error_code(told)->known().has_value() == (told.code != "NOT_YET_HEARD_OF"));
    }
    const auto mistyped = error(json(404, R"({"code":"NOT_FOUND","message":{"en":"x"}})"));
    CHECK(meteroid::error_code(mistyped) == meteroid::ErrorCode::not_found);
    CHECK(mistyped.message == R"({"en":"x"})");
    const auto plain = error(text(400, "Invalid URL: cannot parse `sub_x`"));
    CHECK(plain.kind == ErrorKind::rejected);
    CHECK(plain.message == "Invalid URL: cannot parse `sub_x`");
    CHECK(plain.code.empty());
}
