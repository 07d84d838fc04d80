#include <string_view>
#include <unordered_map>
#include <vector>

#include <usagekit/report_analysis.hpp>

#include "core/refusal.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

using reports::Metric;

/// The metrics of the earlier report, each to be taken once.
class Earlier {
public:
    explicit Earlier(const std::vector<Metric>& metrics) : metrics_(metrics), is_taken_(metrics.size()) {
        for (std::size_t i = metrics.size(); i-- > 0;) places_[metrics[i].id].push_back(i);
    }

    /// The first with that ID that is left, or null.
    const Metric* take(const std::string& id) {
        const auto found = places_.find(id);
        if (found == places_.end() || found->second.empty()) return nullptr;
        const auto place = found->second.back();
        found->second.pop_back();
        is_taken_[place] = true;
        return &metrics_[place];
    }

    [[nodiscard]] std::vector<std::string> left() const {
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < metrics_.size(); ++i) {
            if (!is_taken_[i]) ids.push_back(metrics_[i].id);
        }
        return ids;
    }

private:
    const std::vector<Metric>& metrics_;
    std::vector<bool> is_taken_;
    std::unordered_map<std::string_view, std::vector<std::size_t>> places_{};  // by ID, the first at the end
};

MetricChange change(const Metric& before, const Metric& after, bool period_changed) {
    MetricChange change{.id = after.id, .name = after.name, .before = before.used, .after = after.used};
    const bool is_gauge = after.kind == reports::MetricKind::gauge;
    if (!before.used || !after.used || before.unit != after.unit || (period_changed && !is_gauge)) return change;
    change.difference = *after.used - *before.used;
    change.went_down = after.kind == reports::MetricKind::counter && change.difference->is_negative();
    return change;
}

}  // namespace

Result<ReportDifference> diff(const UsageReport& before, const UsageReport& after) {
    if (before.provider != after.provider || before.subject != after.subject) {
        return refusal("the two reports are not of the same provider and subject",
                       "compare reports of one thing at two times");
    }
    ReportDifference difference{.period_changed = before.period != after.period};
    Earlier earlier(before.metrics);
    for (const auto& metric : after.metrics) {
        if (const auto* const same = earlier.take(metric.id)) {
            if (same->used != metric.used) {
                difference.changes.push_back(change(*same, metric, difference.period_changed));
            }
        } else {
            difference.appeared.push_back(metric.id);
        }
    }
    difference.vanished = earlier.left();
    return difference;
}

}  // namespace USAGEKIT_NAMESPACE
