// Rows 36 to 40: answers that are not JSON, or not the JSON that the contract says. Each table ends with an answer as
// it should be, to the same client. integration/<p>/json_test.cpp has the same rows for every member of the other
// services.
#include <chrono>
#include <optional>

#include <doctest/doctest.h>

#include <usagekit/billing/client.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/testing/fake.hpp>
#include <usagekit/wiremock/client.hpp>

#include "served.hpp"
#include "spoilt_json.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::string_literals;
using wiremock::Usage;

namespace {

constexpr auto token = "mock-api-key";
const wiremock::SubscriptionId subscription{"qmr8z"};

std::string body() { return served("subscription-usage.json"); }

Spoilt<Usage> spoilt(ClientOptions options = {}) {
    auto& host = fresh_host();
    options.base_url = host.base_url();
    return {.host = host,
            .request = get_of("/v1/subscriptions/qmr8z/usage"),
            .body = body(),
            .token = token,
            .call = [client = wiremock::Client{ApiToken{token}, options}] { return client.usage(subscription); }};
}

/// The body with an unknown member beside the known ones.
std::string with_unknown(std::string_view value) {
    return with(body(), R"("seatLimit")", std::string(R"("new":)").append(value).append(R"(,"seatLimit")"));
}

std::string arrays(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

const Member stubs{.name = "stubCalledCount", .value = "22309", .path = "$.usage.stubCalledCount"};
const Member id{.name = "id", .value = R"("kl1g9")", .path = "$.usage.id"};

}  // namespace

TEST_CASE("fault 36: what is not a JSON object is a decode error with the status and the beginning of the body") {
    check_broken_documents(spoilt());
}

TEST_CASE("fault 36: valid JSON is read under any Content-Type") { check_content_types(spoilt()); }

TEST_CASE("fault 36: whatever stands behind the JSON document is a decode error") {
    const auto answers = spoilt();
    for (const auto* more :
         {"x", "{}", "[]", "null", "1", "\"\"", ",", "}", "]", "\n{\"usage\":{}}", "\n<!-- ok -->"}) {
        CAPTURE(more);
        CHECK(answers.refused(body() + more).json_path == "$");
    }
    CHECK(answers.answered(" \r\n\t" + body() + "\n\n") == answers.answered(body()));
}

TEST_CASE("fault 37: a required member that is missing, null or mistyped is a decode error at its path") {
    check_required(spoilt(),
                   {
                       {"id", R"("kl1g9")", "$.usage.id"},
                       {"currentPeriodStart", R"("2024-08-01T13:50:48.988681Z")", "$.usage.currentPeriodStart"},
                       {"currentPeriodEnd", R"("2025-08-01T13:50:48.988681Z")", "$.usage.currentPeriodEnd"},
                       {"stubCalledCount", "22309", "$.usage.stubCalledCount"},
                       {"organisationMemberCount", "15", "$.usage.organisationMemberCount"},
                       {"invitationCount", "0", "$.usage.invitationCount"},
                       {"totalMockApiCount", "158", "$.usage.totalMockApiCount"},
                       {"totalDataSourceCount", "9", "$.usage.totalDataSourceCount"},
                       {"ownMockApiCount", "0", "$.usage.ownMockApiCount"},
                       {"teamMockApiCount", "0", "$.usage.teamMockApiCount"},
                       {"collaboratorCount", "0", "$.usage.collaboratorCount"},
                       {"totalSeatCount", "15", "$.usage.totalSeatCount"},
                       {"teamMemberCount", "15", "$.usage.teamMemberCount"},
                       {"totalTeamCount", "15", "$.usage.totalTeamCount"},
                   });
    const auto answers = spoilt();
    for (const auto* other : {"null", "[]", "7", "\"usage\""}) {
        CHECK(answers.refused(R"({"usage":)" + std::string(other) + "}").json_path == "$.usage");
    }
    CHECK(answers.refused("{}").json_path == "$.usage");
    CHECK(answers.refused(with(body(), R"("seatLimit":null,)", "")).json_path == "$.usage.seatLimit");
    CHECK(answers.answered(body()));
}

TEST_CASE("fault 37: an optional member may be missing or null, and is named by its path when it is mistyped") {
    check_optional(spoilt(), {
                                 {"exportCalledCount", "30", "$.usage.exportCalledCount"},
                                 {"totalDatabaseConnectionCount", "2", "$.usage.totalDatabaseConnectionCount"},
                             });
}

TEST_CASE("fault 37: an unknown member is skipped and listed, strictness refuses it") {
    const auto answers = spoilt();
    const auto strict = spoilt({.strictness = Strictness::strict});
    for (const auto* value : {"null", "1e400", R"("\u0000")", R"({"a":[1,{"b":[[]]}]})", "[true,false]"}) {
        CAPTURE(value);
        CHECK(answers.answered(with_unknown(value)) == answers.answered(body()));
        CHECK(strict.refused(with_unknown(value)).json_path == "$.usage.new");
    }
    CHECK(strict.answered(body()));
    CallInfo info;
    const auto transport = scripted({json(200, with_unknown("7"))});
    const wiremock::Client client{ApiToken{token}, {.transport = transport}};
    CHECK(client.usage(subscription, {.info = &info}).get());
    CHECK(info.unknown_members == std::vector<std::string>{"$.usage.new"});
}

TEST_CASE("fault 37: an unknown member is looked at before it is skipped") {
    const auto answers = spoilt();
    for (const auto* value : {"tru", "nul", "falsy", "01", "1.", "+1", "NaN", "'a'", R"("\x41")", R"("\ud83c")", "[1,]",
                              "[1}", R"({"a"})", R"({"a":1,})", R"({a:1})", "[1 2]", "[[]", "{]", ""}) {
        CAPTURE(value);
        const auto error = answers.refused(with_unknown(value));
        CHECK(error.json_path.starts_with("$.usage"));
        CHECK(error.message.find("unknown") == std::string::npos);
    }
    CHECK(answers.refused(with_unknown(R"({"a":[1,{"b":nul}]})")).json_path == "$.usage.new.a[1].b");
    CHECK(answers.answered(body()));
}

TEST_CASE("fault 37: a value that an enumeration has not heard of is kept as text") {
    const auto transport = scripted({json(400, R"({"code":"TOO_MANY_MOONS","message":"no"})")});
    const meteroid::Client client{BearerToken{token}, {.transport = transport}};
    const auto error = error_of(
        client.subscription_usage({.subscription_id = meteroid::SubscriptionId{"sub_7n42DGM5Tflk9n8mt7Fhc7"}}).get(),
        token);
    const auto code = meteroid::error_code(error);
    REQUIRE(code);
    CHECK(code->known() == std::nullopt);
    CHECK(code->unknown() == "TOO_MANY_MOONS");
}

TEST_CASE("fault 38: a count is exact, however it is written, or a decode error") {
    check_readings<Usage>(spoilt(), stubs,
                          {
                              {"1.0", "1"},
                              {"1e2", "100"},
                              {"-1", "-1"},
                              {"-0", "0"},
                              {"9007199254740993", "9007199254740993"},
                              {"9007199254740993.0", "9007199254740993"},
                              {"9223372036854775807", "9223372036854775807"},
                              {"-9223372036854775808", "-9223372036854775808"},
                              {"9223372036854775808", {}},
                              {"-9223372036854775809", {}},
                              {"18446744073709551615", {}},
                              {"18446744073709551616", {}},
                              {"1e400", {}},
                              {"-1e400", {}},
                              {"1e-1", {}},
                              {"1.5", {}},
                              {"NaN", {}},
                              {"Infinity", {}},
                              {"-Infinity", {}},
                              {"0x10", {}},
                              {"017", {}},
                              {R"("22309")", {}},
                          },
                          [](const Usage& usage) { return std::to_string(usage.stub_called_count); });
    CHECK(spoilt().answered(body()).value().stub_called_count == 22309);
}

TEST_CASE("fault 39: a decimal keeps every digit, as a number and as a text") {
    auto& host = fresh_host();
    const auto number =
        R"({"success":true,"data":{"period":{"start":"2024-01-01T00:00:00Z","end":"2024-01-31T00:00:00Z"},)"
        R"("metrics":{"storage":{"name":"s","unit":"GB","included":1,"used":67.5,"overage":0,)"
        R"("percentage":1}}}})"s;
    const billing::Client billing{BearerToken{token}, {.base_url = host.base_url()}};
    const Spoilt<billing::Usage> numbers{
        .host = host, .request = get_of("/api/billing/usage"), .body = number, .token = token, .call = [=] {
            return billing.usage();
        }};
    const auto forty = "1234567890123456789012345678.901234567890";
    const std::vector<Reading> readings = {{R"("0.10")", "0.10"}, {std::string("\"").append(forty).append("\""), forty},
                                           {forty, forty},        {R"("1e-7")", "1e-7"},
                                           {"29.00", "29.00"},    {"-0.00", "-0.00"},
                                           {"1E+2", "1E+2"},      {"NaN", {}},
                                           {R"("NaN")", {}},      {R"("1,5")", {}},
                                           {"029.00", {}},        {"1e10000", {}}};
    check_readings<billing::Usage>(
        numbers, {.name = "used", .value = "67.5", .path = "$.data.metrics.storage.used"}, readings,
        [](const billing::Usage& usage) { return usage.metrics.find(billing::storage)->used.str(); });

    const auto text = R"({"period_start":"2024-01-01","period_end":"2024-02-01","usage":[{"metric_id":"bm_1",)"
                      R"("metric_name":"n","metric_code":"c","total_value":"1.50","grouped_usage":[]}]})"s;
    const meteroid::SubscriptionId paid{"sub_7n42DGM5Tflk9n8mt7Fhc7"};
    const meteroid::Client meteroid{BearerToken{token}, {.base_url = host.base_url()}};
    const Spoilt<meteroid::Usage> texts{.host = host,
                                        .request = get_of("/api/v1/usage/subscription/" + paid.str()),
                                        .body = text,
                                        .token = token,
                                        .call = [=] { return meteroid.subscription_usage({.subscription_id = paid}); }};
    check_readings<meteroid::Usage>(
        texts, {.name = "total_value", .value = R"("1.50")", .path = "$.usage[0].total_value"}, readings,
        [](const meteroid::Usage& usage) { return usage.usage.at(0).total_value.str(); });
    CHECK(numbers.answered(number));
    CHECK(texts.answered(text));
}

TEST_CASE("fault 40: text is kept with its length and every character, or a decode error") {
    check_readings<Usage>(spoilt(), id,
                          {
                              {R"("a\u0000b")", "a\0b"s},
                              {R"("\u0000")", "\0"s},
                              {R"("caf\u00e9 \ud83c\udf41")", "caf\xC3\xA9 \xF0\x9F\x8D\x81"},
                              {"\"caf\xC3\xA9\"", "caf\xC3\xA9"},
                              {R"("\ud83c")", {}},
                              {R"("\udf41\ud83c")", {}},
                              {R"("\u12")", {}},
                              {R"("\x41")", {}},
                          },
                          [](const Usage& usage) { return usage.id.str(); });
}

TEST_CASE("fault 40: invalid UTF-8 and raw control characters are a decode error, in known and in unknown members") {
    const auto answers = spoilt();
    for (const auto& bytes :
         {"\xFF"s, "\xC3"s, "\xC0\x80"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s, "\x80"s, "\n"s, "\t"s, "\x1F"s, "\0"s}) {
        CAPTURE(bytes);
        const auto broken = "\"a" + bytes + "b\"";
        CHECK(!answers.refused(revalued(body(), id, broken)).message.empty());
        CHECK(!answers.refused(with_unknown(broken)).message.empty());
        CHECK(!answers.refused(with(body(), R"("seatLimit")", broken + R"(:1,"seatLimit")")).message.empty());
    }
    CHECK(answers.answered(body()));
}

TEST_CASE("fault 40: JSON that is nested past the limit is a decode error that names the limit, wherever it stands") {
    const auto answers = spoilt({.json_depth = 5});
    CHECK(answers.answered(with_unknown(arrays(3))) == answers.answered(body()));
    const auto error = answers.refused(with_unknown(arrays(4)));
    CHECK(error.json_path == "$.usage.new[0][0][0]");
    CHECK(error.message == "nested deeper than 5 levels (ClientOptions::json_depth)");
    CHECK(error.advice == "raise ClientOptions::json_depth if the service means it");
    CHECK(answers.refused(R"({"before":[[[[[]]]]],"usage":1})").json_path == "$.before[0][0][0][0]");
    const auto flat = spoilt({.json_depth = 1});
    CHECK(flat.refused(body()).json_path == "$.usage");
    CHECK(spoilt().answered(with_unknown(arrays(998))));
    CHECK(spoilt().refused(with_unknown(arrays(999))).message
          == "nested deeper than 1000 levels (ClientOptions::json_depth)");
}

TEST_CASE("fault 40: five million levels are refused at once") {
    const std::string open(5'000'000, '[');
    const auto start = std::chrono::steady_clock::now();
    for (const auto& bytes : {open, R"({"x":)" + open, with_unknown(arrays(2'500'000))}) {
        const auto transport = scripted({json(200, bytes), json(200, body())});
        const wiremock::Client client{ApiToken{token}, {.transport = transport}};
        const auto error = error_of(client.usage(subscription).get(), token);
        CHECK(error.kind == ErrorKind::decode);
        CHECK(error.status == 200);
        CHECK(client.usage(subscription).get());
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});
}
