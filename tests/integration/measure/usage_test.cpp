// What Measure is asked, as WireMock's journal has it, and what its answers become.
#include <set>

#include <doctest/doctest.h>

#include <usagekit/measure/client.hpp>

#include "journal.hpp"
#include "served.hpp"
#include "service.hpp"
#include "stub.hpp"
#include "with.hpp"

using namespace usagekit;
using namespace std::chrono;
using measure::Client;
using measure::CompanyId;
using measure::ProductMetricPricingId;
using measure::SubscriptionId;
using measure::Usage;

namespace {

constexpr auto short_body = R"({"product_metric_pricing_id":"pmp_12345"})";

std::string key_of(const JournalEntry& entry) { return std::string(entry.headers.find("Idempotency-Key").value()); }

/// The file as the library writes it: without the members that are null, which it takes as absent, and with fractions
/// of six digits.
std::string served_usage() {
    auto json = with(served("usage.json"), "06.789Z", "06.789000Z");
    for (const std::string member : {R"(,"value":null)", R"(,"original_value":null)"}) {
        for (auto at = json.find(member); at != std::string::npos; at = json.find(member)) {
            json.erase(at, member.size());
        }
    }
    return json;
}

}  // namespace

TEST_CASE("usage is asked by one POST with credential, key and exactly the body that is meant") {
    auto& host = fresh_host();
    CHECK(client_of(host).subscription_usage(usage_of("sub_12345")).get());
    const auto request = only_request(host);
    CHECK(request.method == "POST");
    CHECK(request.url == usage_path);
    CHECK(request.body == short_body);
    CHECK(request.headers.find("Authorization") == "Bearer mock-api-key");
    CHECK(request.headers.find("Accept") == "application/json");
    CHECK(request.headers.find("Content-Type") == "application/json");
    CHECK(request.headers.find("Content-Length") == std::to_string(request.body.size()));
}

TEST_CASE("each call has an idempotency key of its own, which is the one that it shows") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    std::set<std::string> keys;
    for (int i = 0; i < 3; ++i) {
        host.reset();
        auto call = client.subscription_usage(usage_of("sub_12345"));
        const auto shown = std::string(call.request().value().headers.find("Idempotency-Key").value());
        CHECK(std::move(call).get());
        CHECK(key_of(only_request(host)) == shown);
        keys.insert(shown);
    }
    CHECK(keys.size() == 3);
}

TEST_CASE("the caller's idempotency key arrives as it was given") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const auto& key : {std::string("order-17"), std::string("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
                            std::string(255, '~'), std::string("1")}) {
        host.reset();
        CHECK(client.subscription_usage(usage_of("sub_12345"), {.idempotency_key = key}).get());
        CHECK(key_of(only_request(host)) == key);
    }
}

TEST_CASE("a period goes into the body, and the answer has its records") {
    auto& host = fresh_host();
    auto request = usage_of("sub_12345");
    request.period = {.start_date = sys_days{2023y / November / 1}, .end_date = sys_days{2023y / December / 1}};
    const auto usage = client_of(host).subscription_usage(request).get().value();
    CHECK(only_request(host).body
          == R"({"product_metric_pricing_id":"pmp_12345","period":{"start_date":"2023-11-01T00:00:00Z",)"
             R"("end_date":"2023-12-01T00:00:00Z"}})");
    REQUIRE(usage.usage);
    REQUIRE(usage.usage->size() == 2);
    CHECK(usage.usage->at(0).value->str() == "1500");
    CHECK(usage.usage->at(1).value->str() == "250.5");
    CHECK(usage.usage->at(1).period->end_date == request.period->end_date);
    CHECK(to_json(usage.usage->at(0).breakdown->at(1).period.value())
          == R"({"start_date":"2023-11-08T00:00:00Z","end_date":"2023-11-16T00:00:00Z"})");
}

TEST_CASE("a pricing of any text is in the body as JSON") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const auto* pricing : {"a\"b\\c", "a\nb", "caf\xC3\xA9", "{}"}) {
        host.reset();
        CHECK(failure(client.subscription_usage(usage_of("sub_12345", pricing))).status == 422);
        const auto body = RawJson::parse(only_request(host).body).value();
        CHECK(body.str().starts_with(R"({"product_metric_pricing_id":")"));
        const auto text = body.str().substr(29, body.str().size() - 30);
        CHECK(from_json<std::string>(text).value() == pricing);
    }
}

TEST_CASE("every member of every type decodes strictly, and nothing of the answer is lost") {
    CallInfo info;
    const auto usage = client_of(fresh_host(), mock_key, Strictness::strict)
                           .subscription_usage(usage_of("sub_12345"), {.info = &info})
                           .get()
                           .value();
    CHECK(info.unknown_members.empty());
    CHECK(minified(to_json(usage)) == served_usage());
}

TEST_CASE("values of any JSON type are kept whole, with every digit") {
    const auto usage = client_of(fresh_host()).subscription_usage(usage_of("sub_12345")).get().value();
    std::vector<std::string> values;
    for (const auto& record : usage.usage.value()) values.push_back(record.value ? record.value->str() : "absent");
    CHECK(values.at(0) == "12345678901234567890.10");
    CHECK(values.at(1) == R"("1234.50")");
    CHECK(values.at(2).find("0.10") != std::string::npos);
    CHECK(values.at(3).find("3.00") != std::string::npos);
    CHECK(values.at(4) == "absent");
    CHECK(values.at(5) == "true");
}

TEST_CASE("amounts, counts and moments of a price are exact") {
    const auto usage = client_of(fresh_host()).subscription_usage(usage_of("sub_12345")).get().value();
    const auto& pricing = usage.product_metric_pricing->item_pricing.value();
    CHECK(pricing.minimum_spend->value_in_cents->str() == "123456789012345678901234.5");
    CHECK(pricing.custom_price->min_price_per_unit->str() == "0.10");
    CHECK(pricing.gradient_price->at(1).price_per_unit->str() == "0.000000000001");
    CHECK(pricing.gradient_price->at(1).end->str() == "9007199254740993");
    CHECK(pricing.volume_price->at(1).total_units_end == Decimal{1'000'000'000});
    CHECK(pricing.num_subs == 17);
    CHECK(usage.metric->updated_at == sys_days{2023y / February / 3} + 4h + 5min + 6s + 789ms);
}

TEST_CASE("no usage is absent usage") {
    const auto usage = client_of(fresh_host()).subscription_usage(usage_of("sub_12345", "pmp_none")).get().value();
    CHECK(usage.usage == std::nullopt);
    CHECK(usage.metric->id == measure::MetricId{"met_1"});
}

TEST_CASE("fault 14: IDs of any characters arrive as one segment each") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    const std::vector<std::string> texts = {"a/b",
                                            "a?b#c",
                                            "%2e%2e",
                                            "../..",
                                            " a b ",
                                            "a+b",
                                            "a&b=c;d",
                                            "...",
                                            "a\\b",
                                            "\n",
                                            "caf\xC3\xA9 \xF0\x9F\x8D\x81",
                                            "{id}",
                                            std::string(10'000, 'x')};
    for (const auto& text : texts) {
        host.reset();
        auto request = usage_of("");
        request.company_id = CompanyId{"cmp_" + text};
        request.subscription_id = SubscriptionId{text};
        CHECK(failure(client.subscription_usage(request)).kind == ErrorKind::not_found);
        const auto entry = only_request(host);
        CHECK(segments_of(entry.url)
              == std::vector<std::string>{"api", "v1", "companies", "cmp_" + text, "subscriptions", text, "usage"});
        CHECK(query_of(entry.url).empty());
    }
}

namespace {

/// The call is refused, and nothing is sent.
void check_refused(const measure::GetSubscriptionUsage& request, const CallOptions& options = {}) {
    auto& host = fresh_host();
    CHECK(failure(client_of(host).subscription_usage(request, options)).kind == ErrorKind::invalid_request);
    CHECK(host.journal().empty());
}

}  // namespace

TEST_CASE("fault 13: an ID that would mean another resource, or is none of Measure's, never reaches it") {
    for (const auto* id : {"", ".", ".."}) check_refused(usage_of(id));
    for (const auto* id : {"", ".", "..", "cmp_", "12345"}) {
        auto request = usage_of("sub_12345");
        request.company_id = CompanyId{id};
        check_refused(request);
    }
    check_refused(usage_of("sub_12345", ""));
}

TEST_CASE("fault 16: an end that is not after its start never reaches Measure") {
    const Timestamp noon = sys_days{2023y / December / 1} + 12h;
    for (const Timestamp early : {Timestamp{sys_days{2023y / November / 1}}, noon - 1s}) {
        auto request = usage_of("sub_12345");
        request.period = measure::Period{.start_date = noon, .end_date = early};
        check_refused(request);
    }
    auto request = usage_of("sub_12345");
    request.period = measure::Period{.start_date = sys_days{10000y / January / 1}};
    check_refused(request);
}

TEST_CASE("an idempotency key that cannot be sent never reaches Measure") {
    for (const auto* key : {"", "a b", "a\r\nX: y", "caf\xC3\xA9"})
        check_refused(usage_of("sub_12345"), {.idempotency_key = key});
}
