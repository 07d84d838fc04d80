// What Meteroid is asked, as WireMock's journal has it, and what its answers become.
#include <doctest/doctest.h>

#include <usagekit/meteroid/client.hpp>

#include "journal.hpp"
#include "served.hpp"
#include "service.hpp"
#include "stub.hpp"

using namespace usagekit;
using namespace std::chrono;
using meteroid::Client;
using meteroid::CustomerId;
using meteroid::MetricId;
using meteroid::SubscriptionId;
using meteroid::Usage;

namespace {

constexpr auto both_dates = "?start_date=2024-01-01&end_date=2024-02-01";
constexpr auto dates_and_metric = "?start_date=2024-01-01&end_date=2024-02-01&metric_id=bm_7n42DGM5Tflk9n8mt7Fhc7";
const CustomerId customer{"cus_7n42DGM5Tflk9n8mt7Fhc7"};

/// A call, and the URL that it must ask.
struct Row {
    std::string url;
    Call<Usage> call;
};

/// Sends the call; the one request that comes of it has the credential, asks for JSON, and has no body.
Result<Usage> sent(WireMockHost& host, Row row) {
    host.reset();
    CAPTURE(row.url);
    auto result = std::move(row.call).get();
    const auto request = only_request(host);
    CHECK(request.method == "GET");
    CHECK(request.url == row.url);
    CHECK(request.headers.find("Authorization") == "Bearer mock/api-key");
    CHECK(request.headers.find("Accept") == "application/json");
    CHECK(!request.headers.find("Content-Type"));
    CHECK(!request.headers.find("Idempotency-Key"));
    CHECK(request.body.empty());
    return result;
}

std::vector<Row> rows_of_one_period(const Client& client) {
    std::vector<Row> rows;
    const auto add = [&](const char* path, const char* query, Call<Usage> call) {
        rows.push_back({std::string("/api/v1/usage/").append(path).append(query), std::move(call)});
    };
    for (const auto* query : {both_dates, dates_and_metric}) {
        const auto metric = query == both_dates ? std::nullopt : std::optional(tokens_metric);
        add("subscription/sub_7n42DGM5Tflk9n8mt7Fhc7", query,
            client.subscription_usage(
                {.subscription_id = subscription, .start_date = first_day, .end_date = end_day, .metric_id = metric}));
        add("customer/cus_7n42DGM5Tflk9n8mt7Fhc7", query,
            client.customer_usage(
                {.customer_id = customer, .start_date = first_day, .end_date = end_day, .metric_id = metric}));
        add("summary", query,
            client.usage_summary({.start_date = first_day, .end_date = end_day, .metric_id = metric}));
    }
    return rows;
}

}  // namespace

TEST_CASE("each operation asks its own path once, with the dates and the metric that it was given") {
    auto& host = fresh_host();
    for (auto& row : rows_of_one_period(client_of(host))) {
        CHECK(to_json(sent(host, std::move(row)).value()) == served("usage-dates.json"));
    }
}

TEST_CASE("a subscription's current period is asked without dates, of all metrics or of one") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    const std::string path = "/api/v1/usage/subscription/sub_7n42DGM5Tflk9n8mt7Fhc7";
    CHECK(to_json(sent(host, {path, client.subscription_usage({.subscription_id = subscription})}).value())
          == served("usage-current.json"));
    const auto of_metric =
        sent(host, {path + "?metric_id=bm_7n42DGM5Tflk9n8mt7Fhc7",
                    client.subscription_usage({.subscription_id = subscription, .metric_id = tokens_metric})});
    CHECK(to_json(of_metric.value()) == served("usage-current-metric.json"));
    const SubscriptionId uuid{"018f4d2e-7b7a-7c1e-9a53-2f6b8f0d1c11"};
    CHECK(sent(host, {"/api/v1/usage/subscription/018f4d2e-7b7a-7c1e-9a53-2f6b8f0d1c11",
                      client.subscription_usage({.subscription_id = uuid})}));
}

TEST_CASE("either date of a subscription's period may be left out") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    const std::string path = "/api/v1/usage/subscription/sub_7n42DGM5Tflk9n8mt7Fhc7";
    CHECK(!sent(host, {path + "?start_date=2024-01-01",
                       client.subscription_usage({.subscription_id = subscription, .start_date = first_day})}));
    CHECK(!sent(host, {path + "?end_date=2024-02-01",
                       client.subscription_usage({.subscription_id = subscription, .end_date = end_day})}));
}

TEST_CASE("several metrics decode with every digit, and their groups add up to the total exactly") {
    struct Metric {
        const char* code;
        const char* total;
        std::size_t groups;
    };
    static constexpr Metric metrics[] = {
        {"tokens", "1234567.890123456789", 2},
        {"storage_gb", "350.75", 2},
        {"api_calls", "42", 1},
        {"compute_units", "1234567890123456789012345678.901234567890", 2},
        {"gpu_hours", "0.10", 2},
        {"credits", "-12.5", 2},
        {"exports", "0", 0},
    };
    const auto usage = client_of(fresh_host()).subscription_usage({.subscription_id = subscription}).get().value();
    CHECK(usage.period_start == 2024y / March / 1);
    CHECK(usage.period_end == 2024y / April / 1);
    REQUIRE(usage.usage.size() == std::size(metrics));
    for (std::size_t i = 0; i < usage.usage.size(); ++i) {
        const auto& metric = usage.usage[i];
        CHECK(metric.metric_code == metrics[i].code);
        CHECK(metric.total_value.str() == metrics[i].total);
        CHECK(metric.grouped_usage.size() == metrics[i].groups);
        Decimal sum;
        for (const auto& group : metric.grouped_usage) sum += group.value;
        CHECK(sum == metric.total_value);
    }
}

TEST_CASE("a group has all its dimensions, in any language, and may have none") {
    const auto usage = client_of(fresh_host()).subscription_usage({.subscription_id = subscription}).get().value();
    const auto& storage = usage.usage.at(1);
    CHECK(storage.metric_id == MetricId{"bm_2qXc9LrT0vWb6yNk4HdMsE"});
    CHECK(storage.metric_name == "Storage");
    CHECK(storage.grouped_usage.at(0).dimensions == Map<std::string>{{"tier", "cold"}, {"site", "Z\xC3\xBCrich"}});
    CHECK(storage.grouped_usage.at(1).dimensions
          == Map<std::string>{{"tier", "hot"}, {"site", "Gen\xC3\xA8ve"}, {"bucket", "logs/2024"}});
    CHECK(usage.usage.at(2).grouped_usage.at(0).dimensions.empty());
}

TEST_CASE("a metric that is not there has no usage, which is no error") {
    const auto client = client_of(fresh_host());
    for (const auto* id : {"bm_other", "018f4d2e-7b7a-7c1e-9a53-2f6b8f0d1c99"}) {
        const auto usage = client
                               .subscription_usage({.subscription_id = subscription,
                                                    .start_date = first_day,
                                                    .end_date = end_day,
                                                    .metric_id = MetricId{id}})
                               .get()
                               .value();
        CHECK(usage.usage.empty());
        CHECK(usage.period_start == first_day);
        CHECK(usage.period_end == end_day);
        const meteroid::GetSubscriptionUsage current{.subscription_id = subscription, .metric_id = MetricId{id}};
        CHECK(client.subscription_usage(current).get().value().usage.empty());
    }
}

TEST_CASE("a customer's alias is found, slash and space and all") {
    auto& host = fresh_host();
    const CustomerId alias{"acme/eu 1"};
    CHECK(sent(host,
               {std::string("/api/v1/usage/customer/acme%2Feu%201") + both_dates,
                client_of(host).customer_usage({.customer_id = alias, .start_date = first_day, .end_date = end_day})}));
}

TEST_CASE("fault 14: any alias arrives as one segment of the path") {
    auto& host = fresh_host();
    host.stub(stub(R"("method":"GET","urlPathPattern":"/api/v1/usage/customer/.*")",
                   bytes_answer(served("usage-dates.json"))));
    const auto client = client_of(host);
    const std::vector<std::string> aliases = {"a/b",
                                              "a?b#c",
                                              "%2e%2e",
                                              "../..",
                                              "...",
                                              " a b ",
                                              "a+b",
                                              "a&b=c;d",
                                              "caf\xC3\xA9 \xF0\x9F\x8D\x81",
                                              "a\\b",
                                              "a\"<>b",
                                              "\n",
                                              std::string(10'000, 'x'),
                                              "{id}"};
    for (const auto& alias : aliases) {
        CHECK(client.customer_usage({.customer_id = CustomerId{alias}, .start_date = first_day, .end_date = end_day})
                  .get());
    }
    const auto journal = host.journal();
    REQUIRE(journal.size() == aliases.size());
    for (std::size_t i = 0; i < aliases.size(); ++i) {
        CHECK(segments_of(journal[i].url) == std::vector<std::string>{"api", "v1", "usage", "customer", aliases[i]});
        CHECK(query_of(journal[i].url).size() == 2);
    }
}

TEST_CASE("fault 13: an ID that would mean another resource, or is none of Meteroid's, never reaches it") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    const auto of = [&](const char* id) { return client.subscription_usage({.subscription_id = SubscriptionId{id}}); };
    const auto of_customer = [&](const char* id) {
        return client.customer_usage({.customer_id = CustomerId{id}, .start_date = first_day, .end_date = end_day});
    };
    const auto refused = [](Call<Usage> call) { CHECK(failure(std::move(call)).kind == ErrorKind::invalid_request); };
    for (const auto* id :
         {"", ".", "..", "sub_", "sub_a/b", "sub_a?b#c", "%2e%2e", "sub_a b", "sub_\xC3\xA9", "bm_1"}) {
        refused(of(id));
    }
    for (const auto* id : {"", ".", ".."}) refused(of_customer(id));
    refused(client.subscription_usage({.subscription_id = subscription, .metric_id = MetricId{"sub_1"}}));
    CHECK(host.journal().empty());
}

TEST_CASE("fault 16: an impossible day, and an end that is not after its start, never reach Meteroid") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    struct Row {
        Date start;
        Date end;
    };
    static constexpr Row rows[] = {{end_day, first_day},
                                   {first_day, first_day},
                                   {first_day, 2024y / February / 30},
                                   {2023y / February / 29, end_day},
                                   {Date{year{2024}, month{13}, day{1}}, 2025y / January / 1}};
    for (const auto& [start, end] : rows) {
        CHECK(failure(client.usage_summary({.start_date = start, .end_date = end})).kind == ErrorKind::invalid_request);
    }
    CHECK(host.journal().empty());
}
