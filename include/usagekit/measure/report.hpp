#pragma once

#include <optional>
#include <string>

#include <usagekit/abi.hpp>
#include <usagekit/measure/models.hpp>
#include <usagekit/report.hpp>

namespace USAGEKIT_NAMESPACE::measure {

/// Measure's usage of one metric as a report.
///
/// The service's values are any JSON: those that are a number, or a text that holds one, become `used`, and a note says
/// how many do not. With one record its value is the metric's; with several, each is a group, with its period: the
/// contract does not say that they may be added up. Parts of a record are groups with what they are grouped by.
[[nodiscard]] USAGEKIT_EXPORT UsageReport report(const Usage& usage, std::optional<std::string> subject = {});

}  // namespace USAGEKIT_NAMESPACE::measure
