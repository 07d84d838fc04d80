#include <algorithm>
#include <array>
#include <utility>

#include <usagekit/billing/report.hpp>

#include "core/text.hpp"

namespace usagekit::billing {

namespace {

using reports::MetricKind;

MetricKind kind_of(const MetricId& id) {
    static constexpr std::array counters = {api_calls, bandwidth, emails, webhooks};
    static constexpr std::array gauges = {storage, seats};
    const auto is_this = [&](const MetricId& documented) { return documented == id; };
    if (std::any_of(counters.begin(), counters.end(), is_this)) return MetricKind::counter;
    return std::any_of(gauges.begin(), gauges.end(), is_this) ? MetricKind::gauge : MetricKind::unknown;
}

reports::Metric metric_of(const MetricId& id, const Metric& metric, const Projection* projected) {
    reports::Metric reported{.id = id.str(),
                             .name = metric.name,
                             .kind = kind_of(id),
                             .unit = metric.unit,
                             .used = metric.used,
                             .limit = metric.included,
                             .overage = metric.overage,
                             .percentage = metric.percentage};
    if (projected != nullptr) {
        reported.projection = {.used = projected->projected, .percentage = projected->percentage};
    }
    return reported;
}

reports::Cost cost_of(const Cost& cost) {
    return {.total = cost.total, .base = cost.base, .overage = cost.overage, .currency = cost.currency};
}

/// Of a metric that is projected, and has no usage that it could stand beside.
std::string left_out(const MetricId& id, const Projection& projection) {
    return concat("the projection of ", id.str(), " to ", projection.projected.str(),
                  " is left out: the answer has no usage of that metric");
}

}  // namespace

UsageReport report(const Usage& usage, std::optional<std::string> subject) {
    UsageReport report{.provider = "billing",
                       .subject = std::move(subject),
                       .period = {.start = usage.period.start, .end = usage.period.end}};
    for (const auto& [id, metric] : usage.metrics) {
        report.metrics.push_back(
            metric_of(id, metric, usage.projected_usage ? usage.projected_usage->find(id) : nullptr));
    }
    if (usage.estimated_cost) report.cost = cost_of(*usage.estimated_cost);
    report.notes.emplace_back("the figures may be up to five minutes old; the cost is the service's estimate");
    if (usage.estimated_cost && !usage.estimated_cost->currency) {
        report.notes.emplace_back("the service names no currency of the cost");
    }
    if (!usage.projected_usage) return report;
    for (const auto& [id, projection] : *usage.projected_usage) {
        if (!usage.metrics.contains(id)) report.notes.push_back(left_out(id, projection));
    }
    return report;
}

}  // namespace usagekit::billing
