#include <string_view>

#include <usagekit/report_analysis.hpp>

#include "core/number.hpp"
#include "report/moment.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

constexpr std::string_view method =
    "linear: what was used since the start of the period grows evenly until its end; levels (gauges) are left out, and "
    "metrics of unknown kind are taken for counters";

/// How much of a period has passed, of how much.
struct Progress {
    Decimal elapsed;
    Decimal whole;
};

Decimal linear(const Decimal& used, const Progress& progress) {
    return quotient(product(used, progress.whole), progress.elapsed, decimal_places(used));
}

ProjectedMetric projected(const reports::Metric& metric, const Progress& progress) {
    ProjectedMetric end{
        .id = metric.id, .name = metric.name, .unit = metric.unit, .used = linear(*metric.used, progress)};
    if (metric.limit && *metric.limit > 0) end.percentage = percentage(end.used, *metric.limit);
    return end;
}

}  // namespace

std::optional<UsageProjection> projection(const UsageReport& report, Timestamp now) {
    if (!report.period.start || !report.period.end) return std::nullopt;
    const auto start = moment_of(*report.period.start);
    const auto end = moment_of(*report.period.end);
    if (now <= start || now >= end) return std::nullopt;
    const Progress progress{.elapsed = (now - start).count(), .whole = (end - start).count()};
    UsageProjection projection{.method = std::string(method), .now = now};
    for (const auto& metric : report.metrics) {
        const bool is_level = metric.kind == reports::MetricKind::gauge;
        if (metric.used && !is_level) projection.metrics.push_back(projected(metric, progress));
    }
    return projection;
}

}  // namespace USAGEKIT_NAMESPACE
