#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include <usagekit/measure/client.hpp>
#include <usagekit/testing/fake.hpp>

#include "../rules.hpp"
#include "bodies.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono;
using namespace std::chrono_literals;
using measure::Client;
using measure::CompanyId;
using measure::GetSubscriptionUsage;
using measure::ProductMetricPricingId;
using measure::SubscriptionId;

namespace {

constexpr Timestamp first = sys_days{2023y / November / 1};
constexpr Timestamp next = sys_days{2023y / December / 1};
const Client measure_client{BearerToken{"key"}};

GetSubscriptionUsage request() {
    return {.company_id = CompanyId{"cmp_1"},
            .subscription_id = SubscriptionId{"sub_1"},
            .product_metric_pricing_id = ProductMetricPricingId{"pmp_1"}};
}

http::Request shown(const GetSubscriptionUsage& request, const CallOptions& options = {}) {
    const auto shown = measure_client.subscription_usage(request, options).request();
    REQUIRE(shown);
    return shown.value();
}

std::string refusal_of(const GetSubscriptionUsage& request, const CallOptions& options = {}) {
    return ::refusal_of(measure_client.subscription_usage(request, options));
}

}  // namespace

TEST_CASE("Measure keeps the rules of all providers") {
    check_rules({"Bearer", bodies::measure_usage, [](const auto& token, const auto& options, const auto& call) {
                     return tried(Client{BearerToken{token}, options}.subscription_usage(request(), call));
                 }});
}

TEST_CASE("Measure is asked by POST, with the IDs in the path and the price in the body") {
    const auto sent = shown(request());
    CHECK(sent.method == "POST");
    CHECK(sent.url == "https://api.getmeasure.com/api/v1/companies/cmp_1/subscriptions/sub_1/usage");
    CHECK(sent.headers.find("Content-Type") == "application/json");
    CHECK(sent.body == R"({"product_metric_pricing_id":"pmp_1"})");
}

TEST_CASE("Measure has a second base URL, Maple's") {
    const Client maple{BearerToken{"key"}, {.base_url = std::string(measure::maple)}};
    CHECK(maple.subscription_usage(request()).request().value().url
          == "https://api.maplebilling.com/api/v1/companies/cmp_1/subscriptions/sub_1/usage");
}

TEST_CASE("a period goes into the body, with the ends that were given") {
    auto asked = request();
    asked.period = {.start_date = first, .end_date = next};
    CHECK(shown(asked).body
          == R"({"product_metric_pricing_id":"pmp_1","period":{"start_date":"2023-11-01T00:00:00Z",)"
             R"("end_date":"2023-12-01T00:00:00Z"}})");
    asked.period = measure::Period{};
    CHECK(shown(asked).body == R"({"product_metric_pricing_id":"pmp_1"})");
    asked.period = {.end_date = next + 1us};
    CHECK(shown(asked).body
          == R"({"product_metric_pricing_id":"pmp_1","period":{"end_date":"2023-12-01T00:00:00.000001Z"}})");
}

TEST_CASE("a Measure period must end after its start, in years that can be written") {
    auto asked = request();
    asked.period = {.start_date = next, .end_date = first};
    CHECK(refusal_of(asked)
          == "period.end_date (2023-11-01T00:00:00Z) is not after period.start_date (2023-12-01T00:00:00Z)");
    asked.period = {.start_date = first, .end_date = first};
    CHECK(refusal_of(asked).starts_with("period.end_date (2023-11-01T00:00:00Z) is not after"));
    asked.period = {.start_date = Timestamp::min()};
    CHECK(refusal_of(asked).ends_with("which does not exist"));
}

TEST_CASE("Measure's IDs are checked, and become one percent-encoded segment each") {
    auto asked = request();
    for (const std::string id : {"", "cmp_", "cmp1", "CMP_1", "sub_1", " cmp_1"}) {
        asked.company_id = CompanyId{id};
        CHECK(refusal_of(asked) == "the company ID is \"" + id + "\"");
    }
    asked = request();
    for (const std::string id : {"", ".", ".."}) {
        asked.subscription_id = SubscriptionId{id};
        CHECK(refusal_of(asked).starts_with("the subscription ID is "));
    }
    asked = request();
    asked.product_metric_pricing_id = ProductMetricPricingId{};
    CHECK(refusal_of(asked) == "the product_metric_pricing_id is empty");

    asked.product_metric_pricing_id = ProductMetricPricingId{"a\xff"};
    CHECK(refusal_of(asked) == "a text of the request is not UTF-8, which JSON must be");

    asked = request();
    asked.company_id = CompanyId{"cmp_a/b"};
    asked.subscription_id = SubscriptionId{"a?b#c %2e"};
    CHECK(shown(asked).url.ends_with("/companies/cmp_a%2Fb/subscriptions/a%3Fb%23c%20%252e/usage"));
}

TEST_CASE("each call makes an idempotency key of its own, a random UUID, and keeps it") {
    std::set<std::string> keys;
    for (int i = 0; i < 100; ++i) {
        const auto call = measure_client.subscription_usage(request());
        const auto key = std::string(call.request().value().headers.find("Idempotency-Key").value());
        CHECK(call.request().value().headers.find("Idempotency-Key") == key);
        REQUIRE(key.size() == 36);
        CHECK(key[8] == '-');
        CHECK(key[14] == '4');
        CHECK(std::string_view("89ab").find(key[19]) != std::string_view::npos);
        keys.insert(key);
    }
    CHECK(keys.size() == 100);
}

TEST_CASE("the key that a call shows is the one that it sends, after a redirect too") {
    const auto transport = scripted({redirect(308, "/x"), json(200, "{}")});
    const Client client{BearerToken{"key"}, {.transport = transport}};
    auto call = client.subscription_usage(request());
    const auto key = std::string(call.request().value().headers.find("Idempotency-Key").value());
    CHECK(std::move(call).get());
    REQUIRE(transport->requests().size() == 2);
    for (const auto& sent : transport->requests()) CHECK(sent.headers.find("Idempotency-Key") == key);
}

TEST_CASE("a caller's idempotency key is sent, when it can be") {
    CHECK(shown(request(), {.idempotency_key = "order-17"}).headers.find("Idempotency-Key") == "order-17");
    const std::string longest(255, '~');
    CHECK(shown(request(), {.idempotency_key = longest}).headers.find("Idempotency-Key") == longest);
    for (const auto& key : {std::string(), longest + "~", std::string("a b"), std::string("a\r\nX: y"),
                            std::string("a\0b", 3), std::string("caf\xC3\xA9"), std::string("\x7f")}) {
        CAPTURE(key);
        CHECK(refusal_of(request(), {.idempotency_key = key})
              == "CallOptions::idempotency_key is not 1 to 255 visible ASCII characters");
    }
}

TEST_CASE("a POST is never turned into a GET by a redirect") {
    for (const int status : {301, 302, 303}) {
        const auto transport = scripted({redirect(status, "/x"), json(200, "{}")});
        const Client client{BearerToken{"key"}, {.transport = transport}};
        const auto error = error_of(client.subscription_usage(request())).value();
        CHECK(error.kind == ErrorKind::redirect);
        CHECK(error.status == status);
        CHECK(transport->requests().size() == 1);
    }
}

TEST_CASE("Measure's undocumented errors are read in the usual forms") {
    struct Row {
        const char* body;
        const char* code;
        const char* message;
    };
    static constexpr Row rows[] = {
        {R"({"message":"no such subscription"})", "", "no such subscription"},
        {R"({"error":"no such subscription"})", "", "no such subscription"},
        {R"({"error":{"message":"no such subscription"}})", "", "no such subscription"},
        {R"({"error":{"code":"x1","message":"no"}})", "x1", "no"},
        {R"({"code":7,"message":"no"})", "7", "no"},
        {R"({"error":"Not Found","message":"no such subscription"})", "", "no such subscription"},
        {R"({"error":"why","message":""})", "", "why"},
        {R"({"code":"outer","error":{"code":"inner","message":"no"}})", "outer", "no"},
        {R"({"error":["a","b"]})", "", R"(["a","b"])"},
        {R"({"message":{"en":"no"}})", "", R"({"en":"no"})"},
        {R"({"message":null,"error":null})", "", "the service gave no reason"},
        {R"({"error":{}})", "", "the service gave no reason"},
        {R"({"other":1})", "", "the service gave no reason"},
        {R"("no")", "", "the service gave no reason"},
        {"<html>", "", "the service gave no reason"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.body);
        const auto transport = scripted({json(404, row.body)});
        const Client client{BearerToken{"key"}, {.transport = transport}};
        const auto error = error_of(client.subscription_usage(request())).value();
        CHECK(error.kind == ErrorKind::not_found);
        CHECK(error.code == row.code);
        CHECK(error.message == row.message);
        CHECK(error.body == row.body);
    }
}
