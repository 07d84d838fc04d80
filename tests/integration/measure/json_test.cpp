// What comes of answers that differ from Measure's contract.
#include <doctest/doctest.h>

#include <usagekit/measure/client.hpp>

#include "service.hpp"
#include "spoilt_json.hpp"

using namespace usagekit;
using measure::Usage;

namespace {

const std::string metric =
    R"({"id":"met_1","name":"Messages","standard":false,"metering_rule":{"group_keys":["region"]},)"
    R"("created_at":"2023-01-02T03:04:05Z"})";
const std::string price = R"({"num_subs":17,"base_price":{"value_in_cents":2900},"gradient_price":[{"start":0}]})";
const std::string record = R"({"period":{"start_date":"2023-11-01T00:00:00Z"},"value":1.50,"breakdown":[]})";
const std::string body = R"({"metric":)" + metric + R"(,"product_metric_pricing":{"item_pricing":)" + price
                         + R"(},"usage":[)" + record + "]}";
const std::string price_path = "$.product_metric_pricing.item_pricing";

Spoilt<Usage> spoilt() {
    auto& host = fresh_host();
    return {.host = host,
            .request = R"("method":"POST","urlPath":")" + std::string(usage_path) + "\"",
            .body = body,
            .token = mock_key,
            .call = [client = client_of(host)] { return client.subscription_usage(usage_of("sub_12345")); }};
}

}  // namespace

TEST_CASE("fault 36: what is not the documented JSON is a decode error that shows how it begins") {
    check_broken_documents(spoilt());
}

TEST_CASE("fault 36: Measure's JSON is read under any Content-Type") { check_content_types(spoilt()); }

TEST_CASE(
    "fault 37: every member of Measure's usage may be missing or null, and is named by its path when it is mistyped") {
    check_optional(spoilt(),
                   {
                       {"metric", metric, "$.metric"},
                       {"id", R"("met_1")", "$.metric.id"},
                       {"name", R"("Messages")", "$.metric.name"},
                       {"standard", "false", "$.metric.standard", "0"},
                       {"metering_rule", R"({"group_keys":["region"]})", "$.metric.metering_rule"},
                       {"group_keys", R"(["region"])", "$.metric.metering_rule.group_keys"},
                       {"created_at", R"("2023-01-02T03:04:05Z")", "$.metric.created_at"},
                       {"product_metric_pricing", R"({"item_pricing":)" + price + "}", "$.product_metric_pricing"},
                       {"item_pricing", price, price_path},
                       {"num_subs", "17", price_path + ".num_subs"},
                       {"base_price", R"({"value_in_cents":2900})", price_path + ".base_price"},
                       {"value_in_cents", "2900", price_path + ".base_price.value_in_cents"},
                       {"gradient_price", R"([{"start":0}])", price_path + ".gradient_price"},
                       {"start", "0", price_path + ".gradient_price[0].start"},
                       {"usage", "[" + record + "]", "$.usage"},
                       {"period", R"({"start_date":"2023-11-01T00:00:00Z"})", "$.usage[0].period"},
                       {"start_date", R"("2023-11-01T00:00:00Z")", "$.usage[0].period.start_date"},
                       {"breakdown", "[]", "$.usage[0].breakdown"},
                   });
}

TEST_CASE("an empty object is a usage of nothing") { CHECK(spoilt().answered("{}").value() == Usage{}); }

TEST_CASE("fault 38: a count of Measure is exact, whatever way it is written, or refused") {
    check_readings<Usage>(
        spoilt(), {.name = "num_subs", .value = "17", .path = price_path + ".num_subs"},
        {
            {"1.0", "1"},
            {"1e2", "100"},
            {"-1", "-1"},
            {"-0", "0"},
            {"9007199254740993", "9007199254740993"},
            {"9223372036854775807", "9223372036854775807"},
            {"9223372036854775808", {}},
            {"18446744073709551616", {}},
            {"1e400", {}},
            {"1.5", {}},
            {"NaN", {}},
            {"-Infinity", {}},
            {"0x10", {}},
            {"017", {}},
        },
        [](const Usage& usage) { return to_json(usage.product_metric_pricing->item_pricing->num_subs.value()); });
}

TEST_CASE("fault 39: an amount of Measure keeps every digit, or is refused") {
    const auto digits = "1234567890123456789012345678.901234567890";
    check_readings<Usage>(
        spoilt(), {.name = "value_in_cents", .value = "2900", .path = price_path + ".base_price.value_in_cents"},
        {
            {"29.00", "29.00"},
            {digits, digits},
            {"-0.10", "-0.10"},
            {"1e-7", "1e-7"},
            {"1e400", "1e400"},
            {"1e10000", {}},
            {"NaN", {}},
            {"2900x", {}},
            {"1.", {}},
            {".5", {}},
        },
        [](const Usage& usage) {
            return usage.product_metric_pricing->item_pricing->base_price->value_in_cents->str();
        });
}

TEST_CASE("a value of any JSON type is kept to the letter, or refused when it is none") {
    const auto digits = "1234567890123456789012345678.901234567890";
    check_readings<Usage>(spoilt(), {.name = "value", .value = "1.50", .path = "$.usage[0].value"},
                          {
                              {"1.50", "1.50"},
                              {digits, digits},
                              {R"("a\u0000b")", R"("a\u0000b")"},
                              {R"("x: \"y\"")", R"("x: \"y\"")"},
                              {R"({"a":[1.0,{"b":null}]})", R"({"a":[1.0,{"b":null}]})"},
                              {"[]", "[]"},
                              {"false", "false"},
                              {"NaN", {}},
                              {"nul", {}},
                              {"tru", {}},
                              {"1.5.0", {}},
                              {R"("\x41")", {}},
                              {R"({"a"})", {}},
                          },
                          [](const Usage& usage) { return usage.usage->at(0).value->str(); });
}

TEST_CASE("what is broken inside a value of any JSON type is named by its place there") {
    const auto answers = spoilt();
    CHECK(answers.refused(with(body, "1.50", "[1,,2]")).json_path == "$.usage[0].value[1]");
    CHECK(answers.refused(with(body, "1.50", R"({"a":[{"b":tru}]})")).json_path == "$.usage[0].value.a[0].b");
}

TEST_CASE("a value with numbers that no machine type holds is kept like any other") {
    const auto answers = spoilt();
    for (const std::string value :
         {"1e400", "-1e400", "18446744073709551616", "1234567890123456789012345678901234567890", R"({"a":[1e400]})",
          "[-9223372036854775809]"}) {
        CAPTURE(value);
        CHECK(answers.answered(with(body, "1.50", value)).value().usage->at(0).value->str() == value);
    }
}

TEST_CASE("a moment of Measure is read in any zone, and refused when it does not exist") {
    check_readings<Usage>(
        spoilt(), {.name = "start_date", .value = R"("2023-11-01T00:00:00Z")", .path = "$.usage[0].period.start_date"},
        {
            {R"("2023-11-01T02:00:00+02:00")", "2023-11-01T00:00:00Z"},
            {R"("2023-11-01T00:00:00.123456789Z")", "2023-11-01T00:00:00.123456Z"},
            {R"("2023-11-31T00:00:00Z")", {}},
            {R"("2023-11-01T24:00:00Z")", {}},
            {R"("2023-11-01T00:00:00")", {}},
            {R"("2023-11-01")", {}},
            {R"("")", {}},
            {"1698796800", {}},
        },
        [](const Usage& usage) { return to_string(usage.usage->at(0).period->start_date.value()); });
}

TEST_CASE("fault 40: text of Measure keeps escaped NULs and any language") {
    using namespace std::string_literals;
    check_readings<Usage>(spoilt(), {.name = "name", .value = R"("Messages")", .path = "$.metric.name"},
                          {
                              {R"("a\u0000b")", "a\0b"s},
                              {R"("caf\u00e9 \ud83c\udf41")", "caf\xC3\xA9 \xF0\x9F\x8D\x81"},
                              {R"("\ud83c")", {}},
                              {R"("")", ""},
                          },
                          [](const Usage& usage) { return usage.metric->name.value(); });
}

TEST_CASE("of a repeated member of Measure's usage the last counts, null too") {
    const auto answers = spoilt();
    const auto whole = answers.answered(body).value();
    CHECK(answers.answered(with(body, R"("value":)", R"("value":{"a":1},"value":)")).value() == whole);
    CHECK(answers.answered(with(body, R"("metric":)", R"("metric":{"type":"x"},"metric":)")).value() == whole);
    const auto emptied = answers.answered(with(body, R"("value":1.50)", R"("value":1.50,"value":null)")).value();
    CHECK(emptied.usage->at(0).value == std::nullopt);
}

TEST_CASE("fault 37: an unknown member of Measure's usage is skipped, wherever it stands") {
    const auto answers = spoilt();
    for (const auto* before : {"\"metric\"", "\"group_keys\"", "\"num_subs\"", "\"value\""}) {
        const auto bytes = with(body, before, R"("new":{"a":[1,null]},)" + std::string(before));
        CHECK(answers.answered(bytes) == answers.answered(body));
    }
}
