#pragma once

#include <optional>
#include <string>

#include <usagekit/abi.hpp>
#include <usagekit/meteroid/models.hpp>
#include <usagekit/report.hpp>

namespace USAGEKIT_NAMESPACE::meteroid {

/// Meteroid's usage as a report, with the groups by dimension. The service gives no unit, limit or cost. `used` is the
/// sum over the groups, whatever way the metric aggregates; a note says so.
[[nodiscard]] USAGEKIT_EXPORT UsageReport report(const Usage& usage, std::optional<std::string> subject = {});

}  // namespace USAGEKIT_NAMESPACE::meteroid
