// No member of Measure is required, and most are not there.
#include "decode/by_hand_values.hpp"

namespace by_hand {

simdjson::error_code read(ondemand::value& in, measure::Address& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "address_line_1") return read(value, out.address_line_1);
        if (key == "address_line_2") return read(value, out.address_line_2);
        if (key == "city") return read(value, out.city);
        if (key == "state") return read(value, out.state);
        if (key == "zip") return read(value, out.zip);
        if (key == "country") return read(value, out.country);
        if (key == "place_id") return read(value, out.place_id);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::Company& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "id") return read(value, out.id);
        if (key == "customer_id") return read(value, out.customer_id);
        if (key == "name") return read(value, out.name);
        if (key == "legal_name") return read(value, out.legal_name);
        if (key == "slug") return read(value, out.slug);
        if (key == "email") return read(value, out.email);
        if (key == "phone") return read(value, out.phone);
        if (key == "preferred_currency") return read(value, out.preferred_currency);
        if (key == "preferred_timezone") return read(value, out.preferred_timezone);
        if (key == "demo") return read(value, out.demo);
        if (key == "is_dev") return read(value, out.is_dev);
        if (key == "computed_entitlements") return read(value, out.computed_entitlements);
        if (key == "address") return read(value, out.address);
        if (key == "created_at") return read(value, out.created_at);
        if (key == "updated_at") return read(value, out.updated_at);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::Item& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "id") return read(value, out.id);
        if (key == "company_id") return read(value, out.company_id);
        if (key == "name") return read(value, out.name);
        if (key == "external_name") return read(value, out.external_name);
        if (key == "description") return read(value, out.description);
        if (key == "display_type") return read(value, out.display_type);
        if (key == "type") return read(value, out.type);
        if (key == "editable") return read(value, out.editable);
        if (key == "standard") return read(value, out.standard);
        if (key == "created_at") return read(value, out.created_at);
        if (key == "updated_at") return read(value, out.updated_at);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::MeteringRule& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "aggregator") return read(value, out.aggregator);
        if (key == "property") return read(value, out.property);
        if (key == "group_keys") return read(value, out.group_keys);
        if (key == "rule") return read(value, out.rule);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::Metric& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "id") return read(value, out.id);
        if (key == "company_id") return read(value, out.company_id);
        if (key == "item_id") return read(value, out.item_id);
        if (key == "name") return read(value, out.name);
        if (key == "external_name") return read(value, out.external_name);
        if (key == "description") return read(value, out.description);
        if (key == "type") return read(value, out.type);
        if (key == "standard") return read(value, out.standard);
        if (key == "metering_rule") return read(value, out.metering_rule);
        if (key == "created_at") return read(value, out.created_at);
        if (key == "updated_at") return read(value, out.updated_at);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::Money& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "currency") return read(value, out.currency);
        if (key == "value_in_cents") return read(value, out.value_in_cents);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::MinimumSpendSchedule& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "allow_pulling_forward") return read(value, out.allow_pulling_forward);
        if (key == "amount_per_period") return read(value, out.amount_per_period);
        if (key == "minimum_spend_schedule_type") return read(value, out.minimum_spend_schedule_type);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::RecognitionSchedule& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "amount_per_period") return read(value, out.amount_per_period);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::ScheduledPrice& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "price_per_unit_per_period") return read(value, out.price_per_unit_per_period);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::CreditPrice& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "amount") return read(value, out.amount);
        if (key == "item_id") return read(value, out.item_id);
        if (key == "units") return read(value, out.units);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::CustomPrice& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "max_price_per_unit") return read(value, out.max_price_per_unit);
        if (key == "min_price_per_unit") return read(value, out.min_price_per_unit);
        if (key == "preset_price_per_unit") return read(value, out.preset_price_per_unit);
        if (key == "price_per_unit") return read(value, out.price_per_unit);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::FixedPrice& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "price_per_unit") return read(value, out.price_per_unit);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::GradientTier& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "start") return read(value, out.start);
        if (key == "end") return read(value, out.end);
        if (key == "flat_price") return read(value, out.flat_price);
        if (key == "price_per_unit") return read(value, out.price_per_unit);
        if (key == "is_custom_tier") return read(value, out.is_custom_tier);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::StepPrice& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "price_per_step") return read(value, out.price_per_step);
        if (key == "step_size") return read(value, out.step_size);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::VolumeTier& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "total_units_start") return read(value, out.total_units_start);
        if (key == "total_units_end") return read(value, out.total_units_end);
        if (key == "flat_price") return read(value, out.flat_price);
        if (key == "price_per_unit") return read(value, out.price_per_unit);
        if (key == "is_custom_tier") return read(value, out.is_custom_tier);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::ItemPricing& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "id") return read(value, out.id);
        if (key == "company_id") return read(value, out.company_id);
        if (key == "company") return read(value, out.company);
        if (key == "item_id") return read(value, out.item_id);
        if (key == "item") return read(value, out.item);
        if (key == "name") return read(value, out.name);
        if (key == "external_name") return read(value, out.external_name);
        if (key == "description") return read(value, out.description);
        if (key == "type") return read(value, out.type);
        if (key == "display_type") return read(value, out.display_type);
        if (key == "charge_type") return read(value, out.charge_type);
        if (key == "frequency") return read(value, out.frequency);
        if (key == "true_up_frequency") return read(value, out.true_up_frequency);
        if (key == "proration_type") return read(value, out.proration_type);
        if (key == "state") return read(value, out.state);
        if (key == "editable") return read(value, out.editable);
        if (key == "base_units") return read(value, out.base_units);
        if (key == "num_subs") return read(value, out.num_subs);
        if (key == "term_count") return read(value, out.term_count);
        if (key == "base_price") return read(value, out.base_price);
        if (key == "minimum_spend") return read(value, out.minimum_spend);
        if (key == "minimum_spend_schedule") return read(value, out.minimum_spend_schedule);
        if (key == "recognition_schedule") return read(value, out.recognition_schedule);
        if (key == "scheduled_price") return read(value, out.scheduled_price);
        if (key == "credit_price") return read(value, out.credit_price);
        if (key == "custom_price") return read(value, out.custom_price);
        if (key == "fixed_price") return read(value, out.fixed_price);
        if (key == "gradient_price") return read(value, out.gradient_price);
        if (key == "step_price") return read(value, out.step_price);
        if (key == "volume_price") return read(value, out.volume_price);
        if (key == "metadata") return read(value, out.metadata);
        if (key == "created_at") return read(value, out.created_at);
        if (key == "updated_at") return read(value, out.updated_at);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::Entitlement& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "id") return read(value, out.id);
        if (key == "entitlement_id") return read(value, out.entitlement_id);
        if (key == "key") return read(value, out.key);
        if (key == "name") return read(value, out.name);
        if (key == "type") return read(value, out.type);
        if (key == "value") return read(value, out.value);
        if (key == "original_value") return read(value, out.original_value);
        if (key == "overridden") return read(value, out.overridden);
        if (key == "inherited_from_id") return read(value, out.inherited_from_id);
        if (key == "inherited_from_type") return read(value, out.inherited_from_type);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::ProductPricing& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "id") return read(value, out.id);
        if (key == "company_id") return read(value, out.company_id);
        if (key == "product_id") return read(value, out.product_id);
        if (key == "product") return read(value, out.product);
        if (key == "product_metric_pricings") return read(value, out.product_metric_pricings);
        if (key == "name") return read(value, out.name);
        if (key == "external_name") return read(value, out.external_name);
        if (key == "description") return read(value, out.description);
        if (key == "type") return read(value, out.type);
        if (key == "state") return read(value, out.state);
        if (key == "currency") return read(value, out.currency);
        if (key == "num_subs") return read(value, out.num_subs);
        if (key == "tags") return read(value, out.tags);
        if (key == "minimum_spend") return read(value, out.minimum_spend);
        if (key == "computed_entitlements") return read(value, out.computed_entitlements);
        if (key == "override_entitlements") return read(value, out.override_entitlements);
        if (key == "upsell_product_pricing_id") return read(value, out.upsell_product_pricing_id);
        if (key == "import_ref") return read(value, out.import_ref);
        if (key == "imported_from") return read(value, out.imported_from);
        if (key == "import_created_at_ref") return read(value, out.import_created_at_ref);
        if (key == "metadata") return read(value, out.metadata);
        if (key == "created_at") return read(value, out.created_at);
        if (key == "updated_at") return read(value, out.updated_at);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::Product& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "id") return read(value, out.id);
        if (key == "company_id") return read(value, out.company_id);
        if (key == "name") return read(value, out.name);
        if (key == "external_name") return read(value, out.external_name);
        if (key == "description") return read(value, out.description);
        if (key == "gl_code") return read(value, out.gl_code);
        if (key == "image_url") return read(value, out.image_url);
        if (key == "state") return read(value, out.state);
        if (key == "num_subs") return read(value, out.num_subs);
        if (key == "tags") return read(value, out.tags);
        if (key == "entitlements") return read(value, out.entitlements);
        if (key == "product_pricings") return read(value, out.product_pricings);
        if (key == "import_ref") return read(value, out.import_ref);
        if (key == "imported_from") return read(value, out.imported_from);
        if (key == "import_created_at_ref") return read(value, out.import_created_at_ref);
        if (key == "metadata") return read(value, out.metadata);
        if (key == "created_at") return read(value, out.created_at);
        if (key == "updated_at") return read(value, out.updated_at);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::ProductMetricPricing& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "id") return read(value, out.id);
        if (key == "company_id") return read(value, out.company_id);
        if (key == "item_id") return read(value, out.item_id);
        if (key == "item") return read(value, out.item);
        if (key == "item_pricing_id") return read(value, out.item_pricing_id);
        if (key == "item_pricing") return read(value, out.item_pricing);
        if (key == "metric_id") return read(value, out.metric_id);
        if (key == "metric") return read(value, out.metric);
        if (key == "product_id") return read(value, out.product_id);
        if (key == "product") return read(value, out.product);
        if (key == "created_at") return read(value, out.created_at);
        if (key == "updated_at") return read(value, out.updated_at);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::Period& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "start_date") return read(value, out.start_date);
        if (key == "end_date") return read(value, out.end_date);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::UsageBreakdown& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "period") return read(value, out.period);
        if (key == "grouping") return read(value, out.grouping);
        if (key == "breakout") return read(value, out.breakout);
        if (key == "value") return read(value, out.value);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::UsageRecord& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "subscription_metric_record_id") return read(value, out.subscription_metric_record_id);
        if (key == "period") return read(value, out.period);
        if (key == "value") return read(value, out.value);
        if (key == "breakdown") return read(value, out.breakdown);
        return simdjson::SUCCESS;
    });
}

simdjson::error_code read(ondemand::value& in, measure::Usage& out) {
    return each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "metric") return read(value, out.metric);
        if (key == "product_metric_pricing") return read(value, out.product_metric_pricing);
        if (key == "usage") return read(value, out.usage);
        return simdjson::SUCCESS;
    });
}

bool decode(ondemand::parser& parser, simdjson::padded_string_view text, measure::Usage& out) {
    ondemand::document document;
    ondemand::value root;
    return !parser.iterate(text).get(document) && !document.get_value().get(root) && !read(root, out)
           && at_end(document);
}

}  // namespace by_hand
