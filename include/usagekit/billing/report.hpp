#pragma once

#include <optional>
#include <string>

#include <usagekit/abi.hpp>
#include <usagekit/billing/models.hpp>
#include <usagekit/report.hpp>

namespace USAGEKIT_NAMESPACE::billing {

/// Billing's usage as a report. It has everything that the service gives: limit, overage, percentage, projection and
/// cost. Of the documented metrics, API calls, bandwidth, emails and webhooks are counters, storage and seats gauges.
[[nodiscard]] USAGEKIT_EXPORT UsageReport report(const Usage& usage, std::optional<std::string> subject = {});

}  // namespace USAGEKIT_NAMESPACE::billing
