#pragma once

// The fields of Meteroid's contract: what decoding, encoding, printing, queries and the tests derive from.

#include <usagekit/meteroid/models.hpp>

#include "wire/field.hpp"
#include "wire/label.hpp"

namespace USAGEKIT_NAMESPACE::wire {

template <>
inline constexpr auto fields<meteroid::GetSubscriptionUsage> = Table{
    in_path(field("subscription_id", &meteroid::GetSubscriptionUsage::subscription_id)),
    field("start_date", &meteroid::GetSubscriptionUsage::start_date),
    field("end_date", &meteroid::GetSubscriptionUsage::end_date),
    field("metric_id", &meteroid::GetSubscriptionUsage::metric_id),
};

template <>
inline constexpr auto fields<meteroid::GetCustomerUsage> = Table{
    in_path(field("customer_id", &meteroid::GetCustomerUsage::customer_id)),
    field("start_date", &meteroid::GetCustomerUsage::start_date),
    field("end_date", &meteroid::GetCustomerUsage::end_date),
    field("metric_id", &meteroid::GetCustomerUsage::metric_id),
};

template <>
inline constexpr auto fields<meteroid::GetUsageSummary> = Table{
    field("start_date", &meteroid::GetUsageSummary::start_date),
    field("end_date", &meteroid::GetUsageSummary::end_date),
    field("metric_id", &meteroid::GetUsageSummary::metric_id),
};

template <>
inline constexpr auto fields<meteroid::GroupedUsage> = Table{
    as_text(field("value", &meteroid::GroupedUsage::value)),
    field("dimensions", &meteroid::GroupedUsage::dimensions),
};

template <>
inline constexpr auto fields<meteroid::MetricUsage> = Table{
    field("metric_id", &meteroid::MetricUsage::metric_id),
    field("metric_name", &meteroid::MetricUsage::metric_name),
    field("metric_code", &meteroid::MetricUsage::metric_code),
    as_text(field("total_value", &meteroid::MetricUsage::total_value)),
    field("grouped_usage", &meteroid::MetricUsage::grouped_usage),
};

template <>
inline constexpr auto fields<meteroid::Usage> = Table{
    field("period_start", &meteroid::Usage::period_start),
    field("period_end", &meteroid::Usage::period_end),
    field("usage", &meteroid::Usage::usage),
};

template <>
inline constexpr auto labels<meteroid::ErrorCode> = Labels{
    label("BAD_REQUEST", meteroid::ErrorCode::bad_request),
    label("NOT_FOUND", meteroid::ErrorCode::not_found),
    label("CONFLICT", meteroid::ErrorCode::conflict),
    label("FORBIDDEN", meteroid::ErrorCode::forbidden),
    label("UNAUTHORIZED", meteroid::ErrorCode::unauthorized),
    label("TOO_MANY_REQUESTS", meteroid::ErrorCode::too_many_requests),
    label("INTERNAL_SERVER_ERROR", meteroid::ErrorCode::internal_server_error),
};

}  // namespace USAGEKIT_NAMESPACE::wire
