#include <doctest/doctest.h>

#include <usagekit/billing/client.hpp>
#include <usagekit/testing/fake.hpp>

#include "../rules.hpp"
#include "bodies.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono;
using namespace std::chrono_literals;
using billing::Client;
using billing::GetUsage;
using billing::MetricId;

namespace {

const Client billing_client{BearerToken{"session"}, {.base_url = "https://billing.example"}};

std::string query_of(const GetUsage& request) {
    const auto shown = billing_client.usage(request).request();
    REQUIRE(shown);
    constexpr std::string_view path = "https://billing.example/api/billing/usage";
    REQUIRE(shown.value().url.starts_with(path));
    return shown.value().url.substr(path.size());
}

std::string refusal_of(const GetUsage& request) { return ::refusal_of(billing_client.usage(request)); }

Error told(http::Response response) {
    const auto transport = scripted({std::move(response)});
    const Client client{BearerToken{"session"},
                        {.base_url = "https://billing.example", .retry = {.attempts = 1}, .transport = transport}};
    return error_of(client.usage()).value();
}

}  // namespace

TEST_CASE("Billing keeps the rules of all providers") {
    check_rules({"Bearer", bodies::billing_usage, [](const auto& token, const auto& options, const auto& call) {
                     return tried(Client{BearerToken{token}, options}.usage({}, call));
                 }});
}

TEST_CASE("Billing has no default host") {
    const auto shown = Client{BearerToken{"session"}, {}}.usage().request();
    REQUIRE(!shown);
    CHECK(shown.error().kind == ErrorKind::invalid_request);
    CHECK(shown.error().message == "no base URL is given");
    CHECK(shown.error().advice == "set ClientOptions::base_url");
}

TEST_CASE("the query of a Billing request has what was given and nothing else") {
    CHECK(query_of({}).empty());
    CHECK(query_of({.start_date = 2024y / January / 1, .end_date = 2024y / January / 31})
          == "?startDate=2024-01-01&endDate=2024-01-31");
    CHECK(query_of({.start_date = Timestamp{sys_days{2024y / January / 1}}}) == "?startDate=2024-01-01T00%3A00%3A00Z");
    CHECK(query_of({.end_date = sys_days{2024y / January / 31} + 23h + 59min + 59s + 500ms})
          == "?endDate=2024-01-31T23%3A59%3A59.500000Z");
    CHECK(query_of({.metrics = {billing::api_calls, billing::storage}}) == "?metrics=api_calls,storage");
    CHECK(query_of({.metrics = {MetricId{"gpuHours"}, MetricId{"a&b= +%\xC3\xA9"}}})
          == "?metrics=gpu_hours,a%26b%3D%20%2B%25%C3%A9");
}

TEST_CASE("a metric without a name, or with a comma in it, is refused") {
    CHECK(refusal_of({.metrics = {billing::storage, MetricId{}}}) == "GetUsage::metrics has the name \"\"");
    CHECK(refusal_of({.metrics = {MetricId{"api_calls,storage"}}})
          == "GetUsage::metrics has the name \"api_calls,storage\"");
}

TEST_CASE("a Billing period must exist and end after its start, in days and in moments") {
    const auto midnight = [](Date day) { return Timestamp{sys_days{day}}; };
    constexpr Date first{2024y / January / 1};
    constexpr Date month_end{2024y / January / 31};
    CHECK(refusal_of({.start_date = month_end, .end_date = first})
          == "endDate (2024-01-01) is not after startDate (2024-01-31)");
    CHECK(refusal_of({.start_date = first, .end_date = first}).starts_with("endDate (2024-01-01) is not after"));
    CHECK(refusal_of({.start_date = midnight(first), .end_date = midnight(first)})
          == "endDate (2024-01-01T00:00:00Z) is not after startDate (2024-01-01T00:00:00Z)");
    CHECK(refusal_of({.start_date = month_end, .end_date = midnight(month_end) - 1us})
              .starts_with("endDate (2024-01-30T23:59:59"));
    CHECK(refusal_of({.start_date = midnight(month_end), .end_date = first})
              .starts_with("endDate (2024-01-01) is not after"));
    CHECK(refusal_of({.start_date = 2023y / February / 29}) == "startDate is 2023-02-29, which does not exist");
    CHECK(refusal_of({.end_date = midnight(10000y / January / 1)}).starts_with("endDate is 10000-01-01T00:00:00Z"));

    CHECK(query_of({.start_date = midnight(0y / January / 1), .end_date = midnight(9999y / December / 31)})
          == "?startDate=0000-01-01T00%3A00%3A00Z&endDate=9999-12-31T00%3A00%3A00Z");
    CHECK(!query_of({.start_date = midnight(first), .end_date = midnight(first) + 1us}).empty());
    CHECK(!query_of({.start_date = first, .end_date = midnight(first)}).empty());
    CHECK(!query_of({.start_date = midnight(first) + 12h, .end_date = first}).empty());
}

TEST_CASE("success: false is an error under any status, with the service's code and message") {
    struct Row {
        int status;
        const char* error;
        ErrorKind kind;
        const char* code;
        const char* message;
    };
    static constexpr Row rows[] = {
        {401, R"({"code":"UNAUTHORIZED","message":"Authentication required"})", ErrorKind::authentication,
         "UNAUTHORIZED", "Authentication required"},
        {400, R"({"code":"BAD_REQUEST","message":"Invalid date range"})", ErrorKind::rejected, "BAD_REQUEST",
         "Invalid date range"},
        {200, R"({"code":"BAD_REQUEST","message":"Invalid date range"})", ErrorKind::rejected, "BAD_REQUEST",
         "Invalid date range"},
        {200, R"({"code":"UNAUTHORIZED","message":"Authentication required"})", ErrorKind::authentication,
         "UNAUTHORIZED", "Authentication required"},
        {200, R"({"code":"NEW_CODE","message":"why"})", ErrorKind::rejected, "NEW_CODE", "why"},
        {201, R"({"code":17})", ErrorKind::rejected, "17", "the service gave no reason"},
        {200, "{}", ErrorKind::rejected, "", "the service gave no reason"},
        {200, "null", ErrorKind::rejected, "", "the service gave no reason"},
        {200, "\"nope\"", ErrorKind::rejected, "", "nope"},
        {400, "\"nope\"", ErrorKind::rejected, "", "nope"},
        {200, R"({"code":"X","message":5})", ErrorKind::rejected, "X", "5"},
        {401, R"({"code":"X","message":{"en":"no"}})", ErrorKind::authentication, "X", R"({"en":"no"})"},
        {503, R"({"code":"DOWN","message":"later"})", ErrorKind::server, "DOWN", "later"},
    };
    for (const auto& row : rows) {
        const auto end = std::string(R"(,"error":)") + row.error + "}";
        for (const auto& body : {R"({"success":false)" + end, R"({"success":false,"data":null)" + end,
                                 R"({"success":false,"data":[1])" + end}) {
            CAPTURE(body);
            const auto error = told(json(row.status, body));
            CHECK(error.kind == row.kind);
            CHECK(error.status == row.status);
            CHECK(error.code == row.code);
            CHECK(error.message == row.message);
            CHECK(error.body == body);
            CHECK(!error.advice.empty());
        }
    }
    auto whole = bodies::billing_usage;
    const auto error = told(json(200, whole.replace(whole.find("true"), 4, "false")));
    CHECK(error.kind == ErrorKind::rejected);
    CHECK(told(json(200, R"({"success":false})")).kind == ErrorKind::rejected);
    const auto broken =
        R"({"error":tru,"success":false,)" + bodies::billing_usage.substr(bodies::billing_usage.find("\"data\""));
    CHECK(told(json(200, broken)).kind == ErrorKind::decode);
}

TEST_CASE("an answer that claims success without data is a decode error") {
    CHECK(told(json(200, R"({"success":true})")).json_path == "$.data");
    CHECK(told(json(200, R"({"success":"false","error":{}})")).json_path == "$.success");
    CHECK(told(json(200, R"({"success":true,"error":{"code":"X"}})")).kind == ErrorKind::decode);
}
