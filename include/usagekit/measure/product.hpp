#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/measure/company.hpp>
#include <usagekit/measure/metric.hpp>
#include <usagekit/measure/pricing.hpp>
#include <usagekit/time.hpp>

namespace USAGEKIT_NAMESPACE::measure {

/// Of an entitlement.
using EntitlementId = Id<struct EntitlementTag>;
/// Of a `Product`.
using ProductId = Id<struct ProductTag>;
/// Of a `ProductPricing`.
using ProductPricingId = Id<struct ProductPricingTag>;
/// Of a `ProductMetricPricing`.
using ProductMetricPricingId = Id<struct ProductMetricPricingTag>;

/// An entitlement and its value.
struct USAGEKIT_EXPORT Entitlement {
    std::optional<std::string> id{};                   ///< The contract does not say of what.
    std::optional<EntitlementId> entitlement_id{};     ///< Which entitlement.
    std::optional<std::string> key{};                  ///< Its key.
    std::optional<std::string> name{};                 ///< Its name.
    std::optional<std::string> type{};                 ///< Its type.
    std::optional<RawJson> value{};                    ///< Any JSON value, whole; absent when it is null.
    std::optional<RawJson> original_value{};           ///< Any JSON value, whole; absent when it is null.
    std::optional<bool> overridden{};                  ///< Whether the value is overridden.
    std::optional<std::string> inherited_from_id{};    ///< The ID of what it is inherited from, of any type.
    std::optional<std::string> inherited_from_type{};  ///< The type of what it is inherited from.

    bool operator==(const Entitlement&) const = default;
};

/// A pricing of a product.
struct USAGEKIT_EXPORT ProductPricing {
    std::optional<ProductPricingId> id{};                             ///< Names the pricing.
    std::optional<CompanyId> company_id{};                            ///< The company that it belongs to.
    std::optional<ProductId> product_id{};                            ///< The product that is priced.
    std::optional<RawJson> product{};                                 ///< Any JSON: the product again, or its ID.
    std::optional<RawJson> product_metric_pricings{};                 ///< Any JSON; documented as an array.
    std::optional<std::string> name{};                                ///< Its name.
    std::optional<std::string> external_name{};                       ///< Its external name.
    std::optional<std::string> description{};                         ///< Its description.
    std::optional<std::string> type{};                                ///< Its type.
    std::optional<std::string> state{};                               ///< Its state.
    std::optional<std::string> currency{};                            ///< The currency.
    std::optional<std::int64_t> num_subs{};                           ///< The number of subscriptions.
    std::optional<std::vector<std::string>> tags{};                   ///< Its tags.
    std::optional<Money> minimum_spend{};                             ///< The minimum spend.
    std::optional<std::vector<Entitlement>> computed_entitlements{};  ///< The entitlements that were computed.
    std::optional<std::vector<Entitlement>> override_entitlements{};  ///< The entitlements that override others.
    std::optional<ProductPricingId> upsell_product_pricing_id{};      ///< The pricing of the upsell.
    std::optional<std::string> import_ref{};                          ///< The reference of the import.
    std::optional<std::string> imported_from{};                       ///< Where it was imported from.
    std::optional<Timestamp> import_created_at_ref{};                 ///< When it was made, as the import has it.
    std::optional<RawJson> metadata{};                                ///< A free-form object.
    std::optional<Timestamp> created_at{};                            ///< When it was made.
    std::optional<Timestamp> updated_at{};                            ///< When it was last changed.

    bool operator==(const ProductPricing&) const = default;
};

/// A product.
struct USAGEKIT_EXPORT Product {
    std::optional<ProductId> id{};                                  ///< Names the product.
    std::optional<CompanyId> company_id{};                          ///< The company that it belongs to.
    std::optional<std::string> name{};                              ///< Its name.
    std::optional<std::string> external_name{};                     ///< Its external name.
    std::optional<std::string> description{};                       ///< Its description.
    std::optional<std::string> gl_code{};                           ///< Its GL code.
    std::optional<std::string> image_url{};                         ///< Where its picture is.
    std::optional<std::string> state{};                             ///< Its state.
    std::optional<std::int64_t> num_subs{};                         ///< The number of subscriptions.
    std::optional<std::vector<std::string>> tags{};                 ///< Its tags.
    std::optional<std::vector<Entitlement>> entitlements{};         ///< What it entitles to.
    std::optional<std::vector<ProductPricing>> product_pricings{};  ///< Its pricings.
    std::optional<std::string> import_ref{};                        ///< The reference of the import.
    std::optional<std::string> imported_from{};                     ///< Where it was imported from.
    std::optional<Timestamp> import_created_at_ref{};               ///< When it was made, as the import has it.
    std::optional<RawJson> metadata{};                              ///< A free-form object.
    std::optional<Timestamp> created_at{};                          ///< When it was made.
    std::optional<Timestamp> updated_at{};                          ///< When it was last changed.

    bool operator==(const Product&) const = default;
};

/// The pricing of a metric in a product.
struct USAGEKIT_EXPORT ProductMetricPricing {
    std::optional<ProductMetricPricingId> id{};      ///< Names the pricing; what a request for usage asks about.
    std::optional<CompanyId> company_id{};           ///< The company that it belongs to.
    std::optional<ItemId> item_id{};                 ///< The item.
    std::optional<Item> item{};                      ///< That item.
    std::optional<ItemPricingId> item_pricing_id{};  ///< The pricing of the item.
    std::optional<ItemPricing> item_pricing{};       ///< That pricing.
    std::optional<MetricId> metric_id{};             ///< The metric.
    std::optional<Metric> metric{};                  ///< That metric.
    std::optional<ProductId> product_id{};           ///< The product.
    std::optional<Product> product{};                ///< That product.
    std::optional<Timestamp> created_at{};           ///< When it was made.
    std::optional<Timestamp> updated_at{};           ///< When it was last changed.

    bool operator==(const ProductMetricPricing&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE::measure
