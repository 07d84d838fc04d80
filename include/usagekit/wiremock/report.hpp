#pragma once

#include <optional>
#include <string>

#include <usagekit/abi.hpp>
#include <usagekit/report.hpp>
#include <usagekit/wiremock/models.hpp>

namespace USAGEKIT_NAMESPACE::wiremock {

/// WireMock Cloud's usage as a report: a metric for each figure, by its name in the contract. Calls and exports are
/// counters, all others gauges. Only seats have a limit. The service gives no units; a note says so.
[[nodiscard]] USAGEKIT_EXPORT UsageReport report(const Usage& usage, std::optional<std::string> subject = {});

}  // namespace USAGEKIT_NAMESPACE::wiremock
