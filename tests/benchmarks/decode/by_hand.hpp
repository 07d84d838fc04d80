#pragma once

// Decoders that are written by hand with simdjson, as its documentation advises: one pass over each object, members in
// any order, required ones checked, unknown ones passed over. Objects whose member names are data become a std::map.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <simdjson.h>

#include <usagekit/billing/models.hpp>
#include <usagekit/measure/models.hpp>
#include <usagekit/meteroid/models.hpp>
#include <usagekit/wiremock/models.hpp>

namespace by_hand {

namespace ondemand = simdjson::ondemand;

struct BillingUsage {
    usagekit::billing::Period period{};
    std::map<std::string, usagekit::billing::Metric> metrics{};
    std::optional<usagekit::billing::Cost> estimated_cost{};
    std::optional<std::map<std::string, usagekit::billing::Projection>> projected_usage{};
};

struct GroupedUsage {
    usagekit::Decimal value{};
    std::map<std::string, std::string> dimensions{};
};

struct MetricUsage {
    usagekit::meteroid::MetricId metric_id{};
    std::string metric_name{};
    std::string metric_code{};
    usagekit::Decimal total_value{};
    std::vector<GroupedUsage> grouped_usage{};
};

struct MeteroidUsage {
    usagekit::Date period_start{};
    usagekit::Date period_end{};
    std::vector<MetricUsage> usage{};
};

/// False when the text is not the documented JSON.
bool decode(ondemand::parser& parser, simdjson::padded_string_view text, usagekit::wiremock::Usage& out);
bool decode(ondemand::parser& parser, simdjson::padded_string_view text, BillingUsage& out);
bool decode(ondemand::parser& parser, simdjson::padded_string_view text, MeteroidUsage& out);
bool decode(ondemand::parser& parser, simdjson::padded_string_view text, usagekit::measure::Usage& out);

/// The library's models, to compare results.
usagekit::billing::Usage to_model(const BillingUsage& usage);
usagekit::meteroid::Usage to_model(const MeteroidUsage& usage);
inline usagekit::wiremock::Usage to_model(const usagekit::wiremock::Usage& usage) { return usage; }
inline usagekit::measure::Usage to_model(const usagekit::measure::Usage& usage) { return usage; }

}  // namespace by_hand
