#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <usagekit/billing/report.hpp>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::billing {

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

/// The projections, to be found by metric: look-up in a `Map` goes through all of it.
class Projections {
public:
    explicit Projections(const Usage& usage) {
        if (!usage.projected_usage) return;
        for (const auto& [id, projection] : *usage.projected_usage) {
            by_text_.try_emplace(id.str(), &projection);
            by_metric_.try_emplace(id, &projection);
        }
    }

    /// As `Map::find` does: of several that are equal, the one that is so to the letter.
    [[nodiscard]] const Projection* find(const MetricId& id) const {
        if (const auto found = by_text_.find(id.str()); found != by_text_.end()) return found->second;
        const auto found = by_metric_.find(id);
        return found == by_metric_.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::string, const Projection*> by_text_{};
    std::unordered_map<MetricId, const Projection*> by_metric_{};
};

/// Of a metric that is projected, and has no usage that it could stand beside.
std::string left_out(const MetricId& id, const Projection& projection) {
    return concat("the projection of ", id.str(), " to ", projection.projected.str(),
                  " is left out: the answer has no usage of that metric");
}

void note_left_out(UsageReport& report, const Usage& usage) {
    if (!usage.projected_usage) return;
    std::unordered_set<MetricId> used;
    for (const auto& [id, metric] : usage.metrics) used.insert(id);
    for (const auto& [id, projection] : *usage.projected_usage) {
        if (!used.contains(id)) report.notes.push_back(left_out(id, projection));
    }
}

}  // namespace

UsageReport report(const Usage& usage, std::optional<std::string> subject) {
    UsageReport report{.provider = "billing",
                       .subject = std::move(subject),
                       .period = {.start = usage.period.start, .end = usage.period.end}};
    const Projections projections(usage);
    for (const auto& [id, metric] : usage.metrics) {
        report.metrics.push_back(metric_of(id, metric, projections.find(id)));
    }
    report.notes.emplace_back("the figures may be up to five minutes old");
    if (usage.estimated_cost) {
        report.cost = cost_of(*usage.estimated_cost);
        report.notes.emplace_back(usage.estimated_cost->currency
                                      ? "the cost is the service's estimate"
                                      : "the cost is the service's estimate, which names no currency");
    }
    note_left_out(report, usage);
    return report;
}

}  // namespace USAGEKIT_NAMESPACE::billing
