#pragma once

#include <optional>
#include <string>

#include <usagekit/meteroid/models.hpp>
#include <usagekit/report.hpp>

namespace usagekit::meteroid {

/// Meteroid's usage as a report, with the groups by dimension. The service gives no unit, limit or cost. `used` is the
/// sum over the groups, whatever way the metric aggregates; a note says so.
[[nodiscard]] UsageReport report(const Usage& usage, std::optional<std::string> subject = {});

}  // namespace usagekit::meteroid
