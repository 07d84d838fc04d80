#include <usagekit/report_analysis.hpp>

namespace USAGEKIT_NAMESPACE {

Level level_of(const Decimal& percentage, const Thresholds& thresholds) {
    if (percentage > thresholds.critical) return Level::critical;
    return percentage > thresholds.warning ? Level::warning : Level::normal;
}

std::vector<Crossing> thresholds(const UsageReport& report, const Thresholds& limits) {
    std::vector<Crossing> crossings;
    for (const auto& metric : report.metrics) {
        if (!metric.percentage) continue;
        const auto level = level_of(*metric.percentage, limits);
        if (level == Level::normal) continue;
        crossings.push_back({.id = metric.id, .name = metric.name, .percentage = *metric.percentage, .level = level});
    }
    return crossings;
}

}  // namespace USAGEKIT_NAMESPACE
