#pragma once

// The fields of the Billing API's contract: what decoding, encoding, printing, queries and the tests derive from.

#include <usagekit/billing/models.hpp>

#include "providers/billing/envelope.hpp"
#include "wire/field.hpp"

namespace USAGEKIT_NAMESPACE::wire {

template <>
inline constexpr auto fields<billing::GetUsage> = Table{
    field("startDate", &billing::GetUsage::start_date),
    field("endDate", &billing::GetUsage::end_date),
    comma_separated(field("metrics", &billing::GetUsage::metrics)),
};

template <>
inline constexpr auto fields<billing::Period> = Table{
    field("start", &billing::Period::start),
    field("end", &billing::Period::end),
};

template <>
inline constexpr auto fields<billing::Metric> = Table{
    field("name", &billing::Metric::name),         field("unit", &billing::Metric::unit),
    field("included", &billing::Metric::included), field("used", &billing::Metric::used),
    field("overage", &billing::Metric::overage),   field("percentage", &billing::Metric::percentage),
};

template <>
inline constexpr auto fields<billing::Cost> = Table{
    field("base", &billing::Cost::base),
    field("overage", &billing::Cost::overage),
    field("total", &billing::Cost::total),
    field("currency", &billing::Cost::currency),
};

template <>
inline constexpr auto fields<billing::Projection> = Table{
    field("projected", &billing::Projection::projected),
    field("percentage", &billing::Projection::percentage),
};

template <>
inline constexpr auto fields<billing::Usage> = Table{
    field("period", &billing::Usage::period),
    field("metrics", &billing::Usage::metrics),
    field("estimatedCost", &billing::Usage::estimated_cost),
    field("projectedUsage", &billing::Usage::projected_usage),
};

template <>
inline constexpr auto fields<billing::UsageEnvelope> = Table{
    field("success", &billing::UsageEnvelope::success),
    field("data", &billing::UsageEnvelope::data),
};

template <>
inline constexpr auto fields<billing::ErrorEnvelope> = Table{
    field("success", &billing::ErrorEnvelope::success),
    field("error", &billing::ErrorEnvelope::error),
};

}  // namespace USAGEKIT_NAMESPACE::wire
