#include <utility>

#include <usagekit/meteroid/report.hpp>

namespace USAGEKIT_NAMESPACE::meteroid {

namespace {

reports::Metric metric_of(const MetricUsage& usage) {
    reports::Metric metric{.id = usage.metric_code.empty() ? usage.metric_id.str() : usage.metric_code,
                           .name = usage.metric_name,
                           .used = usage.total_value};
    for (const auto& group : usage.grouped_usage) {
        metric.groups.push_back({.dimensions = group.dimensions, .used = group.value});
    }
    return metric;
}

}  // namespace

UsageReport report(const Usage& usage, std::optional<std::string> subject) {
    UsageReport report{.provider = "meteroid",
                       .subject = std::move(subject),
                       .period = {.start = usage.period_start, .end = usage.period_end}};
    for (const auto& metric : usage.usage) report.metrics.push_back(metric_of(metric));
    report.notes = {
        "what is used is the sum over the groups, whatever way a metric aggregates: of a maximum or an average it is "
        "neither",
        "metrics go by their codes; the service gives no units, limits or cost",
    };
    return report;
}

}  // namespace USAGEKIT_NAMESPACE::meteroid
