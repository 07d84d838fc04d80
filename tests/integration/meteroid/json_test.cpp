// What comes of answers that differ from Meteroid's contract.
#include <doctest/doctest.h>

#include <usagekit/meteroid/client.hpp>

#include "service.hpp"
#include "spoilt_json.hpp"

using namespace usagekit;
using meteroid::Usage;

namespace {

const std::string group = R"({"value":"1.5","dimensions":{"region":"eu"}})";
const std::string metric = R"({"metric_id":"bm_1","metric_name":"Tokens","metric_code":"tokens","total_value":"1.50",)"
                           R"("grouped_usage":[)"
                           + group + "]}";
const std::string body = R"({"period_start":"2024-01-01","period_end":"2024-02-01","usage":[)" + metric + "]}";

Spoilt<Usage> spoilt() {
    auto& host = fresh_host();
    return {
        .host = host,
        .request = get_of("/api/v1/usage/subscription/" + subscription.str()),
        .body = body,
        .token = mock_key,
        .call = [client = client_of(host)] { return client.subscription_usage({.subscription_id = subscription}); }};
}

std::string total(const Usage& usage) { return usage.usage.at(0).total_value.str(); }

}  // namespace

TEST_CASE("fault 36: what is not the documented JSON is a decode error that shows how it begins") {
    check_broken_documents(spoilt());
}

TEST_CASE("fault 36: Meteroid's JSON is read under any Content-Type") { check_content_types(spoilt()); }

TEST_CASE(
    "fault 37: every required member of Meteroid's usage is named by its path when it is missing, null or mistyped") {
    check_required(spoilt(), {
                                 {"period_start", R"("2024-01-01")", "$.period_start"},
                                 {"period_end", R"("2024-02-01")", "$.period_end"},
                                 {"usage", "[" + metric + "]", "$.usage"},
                                 {"metric_id", R"("bm_1")", "$.usage[0].metric_id"},
                                 {"metric_name", R"("Tokens")", "$.usage[0].metric_name"},
                                 {"metric_code", R"("tokens")", "$.usage[0].metric_code"},
                                 {"total_value", R"("1.50")", "$.usage[0].total_value"},
                                 {"grouped_usage", "[" + group + "]", "$.usage[0].grouped_usage"},
                                 {"value", R"("1.5")", "$.usage[0].grouped_usage[0].value"},
                                 {"dimensions", R"({"region":"eu"})", "$.usage[0].grouped_usage[0].dimensions"},
                             });
}

TEST_CASE("fault 37: a dimension that is no text is named by its path") {
    for (const auto* other : {"null", "7", "{}", "[]"}) {
        CHECK(spoilt().refused(with(body, "\"eu\"", other)).json_path
              == "$.usage[0].grouped_usage[0].dimensions.region");
    }
}

TEST_CASE("fault 39: a decimal of Meteroid keeps every digit, or is refused") {
    const auto digits = "1234567890123456789012345678.901234567890";
    check_readings<Usage>(spoilt(), {.name = "total_value", .value = R"("1.50")", .path = "$.usage[0].total_value"},
                          {
                              {R"("0.10")", "0.10"},
                              {std::string("\"").append(digits).append("\""), digits},
                              {R"("1e-7")", "1e-7"},
                              {R"("-0.00")", "-0.00"},
                              {R"("1e400")", "1e400"},
                              {R"("9007199254740993")", "9007199254740993"},
                              {"29.00", "29.00"},
                              {"1e400", "1e400"},
                              {R"("1e10000")", {}},
                              {"1e10000", {}},
                              {"NaN", {}},
                              {R"("NaN")", {}},
                              {"Infinity", {}},
                              {R"("")", {}},
                              {R"(" 1")", {}},
                              {R"("+1")", {}},
                              {R"("0x10")", {}},
                              {R"("1,5")", {}},
                              {R"(".5")", {}},
                              {R"("5.")", {}},
                              {"01", {}},
                              {"-", {}},
                          },
                          total);
}

TEST_CASE("a date of Meteroid that does not exist is refused") {
    check_readings<Usage>(spoilt(), {.name = "period_end", .value = R"("2024-02-01")", .path = "$.period_end"},
                          {
                              {R"("2024-02-29")", "2024-02-29"},
                              {R"("2023-02-29")", {}},
                              {R"("2024-13-01")", {}},
                              {R"("2024-2-1")", {}},
                              {R"("2024-02-01T00:00:00Z")", {}},
                              {R"("")", {}},
                              {"20240201", {}},
                          },
                          [](const Usage& usage) { return to_string(usage.period_end); });
}

TEST_CASE("fault 40: text of Meteroid keeps escaped NULs and any language") {
    using namespace std::string_literals;
    check_readings<Usage>(spoilt(), {.name = "metric_name", .value = R"("Tokens")", .path = "$.usage[0].metric_name"},
                          {
                              {R"("a\u0000b")", "a\0b"s},
                              {R"("\u0000")", "\0"s},
                              {R"("caf\u00e9 \ud83c\udf41")", "caf\xC3\xA9 \xF0\x9F\x8D\x81"},
                              {"\"caf\xC3\xA9\"", "caf\xC3\xA9"},
                              {R"("\ud83c")", {}},
                              {R"("\x41")", {}},
                              {R"("")", ""},
                          },
                          [](const Usage& usage) { return usage.usage.at(0).metric_name; });
}

TEST_CASE("of a repeated member of Meteroid's usage the last counts") {
    const auto answers = spoilt();
    const auto twice = with(body, R"("total_value":)", R"("total_value":"7","total_value":)");
    CHECK(total(answers.answered(twice).value()) == "1.50");
    const auto dimensions =
        answers.answered(with(body, R"("region":"eu")", R"("region":"us","a":"b","region":"eu")")).value();
    CHECK(dimensions.usage.at(0).grouped_usage.at(0).dimensions == Map<std::string>{{"region", "eu"}, {"a", "b"}});
    CHECK(answers.answered(with(body, R"("usage":)", R"("usage":[)" + metric + R"(],"usage":)"))
          == answers.answered(body));
}

TEST_CASE("fault 37: an unknown member of Meteroid's usage is skipped, wherever it stands") {
    const auto answers = spoilt();
    for (const auto* before : {"\"period_end\"", "\"metric_id\"", "\"dimensions\""}) {
        CHECK(answers.answered(with(body, before, R"("new":{"a":[1,null]},)" + std::string(before)))
              == answers.answered(body));
    }
}
