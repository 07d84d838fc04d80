#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/measure/company.hpp>
#include <usagekit/time.hpp>

namespace USAGEKIT_NAMESPACE::measure {

/// Of an `Item`.
using ItemId = Id<struct ItemTag>;
/// Of a `Metric`.
using MetricId = Id<struct MetricTag>;

/// An item: what metrics and pricings refer to.
struct USAGEKIT_EXPORT Item {
    std::optional<ItemId> id{};                  ///< Names the item.
    std::optional<CompanyId> company_id{};       ///< The company that it belongs to.
    std::optional<std::string> name{};           ///< Its name.
    std::optional<std::string> external_name{};  ///< Its external name.
    std::optional<std::string> description{};    ///< Its description.
    std::optional<std::string> display_type{};   ///< Its type for display.
    std::optional<std::string> type{};           ///< Its type.
    std::optional<bool> editable{};              ///< Whether it can be edited.
    std::optional<bool> standard{};              ///< Whether it is a standard one.
    std::optional<Timestamp> created_at{};       ///< When it was made.
    std::optional<Timestamp> updated_at{};       ///< When it was last changed.

    bool operator==(const Item&) const = default;
};

/// How a metric is metered.
struct USAGEKIT_EXPORT MeteringRule {
    std::optional<std::string> aggregator{};               ///< The way of aggregation.
    std::optional<std::string> property{};                 ///< The property.
    std::optional<std::vector<std::string>> group_keys{};  ///< The keys to group by.
    std::optional<RawJson> rule{};  ///< Documented as a string, and as any JSON value in a later edition.

    bool operator==(const MeteringRule&) const = default;
};

/// A metric.
struct USAGEKIT_EXPORT Metric {
    std::optional<MetricId> id{};                 ///< Names the metric.
    std::optional<CompanyId> company_id{};        ///< The company that it belongs to.
    std::optional<ItemId> item_id{};              ///< Its item.
    std::optional<std::string> name{};            ///< Its name.
    std::optional<std::string> external_name{};   ///< Its external name.
    std::optional<std::string> description{};     ///< Its description.
    std::optional<std::string> type{};            ///< Its type.
    std::optional<bool> standard{};               ///< Whether it is a standard one.
    std::optional<MeteringRule> metering_rule{};  ///< How it is metered.
    std::optional<Timestamp> created_at{};        ///< When it was made.
    std::optional<Timestamp> updated_at{};        ///< When it was last changed.

    bool operator==(const Metric&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE::measure
