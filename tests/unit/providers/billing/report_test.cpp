#include <doctest/doctest.h>

#include <usagekit/billing/report.hpp>

#include "golden.hpp"
#include "providers/billing/fields.hpp"

using namespace usagekit;
using reports::MetricKind;

namespace {

billing::Usage january() {
    return {.period = {.start = parse_timestamp("2024-01-01T00:00:00Z").value(),
                       .end = parse_timestamp("2024-01-31T23:59:59Z").value()},
            .metrics = {{billing::MetricId{"apiCalls"},
                         {.name = "API Calls", .unit = "requests", .included = 100, .used = 120, .overage = 20}}}};
}

}  // namespace

TEST_CASE(
    "Billing's reports of its documented answer and of a heavy month look as they are known to, in every format") {
    const auto to_report = [](const auto& envelope) { return billing::report(envelope.data); };
    auto contract = Contract::of("billing");
    auto examples = reports_of_examples<billing::UsageEnvelope>(contract, "BillingUsageEnvelope", to_report);
    examples.push_back(report_of_mock<billing::UsageEnvelope>("billing/__files/usage-heavy.json", to_report));
    CHECK(complaint_about_golden("billing", examples) == "");
}

TEST_CASE("a report of Billing has every figure that the service gives, and the subject that the caller names") {
    auto usage = january();
    usage.metrics.find(billing::api_calls)->percentage = 120;
    usage.projected_usage = {{billing::api_calls, {.projected = 200, .percentage = 200}}};
    usage.estimated_cost = {.base = 29, .overage = 1, .total = 30, .currency = "usd"};
    const auto report = billing::report(usage, "acme");
    CHECK(report.provider == "billing");
    CHECK(report.subject == "acme");
    CHECK(report.period == reports::Period{.start = usage.period.start, .end = usage.period.end});
    CHECK(report.metrics
          == std::vector<reports::Metric>{{.id = "apiCalls",
                                           .name = "API Calls",
                                           .kind = MetricKind::counter,
                                           .unit = "requests",
                                           .used = 120,
                                           .limit = 100,
                                           .overage = 20,
                                           .percentage = 120,
                                           .projection = reports::Projection{.used = 200, .percentage = 200}}});
    CHECK(report.cost == reports::Cost{.total = 30, .base = 29, .overage = 1, .currency = "usd"});
}

TEST_CASE("of Billing's documented metrics calls are counters and seats a gauge; of others nothing is known") {
    auto usage = january();
    usage.metrics = {{billing::api_calls, {}},
                     {billing::bandwidth, {}},
                     {billing::seats, {}},
                     {billing::storage, {}},
                     {billing::MetricId{"gpuHours"}, {}}};
    std::vector<Open<MetricKind>> kinds;
    for (const auto& metric : billing::report(usage).metrics) kinds.push_back(metric.kind);
    using enum MetricKind;
    CHECK(kinds == std::vector<Open<MetricKind>>{counter, counter, gauge, gauge, unknown});
}

TEST_CASE("a projection is of the metric that is spelled as it is, else of the other spelling") {
    auto usage = january();
    usage.metrics = {{billing::MetricId{"gpuHours"}, {}}, {billing::MetricId{"gpu_hours"}, {}}};
    usage.projected_usage = {{billing::MetricId{"gpu_hours"}, {.projected = 1}}};
    CHECK(billing::report(usage).metrics[0].projection->used == 1);
    usage.projected_usage->insert_or_assign(billing::MetricId{"gpuHours"}, {.projected = 2});
    CHECK(billing::report(usage).metrics[0].projection->used == 2);
    CHECK(billing::report(usage).metrics[1].projection->used == 1);
    CHECK(billing::report(usage).notes.size() == 1);
}

TEST_CASE("what Billing leaves out stays absent, and a projection of no metric is noted") {
    auto usage = january();
    CHECK(!billing::report(usage).cost);
    CHECK(!billing::report(usage).metrics.front().projection);
    usage.projected_usage = {{billing::MetricId{"gpuHours"}, {.projected = 7}}};
    const auto report = billing::report(usage);
    CHECK(!report.metrics.front().projection);
    CHECK(report.notes.back() == "the projection of gpuHours to 7 is left out: the answer has no usage of that metric");
}
