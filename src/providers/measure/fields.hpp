#pragma once

// The fields of Measure's contract: what decoding, encoding, printing and the tests derive from.

#include <usagekit/measure/models.hpp>

#include "providers/measure/errors.hpp"
#include "wire/field.hpp"

namespace USAGEKIT_NAMESPACE::wire {

template <>
inline constexpr auto fields<measure::Address> = Table{
    field("address_line_1", &measure::Address::address_line_1),
    field("address_line_2", &measure::Address::address_line_2),
    field("city", &measure::Address::city),
    field("state", &measure::Address::state),
    field("zip", &measure::Address::zip),
    field("country", &measure::Address::country),
    field("place_id", &measure::Address::place_id),
};

template <>
inline constexpr auto fields<measure::Company> = Table{
    field("id", &measure::Company::id),
    field("customer_id", &measure::Company::customer_id),
    field("name", &measure::Company::name),
    field("legal_name", &measure::Company::legal_name),
    field("slug", &measure::Company::slug),
    field("email", &measure::Company::email),
    field("phone", &measure::Company::phone),
    field("preferred_currency", &measure::Company::preferred_currency),
    field("preferred_timezone", &measure::Company::preferred_timezone),
    field("demo", &measure::Company::demo),
    field("is_dev", &measure::Company::is_dev),
    field("computed_entitlements", &measure::Company::computed_entitlements),
    field("address", &measure::Company::address),
    field("created_at", &measure::Company::created_at),
    field("updated_at", &measure::Company::updated_at),
};

template <>
inline constexpr auto fields<measure::Item> = Table{
    field("id", &measure::Item::id),
    field("company_id", &measure::Item::company_id),
    field("name", &measure::Item::name),
    field("external_name", &measure::Item::external_name),
    field("description", &measure::Item::description),
    field("display_type", &measure::Item::display_type),
    field("type", &measure::Item::type),
    field("editable", &measure::Item::editable),
    field("standard", &measure::Item::standard),
    field("created_at", &measure::Item::created_at),
    field("updated_at", &measure::Item::updated_at),
};

template <>
inline constexpr auto fields<measure::MeteringRule> = Table{
    field("aggregator", &measure::MeteringRule::aggregator),
    field("property", &measure::MeteringRule::property),
    field("group_keys", &measure::MeteringRule::group_keys),
    field("rule", &measure::MeteringRule::rule),
};

template <>
inline constexpr auto fields<measure::Metric> = Table{
    field("id", &measure::Metric::id),
    field("company_id", &measure::Metric::company_id),
    field("item_id", &measure::Metric::item_id),
    field("name", &measure::Metric::name),
    field("external_name", &measure::Metric::external_name),
    field("description", &measure::Metric::description),
    field("type", &measure::Metric::type),
    field("standard", &measure::Metric::standard),
    field("metering_rule", &measure::Metric::metering_rule),
    field("created_at", &measure::Metric::created_at),
    field("updated_at", &measure::Metric::updated_at),
};

template <>
inline constexpr auto fields<measure::Money> = Table{
    field("currency", &measure::Money::currency),
    field("value_in_cents", &measure::Money::value_in_cents),
};

template <>
inline constexpr auto fields<measure::MinimumSpendSchedule> = Table{
    field("allow_pulling_forward", &measure::MinimumSpendSchedule::allow_pulling_forward),
    field("amount_per_period", &measure::MinimumSpendSchedule::amount_per_period),
    field("minimum_spend_schedule_type", &measure::MinimumSpendSchedule::minimum_spend_schedule_type),
};

template <>
inline constexpr auto fields<measure::RecognitionSchedule> = Table{
    field("amount_per_period", &measure::RecognitionSchedule::amount_per_period),
};

template <>
inline constexpr auto fields<measure::ScheduledPrice> = Table{
    field("price_per_unit_per_period", &measure::ScheduledPrice::price_per_unit_per_period),
};

template <>
inline constexpr auto fields<measure::CreditPrice> = Table{
    field("amount", &measure::CreditPrice::amount),
    field("item_id", &measure::CreditPrice::item_id),
    field("units", &measure::CreditPrice::units),
};

template <>
inline constexpr auto fields<measure::CustomPrice> = Table{
    field("max_price_per_unit", &measure::CustomPrice::max_price_per_unit),
    field("min_price_per_unit", &measure::CustomPrice::min_price_per_unit),
    field("preset_price_per_unit", &measure::CustomPrice::preset_price_per_unit),
    field("price_per_unit", &measure::CustomPrice::price_per_unit),
};

template <>
inline constexpr auto fields<measure::FixedPrice> = Table{
    field("price_per_unit", &measure::FixedPrice::price_per_unit),
};

template <>
inline constexpr auto fields<measure::GradientTier> = Table{
    field("start", &measure::GradientTier::start),
    field("end", &measure::GradientTier::end),
    field("flat_price", &measure::GradientTier::flat_price),
    field("price_per_unit", &measure::GradientTier::price_per_unit),
    field("is_custom_tier", &measure::GradientTier::is_custom_tier),
};

template <>
inline constexpr auto fields<measure::StepPrice> = Table{
    field("price_per_step", &measure::StepPrice::price_per_step),
    field("step_size", &measure::StepPrice::step_size),
};

template <>
inline constexpr auto fields<measure::VolumeTier> = Table{
    field("total_units_start", &measure::VolumeTier::total_units_start),
    field("total_units_end", &measure::VolumeTier::total_units_end),
    field("flat_price", &measure::VolumeTier::flat_price),
    field("price_per_unit", &measure::VolumeTier::price_per_unit),
    field("is_custom_tier", &measure::VolumeTier::is_custom_tier),
};

template <>
inline constexpr auto fields<measure::ItemPricing> = Table{
    field("id", &measure::ItemPricing::id),
    field("company_id", &measure::ItemPricing::company_id),
    field("company", &measure::ItemPricing::company),
    field("item_id", &measure::ItemPricing::item_id),
    field("item", &measure::ItemPricing::item),
    field("name", &measure::ItemPricing::name),
    field("external_name", &measure::ItemPricing::external_name),
    field("description", &measure::ItemPricing::description),
    field("type", &measure::ItemPricing::type),
    field("display_type", &measure::ItemPricing::display_type),
    field("charge_type", &measure::ItemPricing::charge_type),
    field("frequency", &measure::ItemPricing::frequency),
    field("true_up_frequency", &measure::ItemPricing::true_up_frequency),
    field("proration_type", &measure::ItemPricing::proration_type),
    field("state", &measure::ItemPricing::state),
    field("editable", &measure::ItemPricing::editable),
    field("base_units", &measure::ItemPricing::base_units),
    field("num_subs", &measure::ItemPricing::num_subs),
    field("term_count", &measure::ItemPricing::term_count),
    field("base_price", &measure::ItemPricing::base_price),
    field("minimum_spend", &measure::ItemPricing::minimum_spend),
    field("minimum_spend_schedule", &measure::ItemPricing::minimum_spend_schedule),
    field("recognition_schedule", &measure::ItemPricing::recognition_schedule),
    field("scheduled_price", &measure::ItemPricing::scheduled_price),
    field("credit_price", &measure::ItemPricing::credit_price),
    field("custom_price", &measure::ItemPricing::custom_price),
    field("fixed_price", &measure::ItemPricing::fixed_price),
    field("gradient_price", &measure::ItemPricing::gradient_price),
    field("step_price", &measure::ItemPricing::step_price),
    field("volume_price", &measure::ItemPricing::volume_price),
    field("metadata", &measure::ItemPricing::metadata),
    field("created_at", &measure::ItemPricing::created_at),
    field("updated_at", &measure::ItemPricing::updated_at),
};

template <>
inline constexpr auto fields<measure::Entitlement> = Table{
    field("id", &measure::Entitlement::id),
    field("entitlement_id", &measure::Entitlement::entitlement_id),
    field("key", &measure::Entitlement::key),
    field("name", &measure::Entitlement::name),
    field("type", &measure::Entitlement::type),
    field("value", &measure::Entitlement::value),
    field("original_value", &measure::Entitlement::original_value),
    field("overridden", &measure::Entitlement::overridden),
    field("inherited_from_id", &measure::Entitlement::inherited_from_id),
    field("inherited_from_type", &measure::Entitlement::inherited_from_type),
};

template <>
inline constexpr auto fields<measure::ProductPricing> = Table{
    field("id", &measure::ProductPricing::id),
    field("company_id", &measure::ProductPricing::company_id),
    field("product_id", &measure::ProductPricing::product_id),
    field("product", &measure::ProductPricing::product),
    field("product_metric_pricings", &measure::ProductPricing::product_metric_pricings),
    field("name", &measure::ProductPricing::name),
    field("external_name", &measure::ProductPricing::external_name),
    field("description", &measure::ProductPricing::description),
    field("type", &measure::ProductPricing::type),
    field("state", &measure::ProductPricing::state),
    field("currency", &measure::ProductPricing::currency),
    field("num_subs", &measure::ProductPricing::num_subs),
    field("tags", &measure::ProductPricing::tags),
    field("minimum_spend", &measure::ProductPricing::minimum_spend),
    field("computed_entitlements", &measure::ProductPricing::computed_entitlements),
    field("override_entitlements", &measure::ProductPricing::override_entitlements),
    field("upsell_product_pricing_id", &measure::ProductPricing::upsell_product_pricing_id),
    field("import_ref", &measure::ProductPricing::import_ref),
    field("imported_from", &measure::ProductPricing::imported_from),
    field("import_created_at_ref", &measure::ProductPricing::import_created_at_ref),
    field("metadata", &measure::ProductPricing::metadata),
    field("created_at", &measure::ProductPricing::created_at),
    field("updated_at", &measure::ProductPricing::updated_at),
};

template <>
inline constexpr auto fields<measure::Product> = Table{
    field("id", &measure::Product::id),
    field("company_id", &measure::Product::company_id),
    field("name", &measure::Product::name),
    field("external_name", &measure::Product::external_name),
    field("description", &measure::Product::description),
    field("gl_code", &measure::Product::gl_code),
    field("image_url", &measure::Product::image_url),
    field("state", &measure::Product::state),
    field("num_subs", &measure::Product::num_subs),
    field("tags", &measure::Product::tags),
    field("entitlements", &measure::Product::entitlements),
    field("product_pricings", &measure::Product::product_pricings),
    field("import_ref", &measure::Product::import_ref),
    field("imported_from", &measure::Product::imported_from),
    field("import_created_at_ref", &measure::Product::import_created_at_ref),
    field("metadata", &measure::Product::metadata),
    field("created_at", &measure::Product::created_at),
    field("updated_at", &measure::Product::updated_at),
};

template <>
inline constexpr auto fields<measure::ProductMetricPricing> = Table{
    field("id", &measure::ProductMetricPricing::id),
    field("company_id", &measure::ProductMetricPricing::company_id),
    field("item_id", &measure::ProductMetricPricing::item_id),
    field("item", &measure::ProductMetricPricing::item),
    field("item_pricing_id", &measure::ProductMetricPricing::item_pricing_id),
    field("item_pricing", &measure::ProductMetricPricing::item_pricing),
    field("metric_id", &measure::ProductMetricPricing::metric_id),
    field("metric", &measure::ProductMetricPricing::metric),
    field("product_id", &measure::ProductMetricPricing::product_id),
    field("product", &measure::ProductMetricPricing::product),
    field("created_at", &measure::ProductMetricPricing::created_at),
    field("updated_at", &measure::ProductMetricPricing::updated_at),
};

template <>
inline constexpr auto fields<measure::Period> = Table{
    field("start_date", &measure::Period::start_date),
    field("end_date", &measure::Period::end_date),
};

template <>
inline constexpr auto fields<measure::GetSubscriptionUsage> = Table{
    in_path(field("company_id", &measure::GetSubscriptionUsage::company_id)),
    in_path(field("id", &measure::GetSubscriptionUsage::subscription_id)),
    field("product_metric_pricing_id", &measure::GetSubscriptionUsage::product_metric_pricing_id),
    field("period", &measure::GetSubscriptionUsage::period),
};

template <>
inline constexpr auto fields<measure::UsageBreakdown> = Table{
    field("period", &measure::UsageBreakdown::period),
    field("grouping", &measure::UsageBreakdown::grouping),
    field("breakout", &measure::UsageBreakdown::breakout),
    field("value", &measure::UsageBreakdown::value),
};

template <>
inline constexpr auto fields<measure::UsageRecord> = Table{
    field("subscription_metric_record_id", &measure::UsageRecord::subscription_metric_record_id),
    field("period", &measure::UsageRecord::period),
    field("value", &measure::UsageRecord::value),
    field("breakdown", &measure::UsageRecord::breakdown),
};

template <>
inline constexpr auto fields<measure::Usage> = Table{
    field("metric", &measure::Usage::metric),
    field("product_metric_pricing", &measure::Usage::product_metric_pricing),
    field("usage", &measure::Usage::usage),
};

template <>
inline constexpr auto fields<measure::ErrorBody> = Table{
    field("code", &measure::ErrorBody::code),
    field("message", &measure::ErrorBody::message),
    field("error", &measure::ErrorBody::error),
};

}  // namespace USAGEKIT_NAMESPACE::wire
