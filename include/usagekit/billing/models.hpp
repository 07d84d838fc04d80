#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/billing/metric_id.hpp>
#include <usagekit/decimal.hpp>
#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/time.hpp>

/// A self-hosted Billing API: what it takes and returns. Source of every member: the contract's Billing schemas.
namespace USAGEKIT_NAMESPACE::billing {

using printing::operator<<;

/// Asks for metered usage. Without dates the current billing period is meant; history is kept for 12 months.
struct USAGEKIT_EXPORT GetUsage {
    std::optional<DateOrTimestamp> start_date{};  ///< From this day or moment on.
    std::optional<DateOrTimestamp> end_date{};    ///< Until this day or moment; after `start_date`.
    /// Only these, `{billing::api_calls, billing::MetricId{"gpu_hours"}}` for example; empty means all.
    std::vector<MetricId> metrics{};

    bool operator==(const GetUsage&) const = default;
};

/// A billing period. Usage begins anew with each.
struct USAGEKIT_EXPORT Period {
    Timestamp start{};  ///< Its first moment.
    Timestamp end{};    ///< Its end.

    bool operator==(const Period&) const = default;
};

/// Usage of one metric. Amounts are in its unit.
struct USAGEKIT_EXPORT Metric {
    std::string name{};    ///< For people.
    std::string unit{};    ///< `requests`, `GB` and the like.
    Decimal included{};    ///< What the plan includes.
    Decimal used{};        ///< What has been used.
    Decimal overage{};     ///< What was used beyond the plan, and is charged.
    Decimal percentage{};  ///< `used` in percent of `included`; more than 100 when there is overage.

    bool operator==(const Metric&) const = default;
};

/// What the usage so far costs.
struct USAGEKIT_EXPORT Cost {
    Decimal base{};     ///< The plan.
    Decimal overage{};  ///< What goes beyond it.
    Decimal total{};    ///< Both, as the service estimates it.
    /// `usd` for example. In the documented example, not in its table of fields.
    std::optional<std::string> currency{};

    bool operator==(const Cost&) const = default;
};

/// Usage of a metric at the end of the period, if it goes on at the current rate.
struct USAGEKIT_EXPORT Projection {
    Decimal projected{};   ///< In the metric's unit.
    Decimal percentage{};  ///< In percent of what the plan includes.

    bool operator==(const Projection&) const = default;
};

/// Metered usage, cost so far and projection. It may be up to five minutes old.
struct USAGEKIT_EXPORT Usage {
    Period period{};                                             ///< What it covers.
    Map<Metric, MetricId> metrics{};                             ///< By metric, in the service's order.
    std::optional<Cost> estimated_cost{};                        ///< Absent when the service estimates none.
    std::optional<Map<Projection, MetricId>> projected_usage{};  ///< By metric; not every metric has one.

    bool operator==(const Usage&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE::billing
