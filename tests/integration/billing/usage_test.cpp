// What Billing is asked, as WireMock's journal has it, and what its answers become.
#include <algorithm>

#include <doctest/doctest.h>

#include <usagekit/billing/client.hpp>

#include "journal.hpp"
#include "served.hpp"
#include "service.hpp"
#include "stub.hpp"

using namespace usagekit;
using namespace std::chrono;
using billing::Client;
using billing::GetUsage;
using billing::MetricId;
using billing::Usage;

namespace {

using Query = std::vector<std::pair<std::string, std::string>>;

/// The JSON of the usage in the envelope that Billing sends it in.
std::string enveloped(const Usage& usage) { return R"({"success":true,"data":)" + to_json(usage) + "}"; }

/// The query of the one request that was received; it has the credential, asks for JSON, and has no body.
Query sent_query(WireMockHost& host) {
    const auto request = only_request(host);
    CHECK(request.method == "GET");
    CHECK(request.url.substr(0, request.url.find('?')) == usage_path);
    CHECK(request.headers.find("Authorization") == "Bearer mock-session-token");
    CHECK(request.headers.find("Accept") == "application/json");
    CHECK(!request.headers.find("Content-Type"));
    CHECK(request.body.empty());
    return query_of(request.url);
}

struct Row {
    GetUsage request;
    Query query;
    std::string file;
};

}  // namespace

TEST_CASE(
    "the query has the dates, moments or metrics that were given and nothing else, and the answer keeps its digits") {
    const Row rows[] = {
        {{}, {}, "usage.json"},
        {{.start_date = 2024y / January / 1, .end_date = 2024y / January / 31},
         {{"startDate", "2024-01-01"}, {"endDate", "2024-01-31"}},
         "usage.json"},
        {{.start_date = Timestamp{sys_days{2024y / January / 1}},
          .end_date = Timestamp{sys_days{2024y / January / 31} + 23h + 59min + 59s}},
         {{"startDate", "2024-01-01T00:00:00Z"}, {"endDate", "2024-01-31T23:59:59Z"}},
         "usage.json"},
        {{.start_date = 2024y / February / 1, .end_date = 2024y / February / 29},
         {{"startDate", "2024-02-01"}, {"endDate", "2024-02-29"}},
         "usage-heavy.json"},
        {{.metrics = {billing::api_calls, billing::storage}}, {{"metrics", "api_calls,storage"}}, "usage-metrics.json"},
        {{.metrics = {MetricId{"gpuHours"}}}, {{"metrics", "gpu_hours"}}, "usage-undocumented-metric.json"},
    };
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const auto& row : rows) {
        CAPTURE(row.file);
        host.reset();
        CHECK(enveloped(client.usage(row.request).get().value()) == served(row.file));
        CHECK(sent_query(host) == row.query);
    }
}

TEST_CASE("the documented usage has exactly the documented figures") {
    const auto usage = client_of(fresh_host()).usage().get().value();
    CHECK(usage.period.start == sys_days{2024y / January / 1});
    CHECK(usage.period.end == sys_days{2024y / January / 31} + 23h + 59min + 59s);
    REQUIRE(usage.metrics.size() == 4);
    const auto& storage = *usage.metrics.find(billing::storage);
    CHECK(storage.name == "Storage");
    CHECK(storage.unit == "GB");
    CHECK(storage.used.str() == "67.5");
    CHECK(usage.metrics.find(billing::api_calls)->percentage.str() == "45.23");
    CHECK(usage.estimated_cost->base.str() == "29.00");
    CHECK(usage.estimated_cost->total.str() == "29.00");
    CHECK(usage.estimated_cost->currency == "usd");
    CHECK(usage.projected_usage->find(billing::api_calls)->projected == Decimal{52'000});
    CHECK(!usage.projected_usage->contains(billing::storage));
}

TEST_CASE("the figures of a heavy month are exact") {
    struct Figures {
        MetricId metric;
        const char* used;
        const char* overage;
        const char* percentage;
    };
    const Figures rows[] = {
        {billing::api_calls, "1520000", "0", "76"}, {billing::storage, "95.5", "0", "95.5"},
        {billing::seats, "12", "2", "120"},         {billing::bandwidth, "1234567.5", "0", "75"},
        {billing::emails, "45000", "0", "90"},      {billing::webhooks, "0", "0", "0"},
    };
    const auto usage = client_of(fresh_host())
                           .usage({.start_date = 2024y / February / 1, .end_date = 2024y / February / 29})
                           .get()
                           .value();
    CHECK(usage.metrics.size() == std::size(rows));
    for (const auto& row : rows) {
        const auto* metric = usage.metrics.find(row.metric);
        REQUIRE(metric);
        CHECK(metric->used.str() == row.used);
        CHECK(metric->overage.str() == row.overage);
        CHECK(metric->percentage.str() == row.percentage);
    }
    CHECK(usage.estimated_cost->overage.str() == "12.5");
    CHECK(usage.estimated_cost->total.str() == "41.50");
    CHECK(usage.estimated_cost->base + usage.estimated_cost->overage == usage.estimated_cost->total);
}

TEST_CASE("a metric that is not documented is kept, and found by both spellings") {
    const auto usage = client_of(fresh_host()).usage({.metrics = {MetricId{"gpu_hours"}}}).get().value();
    REQUIRE(usage.metrics.size() == 1);
    CHECK(usage.metrics.begin()->first.str() == "gpuHours");
    for (const auto* name : {"gpu_hours", "gpuHours"}) {
        const auto* metric = usage.metrics.find(MetricId{name});
        REQUIRE(metric);
        CHECK(metric->used.str() == "12.75");
        CHECK(metric->percentage.str() == "31.875");
    }
    CHECK(usage.projected_usage == std::nullopt);
    CHECK(usage.estimated_cost->currency == std::nullopt);
}

TEST_CASE("fault 15: names of any characters arrive as they are, separated by commas that are none of theirs") {
    auto& host = fresh_host();
    const std::vector<std::string> names = {"a&b=c",
                                            "1+1",
                                            "100%",
                                            "%2c",
                                            "a b",
                                            " ",
                                            "caf\xC3\xA9 \xF0\x9F\x8D\x81",
                                            "a#b?c/",
                                            "a;b",
                                            "\"<>\\",
                                            "\n",
                                            "..",
                                            "&start_date=2024-01-01",
                                            std::string(2'000, 'x')};
    GetUsage request;
    std::string list;
    for (const auto& name : names) {
        request.metrics.emplace_back(name);
        list.append(list.empty() ? "" : ",").append(name);
    }
    host.stub(stub(get_of(usage_path) + R"(,"queryParameters":{"metrics":{"equalTo":)" + to_json(list) + "}}",
                   bytes_answer(served("usage.json"))));
    CHECK(client_of(host).usage(request).get());
    CHECK(sent_query(host) == Query{{"metrics", list}});
    const auto url = only_request(host).url;
    CHECK(std::count(url.begin(), url.end(), ',') == static_cast<std::ptrdiff_t>(names.size()) - 1);
}

TEST_CASE("fractions of seconds and either end alone arrive as they were given") {
    auto& host = fresh_host();
    host.stub(stub(get_of(usage_path), bytes_answer(served("usage.json"))));
    const auto query = [&](const GetUsage& request) {
        CHECK(client_of(host).usage(request).get());
        return query_of(host.journal().back().url);
    };
    CHECK(query({.start_date = Timestamp{sys_days{2024y / January / 1}} + 1us})
          == Query{{"startDate", "2024-01-01T00:00:00.000001Z"}});
    CHECK(query({.end_date = 2024y / January / 31}) == Query{{"endDate", "2024-01-31"}});
    CHECK(query({.start_date = 2024y / January / 1, .metrics = {billing::seats}})
          == Query{{"startDate", "2024-01-01"}, {"metrics", "seats"}});
}

TEST_CASE("a base URL may have a path, which goes before Billing's own") {
    auto& host = fresh_host();
    host.stub(stub(get_of("/tenants/a%20b/api/billing/usage"), bytes_answer(served("usage.json"))));
    for (const auto* prefix : {"/tenants/a%20b", "/tenants/a%20b/"}) {
        CHECK(client_of(host, mock_key, prefix).usage({.metrics = {billing::seats}}).get());
        CHECK(host.journal().back().url == "/tenants/a%20b/api/billing/usage?metrics=seats");
        CHECK(host.journal().back().headers.find("Authorization") == "Bearer mock-session-token");
    }
}

TEST_CASE("fault 15: a metric without a name, or with a comma in it, never reaches Billing") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const auto* name : {"", "a,b", ","}) {
        CHECK(failure(client.usage({.metrics = {billing::seats, MetricId{name}}})).kind == ErrorKind::invalid_request);
    }
    CHECK(host.journal().empty());
}

TEST_CASE("fault 16: an impossible day, and an end that is not after its start, never reach Billing") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    const GetUsage requests[] = {
        {.start_date = 2024y / January / 31, .end_date = 2024y / January / 1},
        {.start_date = 2024y / January / 1, .end_date = 2024y / January / 1},
        {.start_date = 2024y / February / 30},
        {.end_date = 2023y / February / 29},
        {.start_date = Date{year{2024}, month{13}, day{1}}},
        {.start_date = Timestamp{sys_days{2024y / January / 2}}, .end_date = Timestamp{sys_days{2024y / January / 1}}},
        {.end_date = Timestamp{sys_days{10000y / January / 1}}},
    };
    for (const auto& request : requests) CHECK(failure(client.usage(request)).kind == ErrorKind::invalid_request);
    CHECK(host.journal().empty());
}

TEST_CASE("an idempotency key, which Billing does not take, never reaches it") {
    auto& host = fresh_host();
    CHECK(failure(client_of(host).usage({}, {.idempotency_key = "k"})).kind == ErrorKind::invalid_request);
    CHECK(host.journal().empty());
}
