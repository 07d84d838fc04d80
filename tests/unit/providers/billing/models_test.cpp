#include <doctest/doctest.h>

#include "bodies.hpp"
#include "providers/billing/envelope.hpp"
#include "with.hpp"

using namespace usagekit;
using namespace std::chrono;
using namespace std::chrono_literals;
using billing::MetricId;
using billing::Usage;

namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

Result<Usage> decoded(std::string body) {
    Usage usage;
    if (auto error = billing::read_usage(usage, body, {})) return *std::move(error);
    return usage;
}

billing::Metric metric(const char* name, const char* unit, int included, const char* used, const char* percentage) {
    return {.name = name, .unit = unit, .included = included, .used = decimal(used), .percentage = decimal(percentage)};
}

const Usage documented{
    .period = {.start = sys_days{2024y / January / 1}, .end = sys_days{2024y / January / 31} + 23h + 59min + 59s},
    .metrics = {{billing::api_calls, metric("API Calls", "requests", 100000, "45230", "45.23")},
                {billing::storage, metric("Storage", "GB", 100, "67.5", "67.5")},
                {billing::seats, metric("Team Seats", "users", 10, "7", "70")},
                {billing::bandwidth, metric("Bandwidth", "GB", 1000, "234.8", "23.48")}},
    .estimated_cost = billing::Cost{.base = 29, .total = 29, .currency = "usd"},
    .projected_usage = {{{billing::api_calls, {.projected = 52000, .percentage = 52}}}}};

}  // namespace

TEST_CASE("Billing's documented usage decodes, with every value in its place") {
    CHECK(decoded(bodies::billing_usage).value() == documented);
}

TEST_CASE("what Billing sent is encoded as it came: 67.5 is no binary float, and 29.00 keeps its zeros") {
    const auto usage = decoded(bodies::billing_usage).value();
    CHECK(R"({"success":true,"data":)" + to_json(usage) + "}" == bodies::billing_usage);
    CHECK(usage.metrics.find(billing::storage)->used.str() == "67.5");
    CHECK(usage.metrics.find(billing::bandwidth)->percentage.str() == "23.48");
    CHECK(usage.estimated_cost->total.str() == "29.00");
    for (const auto* digits :
         {"1234567.890123456789", "1234567890123456789012345678901234567890", "0.10", "1e-7", "-0.5"}) {
        const auto body = with(bodies::billing_usage, R"("used":67.5)", std::string(R"("used":)") + digits);
        CHECK(decoded(body).value().metrics.find(billing::storage)->used.str() == digits);
    }
}

TEST_CASE("a metric is found by either spelling, and one that is not documented keeps its name") {
    const auto usage = decoded(with(bodies::billing_usage, "\"seats\"", "\"gpuHours\"")).value();
    CHECK(usage.metrics.find(MetricId{"api_calls"}) == usage.metrics.find(billing::api_calls));
    CHECK(usage.metrics.find(MetricId{"gpu_hours"})->name == "Team Seats");
    CHECK(usage.metrics.find(billing::seats) == nullptr);
    std::vector<std::string> names;
    for (const auto& [id, figures] : usage.metrics) names.push_back(id.str());
    CHECK(names == std::vector<std::string>{"apiCalls", "storage", "gpuHours", "bandwidth"});
}

TEST_CASE("two metrics of an answer whose names differ are two, even where their IDs are equal") {
    const auto usage =
        decoded(with(with(bodies::billing_usage, "\"seats\"", "\"gpu_1\""), "\"bandwidth\"", "\"gpu1\"")).value();
    CHECK(usage.metrics.size() == 4);
    CHECK(usage.metrics.find(MetricId{"gpu_1"})->name == "Team Seats");
    CHECK(usage.metrics.find(MetricId{"gpu1"})->name == "Bandwidth");
    using Names = Map<bool, MetricId>;
    CHECK(Names{{MetricId{"gpu_1"}, true}, {MetricId{"gpu1"}, false}}.size() == 2);
    CHECK(Names{{MetricId{"gpu_1"}, true}, {MetricId{"gpu1"}, false}}
          == Names{{MetricId{"gpu1"}, false}, {MetricId{"gpu_1"}, true}});
    CHECK(Names{{MetricId{"gpu_1"}, true}} != Names{{MetricId{"gpu1"}, true}});
}

TEST_CASE("cost, currency and projection may be absent") {
    auto bare = documented;
    bare.estimated_cost->currency.reset();
    CHECK(decoded(with(bodies::billing_usage, R"(,"currency":"usd")", "")).value() == bare);
    bare.projected_usage.reset();
    bare.estimated_cost.reset();
    const auto from = bodies::billing_usage.find(R"(,"estimatedCost")");
    CHECK(decoded(bodies::billing_usage.substr(0, from) + "}}").value() == bare);
}

TEST_CASE("each member of Billing's usage that is missing is named by its path") {
    struct Row {
        const char* name;
        const char* path;
    };
    static constexpr Row rows[] = {
        {"success", "$.success"},
        {"data", "$.data"},
        {"period", "$.data.period"},
        {"start", "$.data.period.start"},
        {"end", "$.data.period.end"},
        {"metrics", "$.data.metrics"},
        {"name", "$.data.metrics.apiCalls.name"},
        {"unit", "$.data.metrics.apiCalls.unit"},
        {"included", "$.data.metrics.apiCalls.included"},
        {"used", "$.data.metrics.apiCalls.used"},
        {"overage", "$.data.metrics.apiCalls.overage"},
        {"percentage", "$.data.metrics.apiCalls.percentage"},
        {"base", "$.data.estimatedCost.base"},
        {"total", "$.data.estimatedCost.total"},
        {"projected", "$.data.projectedUsage.apiCalls.projected"},
    };
    for (const auto& row : rows) {
        const std::string name = row.name;
        const auto usage = decoded(with(bodies::billing_usage, "\"" + name + "\":", "\"renamed\":"));
        REQUIRE(!usage);
        CHECK(usage.error().kind == ErrorKind::decode);
        CHECK(usage.error().json_path == row.path);
    }
}
