#pragma once

#include <optional>
#include <string>

#include <usagekit/billing/models.hpp>
#include <usagekit/report.hpp>

namespace usagekit::billing {

/// Billing's usage as a report. It has everything that the service gives: limit, overage, percentage, projection and
/// cost. Of the documented metrics, API calls, bandwidth, emails and webhooks are counters, storage and seats gauges.
[[nodiscard]] UsageReport report(const Usage& usage, std::optional<std::string> subject = {});

}  // namespace usagekit::billing
