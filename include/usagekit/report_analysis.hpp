#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/decimal.hpp>
#include <usagekit/report.hpp>
#include <usagekit/result.hpp>
#include <usagekit/time.hpp>

namespace USAGEKIT_NAMESPACE {

// Thresholds

/// From where on usage is worth a look. The defaults are those of the dashboard that Billing documents.
struct Thresholds {
    Decimal warning = 75;   ///< In percent of the limit.
    Decimal critical = 90;  ///< The same; not below `warning`.

    bool operator==(const Thresholds&) const = default;
};

/// How close to its limit a metric is.
enum class Level : std::uint8_t {
    normal,    ///< At `Thresholds::warning` or below.
    warning,   ///< Above it.
    critical,  ///< Above `Thresholds::critical`.
};

/// The level of a percentage.
[[nodiscard]] USAGEKIT_EXPORT Level level_of(const Decimal& percentage, const Thresholds& thresholds = {});

/// A metric that is above a threshold.
struct Crossing {
    std::string id{};      ///< Of the metric.
    std::string name{};    ///< Of the metric, for people.
    Decimal percentage{};  ///< What it has used of its limit.
    Level level{};         ///< `warning` or `critical`.

    bool operator==(const Crossing&) const = default;
};

/// The metrics that are above a threshold, in the order of the report. One without a percentage is above none.
[[nodiscard]] USAGEKIT_EXPORT std::vector<Crossing> thresholds(const UsageReport& report,
                                                               const Thresholds& limits = {});

// Projection

/// What a metric amounts to at the end of the period, if it goes on as it went.
struct ProjectedMetric {
    std::string id{};                     ///< Of the metric.
    std::string name{};                   ///< Of the metric, for people.
    std::optional<std::string> unit{};    ///< Of the metric.
    Decimal used{};                       ///< At the end of the period, with as many decimal places as now.
    std::optional<Decimal> percentage{};  ///< In percent of the limit, with two decimal places.

    bool operator==(const ProjectedMetric&) const = default;
};

/// A projection of this library's own, beside the one that a provider may give (`reports::Metric::projection`).
struct UsageProjection {
    std::string method{};                    ///< In words, for people.
    Timestamp now{};                         ///< When the figures were taken.
    std::vector<ProjectedMetric> metrics{};  ///< Those that can be projected, in the order of the report.

    bool operator==(const UsageProjection&) const = default;
};

/// Linear in the time that has passed: `used` grows until the end of the period as it did, evenly, since its start.
///
/// A day begins at midnight UTC. A gauge is a level and not projected, nor is a metric without `used`; one of unknown
/// kind is taken for a counter, as `method` says. Absent when the report does not have both ends of a period, or `now`
/// is not inside of it: at its start, before, or at or behind its end.
[[nodiscard]] USAGEKIT_EXPORT std::optional<UsageProjection> projection(const UsageReport& report, Timestamp now);

// Difference

/// A metric whose `used` differs between two reports, or is there in one only.
struct MetricChange {
    std::string id{};                 ///< Of the metric.
    std::string name{};               ///< Of the metric, for people, as the later report has it.
    std::optional<Decimal> before{};  ///< What the earlier report has.
    std::optional<Decimal> after{};   ///< What the later report has.
    /// `after` less `before`; absent when either is, when it began anew between, and when their units differ.
    std::optional<Decimal> difference{};
    /// A counter that went down inside one period, which a counter does not: the provider corrected it, or the two
    /// reports are not of the same thing.
    bool went_down = false;

    bool operator==(const MetricChange&) const = default;
};

/// How usage differs between two reports of the same thing. Limits, cost and groups are not compared.
struct ReportDifference {
    /// The periods differ: what is no gauge began anew between the reports, and has no `difference`.
    bool period_changed = false;
    std::vector<std::string> appeared{};  ///< The IDs of metrics that only the later report has.
    std::vector<std::string> vanished{};  ///< The IDs of metrics that only the earlier report has.
    std::vector<MetricChange> changes{};  ///< Of metrics that both have, in the order of the later one.

    bool operator==(const ReportDifference&) const = default;
};

/// What changed from one report to a later one. Metrics are matched by ID; of several with one ID, the first with the
/// first. Gives `invalid_request` when provider or subject differ: their figures are of different things.
[[nodiscard]] USAGEKIT_EXPORT Result<ReportDifference> diff(const UsageReport& before, const UsageReport& after);

}  // namespace USAGEKIT_NAMESPACE
