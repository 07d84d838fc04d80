#pragma once

#include <optional>
#include <ostream>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/measure/company.hpp>
#include <usagekit/measure/metric.hpp>
#include <usagekit/measure/pricing.hpp>
#include <usagekit/measure/product.hpp>
#include <usagekit/required.hpp>
#include <usagekit/time.hpp>

/// Measure, which also answers as Maple Billing: what its usage API takes and returns. Source of every member: the
/// contract's Measure schemas.
///
/// The provider documents no member of a response as required, so every one can be absent. One that is null counts as
/// absent.
namespace USAGEKIT_NAMESPACE::measure {

/// Of a subscription of a company.
using SubscriptionId = Id<struct SubscriptionTag>;
/// Of a `UsageRecord`.
using SubscriptionMetricRecordId = Id<struct SubscriptionMetricRecordTag>;

/// A range of time.
struct USAGEKIT_EXPORT Period {
    std::optional<Timestamp> start_date{};  ///< Where it begins: a moment, in spite of the name.
    std::optional<Timestamp> end_date{};    ///< Where it ends: a moment as well.

    bool operator==(const Period&) const = default;
};

/// Asks for the usage of one metric of a subscription.
struct USAGEKIT_EXPORT GetSubscriptionUsage {
    Required<CompanyId> company_id;                              ///< The company; begins with `cmp_`.
    Required<SubscriptionId> subscription_id;                    ///< Whose usage.
    Required<ProductMetricPricingId> product_metric_pricing_id;  ///< The pricing whose usage is asked for.
    std::optional<Period> period{};                              ///< The range that the usage is of.

    bool operator==(const GetSubscriptionUsage&) const = default;
};

/// A part of a usage record.
struct USAGEKIT_EXPORT UsageBreakdown {
    std::optional<Period> period{};     ///< The period of the part.
    std::optional<RawJson> grouping{};  ///< A free-form object.
    std::optional<RawJson> breakout{};  ///< A free-form object.
    /// The usage: any JSON value, kept whole. It is absent also when the service gives null.
    std::optional<RawJson> value{};

    bool operator==(const UsageBreakdown&) const = default;
};

/// Usage in one period.
struct USAGEKIT_EXPORT UsageRecord {
    std::optional<SubscriptionMetricRecordId> subscription_metric_record_id{};  ///< Names the record.
    std::optional<Period> period{};                                             ///< The period of the usage.
    /// The usage: any JSON value, kept whole. It is absent also when the service gives null.
    std::optional<RawJson> value{};
    std::optional<std::vector<UsageBreakdown>> breakdown{};  ///< The parts of the usage.

    bool operator==(const UsageRecord&) const = default;
};

/// Usage of one metric of a subscription.
struct USAGEKIT_EXPORT Usage {
    std::optional<Metric> metric{};                                ///< The metric.
    std::optional<ProductMetricPricing> product_metric_pricing{};  ///< How the metric is priced.
    std::optional<std::vector<UsageRecord>> usage{};               ///< Absent when there is none; may also be empty.

    bool operator==(const Usage&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE::measure
