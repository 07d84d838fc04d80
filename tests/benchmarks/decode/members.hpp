#pragma once

// The members of the models by name, for decoders that look each up in an object that was parsed before.

#include <usagekit/billing/models.hpp>
#include <usagekit/measure/models.hpp>
#include <usagekit/meteroid/models.hpp>
#include <usagekit/wiremock/models.hpp>

namespace members {

template <class Visit>
void each(usagekit::wiremock::Usage& model, Visit visit) {
    visit("id", model.id);
    visit("currentPeriodStart", model.current_period_start);
    visit("currentPeriodEnd", model.current_period_end);
    visit("stubCalledCount", model.stub_called_count);
    visit("exportCalledCount", model.export_called_count);
    visit("organisationMemberCount", model.organisation_member_count);
    visit("invitationCount", model.invitation_count);
    visit("seatLimit", model.seat_limit);
    visit("totalMockApiCount", model.total_mock_api_count);
    visit("totalDataSourceCount", model.total_data_source_count);
    visit("totalDatabaseConnectionCount", model.total_database_connection_count);
    visit("ownMockApiCount", model.own_mock_api_count);
    visit("teamMockApiCount", model.team_mock_api_count);
    visit("collaboratorCount", model.collaborator_count);
    visit("totalSeatCount", model.total_seat_count);
    visit("teamMemberCount", model.team_member_count);
    visit("totalTeamCount", model.total_team_count);
}

template <class Visit>
void each(usagekit::billing::Period& model, Visit visit) {
    visit("start", model.start);
    visit("end", model.end);
}

template <class Visit>
void each(usagekit::billing::Metric& model, Visit visit) {
    visit("name", model.name);
    visit("unit", model.unit);
    visit("included", model.included);
    visit("used", model.used);
    visit("overage", model.overage);
    visit("percentage", model.percentage);
}

template <class Visit>
void each(usagekit::billing::Cost& model, Visit visit) {
    visit("base", model.base);
    visit("overage", model.overage);
    visit("total", model.total);
    visit("currency", model.currency);
}

template <class Visit>
void each(usagekit::billing::Projection& model, Visit visit) {
    visit("projected", model.projected);
    visit("percentage", model.percentage);
}

template <class Visit>
void each(usagekit::billing::Usage& model, Visit visit) {
    visit("period", model.period);
    visit("metrics", model.metrics);
    visit("estimatedCost", model.estimated_cost);
    visit("projectedUsage", model.projected_usage);
}

template <class Visit>
void each(usagekit::meteroid::GroupedUsage& model, Visit visit) {
    visit("value", model.value);
    visit("dimensions", model.dimensions);
}

template <class Visit>
void each(usagekit::meteroid::MetricUsage& model, Visit visit) {
    visit("metric_id", model.metric_id);
    visit("metric_name", model.metric_name);
    visit("metric_code", model.metric_code);
    visit("total_value", model.total_value);
    visit("grouped_usage", model.grouped_usage);
}

template <class Visit>
void each(usagekit::meteroid::Usage& model, Visit visit) {
    visit("period_start", model.period_start);
    visit("period_end", model.period_end);
    visit("usage", model.usage);
}

template <class Visit>
void each(usagekit::measure::Address& model, Visit visit) {
    visit("address_line_1", model.address_line_1);
    visit("address_line_2", model.address_line_2);
    visit("city", model.city);
    visit("state", model.state);
    visit("zip", model.zip);
    visit("country", model.country);
    visit("place_id", model.place_id);
}

template <class Visit>
void each(usagekit::measure::Company& model, Visit visit) {
    visit("id", model.id);
    visit("customer_id", model.customer_id);
    visit("name", model.name);
    visit("legal_name", model.legal_name);
    visit("slug", model.slug);
    visit("email", model.email);
    visit("phone", model.phone);
    visit("preferred_currency", model.preferred_currency);
    visit("preferred_timezone", model.preferred_timezone);
    visit("demo", model.demo);
    visit("is_dev", model.is_dev);
    visit("computed_entitlements", model.computed_entitlements);
    visit("address", model.address);
    visit("created_at", model.created_at);
    visit("updated_at", model.updated_at);
}

template <class Visit>
void each(usagekit::measure::Item& model, Visit visit) {
    visit("id", model.id);
    visit("company_id", model.company_id);
    visit("name", model.name);
    visit("external_name", model.external_name);
    visit("description", model.description);
    visit("display_type", model.display_type);
    visit("type", model.type);
    visit("editable", model.editable);
    visit("standard", model.standard);
    visit("created_at", model.created_at);
    visit("updated_at", model.updated_at);
}

template <class Visit>
void each(usagekit::measure::MeteringRule& model, Visit visit) {
    visit("aggregator", model.aggregator);
    visit("property", model.property);
    visit("group_keys", model.group_keys);
    visit("rule", model.rule);
}

template <class Visit>
void each(usagekit::measure::Metric& model, Visit visit) {
    visit("id", model.id);
    visit("company_id", model.company_id);
    visit("item_id", model.item_id);
    visit("name", model.name);
    visit("external_name", model.external_name);
    visit("description", model.description);
    visit("type", model.type);
    visit("standard", model.standard);
    visit("metering_rule", model.metering_rule);
    visit("created_at", model.created_at);
    visit("updated_at", model.updated_at);
}

template <class Visit>
void each(usagekit::measure::Money& model, Visit visit) {
    visit("currency", model.currency);
    visit("value_in_cents", model.value_in_cents);
}

template <class Visit>
void each(usagekit::measure::MinimumSpendSchedule& model, Visit visit) {
    visit("allow_pulling_forward", model.allow_pulling_forward);
    visit("amount_per_period", model.amount_per_period);
    visit("minimum_spend_schedule_type", model.minimum_spend_schedule_type);
}

template <class Visit>
void each(usagekit::measure::RecognitionSchedule& model, Visit visit) {
    visit("amount_per_period", model.amount_per_period);
}

template <class Visit>
void each(usagekit::measure::ScheduledPrice& model, Visit visit) {
    visit("price_per_unit_per_period", model.price_per_unit_per_period);
}

template <class Visit>
void each(usagekit::measure::CreditPrice& model, Visit visit) {
    visit("amount", model.amount);
    visit("item_id", model.item_id);
    visit("units", model.units);
}

template <class Visit>
void each(usagekit::measure::CustomPrice& model, Visit visit) {
    visit("max_price_per_unit", model.max_price_per_unit);
    visit("min_price_per_unit", model.min_price_per_unit);
    visit("preset_price_per_unit", model.preset_price_per_unit);
    visit("price_per_unit", model.price_per_unit);
}

template <class Visit>
void each(usagekit::measure::FixedPrice& model, Visit visit) {
    visit("price_per_unit", model.price_per_unit);
}

template <class Visit>
void each(usagekit::measure::GradientTier& model, Visit visit) {
    visit("start", model.start);
    visit("end", model.end);
    visit("flat_price", model.flat_price);
    visit("price_per_unit", model.price_per_unit);
    visit("is_custom_tier", model.is_custom_tier);
}

template <class Visit>
void each(usagekit::measure::StepPrice& model, Visit visit) {
    visit("price_per_step", model.price_per_step);
    visit("step_size", model.step_size);
}

template <class Visit>
void each(usagekit::measure::VolumeTier& model, Visit visit) {
    visit("total_units_start", model.total_units_start);
    visit("total_units_end", model.total_units_end);
    visit("flat_price", model.flat_price);
    visit("price_per_unit", model.price_per_unit);
    visit("is_custom_tier", model.is_custom_tier);
}

template <class Visit>
void each(usagekit::measure::ItemPricing& model, Visit visit) {
    visit("id", model.id);
    visit("company_id", model.company_id);
    visit("company", model.company);
    visit("item_id", model.item_id);
    visit("item", model.item);
    visit("name", model.name);
    visit("external_name", model.external_name);
    visit("description", model.description);
    visit("type", model.type);
    visit("display_type", model.display_type);
    visit("charge_type", model.charge_type);
    visit("frequency", model.frequency);
    visit("true_up_frequency", model.true_up_frequency);
    visit("proration_type", model.proration_type);
    visit("state", model.state);
    visit("editable", model.editable);
    visit("base_units", model.base_units);
    visit("num_subs", model.num_subs);
    visit("term_count", model.term_count);
    visit("base_price", model.base_price);
    visit("minimum_spend", model.minimum_spend);
    visit("minimum_spend_schedule", model.minimum_spend_schedule);
    visit("recognition_schedule", model.recognition_schedule);
    visit("scheduled_price", model.scheduled_price);
    visit("credit_price", model.credit_price);
    visit("custom_price", model.custom_price);
    visit("fixed_price", model.fixed_price);
    visit("gradient_price", model.gradient_price);
    visit("step_price", model.step_price);
    visit("volume_price", model.volume_price);
    visit("metadata", model.metadata);
    visit("created_at", model.created_at);
    visit("updated_at", model.updated_at);
}

template <class Visit>
void each(usagekit::measure::Entitlement& model, Visit visit) {
    visit("id", model.id);
    visit("entitlement_id", model.entitlement_id);
    visit("key", model.key);
    visit("name", model.name);
    visit("type", model.type);
    visit("value", model.value);
    visit("original_value", model.original_value);
    visit("overridden", model.overridden);
    visit("inherited_from_id", model.inherited_from_id);
    visit("inherited_from_type", model.inherited_from_type);
}

template <class Visit>
void each(usagekit::measure::ProductPricing& model, Visit visit) {
    visit("id", model.id);
    visit("company_id", model.company_id);
    visit("product_id", model.product_id);
    visit("product", model.product);
    visit("product_metric_pricings", model.product_metric_pricings);
    visit("name", model.name);
    visit("external_name", model.external_name);
    visit("description", model.description);
    visit("type", model.type);
    visit("state", model.state);
    visit("currency", model.currency);
    visit("num_subs", model.num_subs);
    visit("tags", model.tags);
    visit("minimum_spend", model.minimum_spend);
    visit("computed_entitlements", model.computed_entitlements);
    visit("override_entitlements", model.override_entitlements);
    visit("upsell_product_pricing_id", model.upsell_product_pricing_id);
    visit("import_ref", model.import_ref);
    visit("imported_from", model.imported_from);
    visit("import_created_at_ref", model.import_created_at_ref);
    visit("metadata", model.metadata);
    visit("created_at", model.created_at);
    visit("updated_at", model.updated_at);
}

template <class Visit>
void each(usagekit::measure::Product& model, Visit visit) {
    visit("id", model.id);
    visit("company_id", model.company_id);
    visit("name", model.name);
    visit("external_name", model.external_name);
    visit("description", model.description);
    visit("gl_code", model.gl_code);
    visit("image_url", model.image_url);
    visit("state", model.state);
    visit("num_subs", model.num_subs);
    visit("tags", model.tags);
    visit("entitlements", model.entitlements);
    visit("product_pricings", model.product_pricings);
    visit("import_ref", model.import_ref);
    visit("imported_from", model.imported_from);
    visit("import_created_at_ref", model.import_created_at_ref);
    visit("metadata", model.metadata);
    visit("created_at", model.created_at);
    visit("updated_at", model.updated_at);
}

template <class Visit>
void each(usagekit::measure::ProductMetricPricing& model, Visit visit) {
    visit("id", model.id);
    visit("company_id", model.company_id);
    visit("item_id", model.item_id);
    visit("item", model.item);
    visit("item_pricing_id", model.item_pricing_id);
    visit("item_pricing", model.item_pricing);
    visit("metric_id", model.metric_id);
    visit("metric", model.metric);
    visit("product_id", model.product_id);
    visit("product", model.product);
    visit("created_at", model.created_at);
    visit("updated_at", model.updated_at);
}

template <class Visit>
void each(usagekit::measure::Period& model, Visit visit) {
    visit("start_date", model.start_date);
    visit("end_date", model.end_date);
}

template <class Visit>
void each(usagekit::measure::UsageBreakdown& model, Visit visit) {
    visit("period", model.period);
    visit("grouping", model.grouping);
    visit("breakout", model.breakout);
    visit("value", model.value);
}

template <class Visit>
void each(usagekit::measure::UsageRecord& model, Visit visit) {
    visit("subscription_metric_record_id", model.subscription_metric_record_id);
    visit("period", model.period);
    visit("value", model.value);
    visit("breakdown", model.breakdown);
}

template <class Visit>
void each(usagekit::measure::Usage& model, Visit visit) {
    visit("metric", model.metric);
    visit("product_metric_pricing", model.product_metric_pricing);
    visit("usage", model.usage);
}

}  // namespace members
