#pragma once

// The fields of a report: what `to_json`, `from_json` and the tests derive from. Their names are this library's own.

#include <usagekit/report.hpp>

#include "wire/field.hpp"
#include "wire/label.hpp"

namespace USAGEKIT_NAMESPACE::wire {

template <>
inline constexpr auto labels<reports::MetricKind> = Labels{
    label("unknown", reports::MetricKind::unknown),
    label("counter", reports::MetricKind::counter),
    label("gauge", reports::MetricKind::gauge),
};

template <>
inline constexpr auto fields<reports::Period> = Table{
    field("start", &reports::Period::start),
    field("end", &reports::Period::end),
};

template <>
inline constexpr auto fields<reports::Projection> = Table{
    field("used", &reports::Projection::used),
    field("percentage", &reports::Projection::percentage),
};

template <>
inline constexpr auto fields<reports::Group> = Table{
    field("dimensions", &reports::Group::dimensions),
    field("period", &reports::Group::period),
    field("used", &reports::Group::used),
};

template <>
inline constexpr auto fields<reports::Metric> = Table{
    field("id", &reports::Metric::id),
    field("name", &reports::Metric::name),
    field("kind", &reports::Metric::kind),
    field("unit", &reports::Metric::unit),
    field("used", &reports::Metric::used),
    field("limit", &reports::Metric::limit),
    field("overage", &reports::Metric::overage),
    field("percentage", &reports::Metric::percentage),
    field("projection", &reports::Metric::projection),
    field("groups", &reports::Metric::groups),
};

template <>
inline constexpr auto fields<reports::Cost> = Table{
    field("total", &reports::Cost::total),
    field("base", &reports::Cost::base),
    field("overage", &reports::Cost::overage),
    field("currency", &reports::Cost::currency),
};

template <>
inline constexpr auto fields<UsageReport> = Table{
    field("provider", &UsageReport::provider), field("subject", &UsageReport::subject),
    field("period", &UsageReport::period),     field("metrics", &UsageReport::metrics),
    field("cost", &UsageReport::cost),         field("notes", &UsageReport::notes),
};

}  // namespace USAGEKIT_NAMESPACE::wire
