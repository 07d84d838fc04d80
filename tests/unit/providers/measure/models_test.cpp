#include <algorithm>
#include <chrono>
#include <concepts>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <usagekit/measure/models.hpp>

#include "bodies.hpp"
#include "providers/measure/fields.hpp"
#include "wire/codec.hpp"

using namespace usagekit;
using namespace usagekit::measure;
using namespace std::chrono;

namespace {

constexpr Timestamp moment = sys_days{2023y / November / 7} + 5h + 31min + 56s;

Result<Usage> decoded(std::string body) { return wire::decode<Usage>(body); }

const Usage& documented() {
    static const Usage usage = decoded(bodies::measure_usage).value();
    return usage;
}

/// The documented body with the first `what` behind `place` replaced; both must be there.
std::string documented_with(std::string_view place, std::string_view what, std::string_view by) {
    auto body = bodies::measure_usage;
    return body.replace(body.find(what, body.find(place)), what.size(), by);  // out_of_range when one is not
}

const ProductMetricPricing& documented_pricing() { return documented().product_metric_pricing.value(); }

/// A JSON object with one member.
std::string object(std::string_view name, std::string_view value) {
    return std::string(R"({")").append(name).append(R"(":)").append(value).append("}");
}

void check_refused_at(const Result<Usage>& result, std::string_view json_path) {
    CAPTURE(json_path);
    REQUIRE(!result);
    CHECK(result.error().kind == ErrorKind::decode);
    CHECK(result.error().json_path == json_path);
}

/// The characters that are not white space, whatever their order is.
std::string characters(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    std::sort(text.begin(), text.end());
    return text;
}

}  // namespace

TEST_CASE("a record of Measure's documented usage decodes") {
    REQUIRE(documented().usage->size() == 1);
    const auto& record = documented().usage->front();
    CHECK(record.subscription_metric_record_id == SubscriptionMetricRecordId{"<string>"});
    CHECK(record.period == Period{.start_date = moment, .end_date = moment});
    CHECK(record.value->str() == R"("<unknown>")");
    REQUIRE(record.breakdown->size() == 1);
    const auto& part = record.breakdown->front();
    CHECK(part.period == record.period);
    CHECK(part.grouping->str() == "{}");
    CHECK(part.breakout->str() == "{}");
    CHECK(part.value->as<std::string>().value() == "<unknown>");
}

TEST_CASE("the metric of Measure's documented usage decodes") {
    const auto& metric = documented().metric.value();
    CHECK(metric.id == MetricId{"<string>"});
    CHECK(metric.company_id == CompanyId{"<string>"});
    CHECK(metric.item_id == ItemId{"<string>"});
    CHECK(metric.standard == true);
    CHECK(metric.created_at == moment);
    CHECK(metric.metering_rule->aggregator == "<string>");
    CHECK(metric.metering_rule->group_keys == std::vector<std::string>{"<string>"});
    CHECK(metric.metering_rule->rule->str() == R"("<string>")");
    CHECK(documented_pricing().metric == metric);
}

TEST_CASE("what Measure's documented usage is priced by decodes") {
    CHECK(documented_pricing().id == ProductMetricPricingId{"<string>"});
    CHECK(documented_pricing().item_pricing_id == ItemPricingId{"<string>"});
    CHECK(documented_pricing().updated_at == moment);
    CHECK(documented_pricing().item->display_type == "<string>");
    CHECK(documented_pricing().item->editable == true);
    const auto& pricing = documented_pricing().item_pricing.value();
    CHECK(pricing.id == ItemPricingId{"<string>"});
    CHECK(pricing.item == documented_pricing().item);
    CHECK(pricing.base_units == Decimal(123));
    CHECK(pricing.num_subs == 1);
    CHECK(pricing.term_count == 123);
    CHECK(pricing.base_price == Money{.currency = "<string>", .value_in_cents = 123});
    CHECK(pricing.minimum_spend == pricing.base_price);
    CHECK(pricing.metadata->str() == "{}");
}

TEST_CASE("each kind of price of Measure's documented usage decodes") {
    const std::vector<std::string> one_text{"<string>"};
    const auto& pricing = documented_pricing().item_pricing.value();
    CHECK(pricing.minimum_spend_schedule
          == MinimumSpendSchedule{
              .allow_pulling_forward = true, .amount_per_period = one_text, .minimum_spend_schedule_type = "<string>"});
    CHECK(pricing.recognition_schedule == RecognitionSchedule{.amount_per_period = one_text});
    CHECK(pricing.scheduled_price == ScheduledPrice{.price_per_unit_per_period = one_text});
    CHECK(pricing.credit_price
          == CreditPrice{.amount = pricing.base_price, .item_id = ItemId{"<string>"}, .units = 123});
    CHECK(
        pricing.custom_price
        == CustomPrice{
            .max_price_per_unit = 123, .min_price_per_unit = 123, .preset_price_per_unit = 123, .price_per_unit = 123});
    CHECK(pricing.fixed_price == FixedPrice{.price_per_unit = 123});
    const GradientTier gradient{.start = 1, .end = 1, .flat_price = 123, .price_per_unit = 123, .is_custom_tier = true};
    CHECK(pricing.gradient_price == std::vector{gradient});
    CHECK(pricing.step_price == StepPrice{.price_per_step = 123, .step_size = 1});
    const VolumeTier volume{
        .total_units_start = 1, .total_units_end = 1, .flat_price = 123, .price_per_unit = 123, .is_custom_tier = true};
    CHECK(pricing.volume_price == std::vector{volume});
}

TEST_CASE("the company of Measure's documented usage decodes") {
    const auto& company = documented_pricing().item_pricing->company.value();
    CHECK(company.id == CompanyId{"<string>"});
    CHECK(company.customer_id == CustomerId{"<string>"});
    CHECK(company.legal_name == "<string>");
    CHECK(company.is_dev == true);
    CHECK(company.computed_entitlements->str() == "{}");
    CHECK(company.created_at == moment);
    CHECK(company.address->address_line_2 == "<string>");
    CHECK(company.address->zip == "<string>");
}

TEST_CASE("the product of Measure's documented usage decodes down to its deepest value") {
    const auto& product = documented_pricing().product.value();
    CHECK(product.id == ProductId{"<string>"});
    CHECK(product.num_subs == 1);
    CHECK(product.import_created_at_ref == moment);
    CHECK(product.tags == std::vector<std::string>{"<string>"});
    REQUIRE(product.product_pricings->size() == 1);
    const auto& pricing = product.product_pricings->front();
    CHECK(pricing.id == ProductPricingId{"<string>"});
    CHECK(pricing.upsell_product_pricing_id == ProductPricingId{"<string>"});
    CHECK(pricing.product->str() == R"("<unknown>")");
    CHECK(pricing.product_metric_pricings->str() == R"("<array>")");
    CHECK(pricing.minimum_spend->value_in_cents == Decimal(123));
    REQUIRE(pricing.override_entitlements->size() == 1);
    const auto& entitlement = pricing.override_entitlements->front();
    CHECK(entitlement.id == "<string>");
    CHECK(entitlement.entitlement_id == EntitlementId{"<string>"});
    CHECK(entitlement.value->str() == R"("<unknown>")");
    CHECK(entitlement.original_value->str() == R"("<unknown>")");
    CHECK(entitlement.overridden == true);
    CHECK(pricing.computed_entitlements == pricing.override_entitlements);
    CHECK(product.entitlements == pricing.override_entitlements);
}

TEST_CASE("every member of Measure's documented usage is known, and is there again when it is encoded") {
    auto body = bodies::measure_usage;
    std::vector<std::string> unknown;
    REQUIRE(wire::decode<Usage>(body, {.unknown_members = &unknown}));
    CHECK(unknown.empty());
    const auto encoded = to_json(documented());
    CHECK(characters(encoded) == characters(bodies::measure_usage));
    CHECK(from_json<Usage>(encoded).value() == documented());
}

TEST_CASE("what does not fit in an answer of Measure is named by its whole path") {
    struct Row {
        const char* place;
        const char* what;
        const char* by;
        const char* json_path;
    };
    static constexpr Row rows[] = {
        {R"("override_entitlements")", R"("overridden": true)", R"("overridden": "yes")",
         "$.product_metric_pricing.product.product_pricings[0].override_entitlements[0].overridden"},
        {R"("company": {)", R"("created_at": "2023-11-07T)", R"("created_at": "2023-11-31T)",
         "$.product_metric_pricing.item_pricing.company.created_at"},
        {R"("gradient_price")", R"("flat_price": 123)", R"("flat_price": 0123)",
         "$.product_metric_pricing.item_pricing.gradient_price[0].flat_price"},
        {R"("gradient_price")", R"("flat_price": 123)", R"("flat_price": "much")",
         "$.product_metric_pricing.item_pricing.gradient_price[0].flat_price"},
        {R"("term_count")", "123", "true", "$.product_metric_pricing.item_pricing.term_count"},
        {R"("breakdown")", R"("grouping": {})", R"("grouping": {]})", "$.usage[0].breakdown[0].grouping"},
    };
    for (const auto& [place, what, by, json_path] : rows) {
        check_refused_at(decoded(documented_with(place, what, by)), json_path);
    }
}

TEST_CASE("Measure's usage is a list, which may be empty, null or absent") {
    CHECK(decoded("{}").value() == Usage{});
    CHECK(decoded(R"({"usage":null})").value().usage == std::nullopt);
    CHECK(decoded(R"({"usage":[]})").value().usage == std::vector<UsageRecord>{});
    CHECK(decoded(R"({"usage":[{}]})").value().usage == std::vector{UsageRecord{}});
    for (const auto* other : {"{}", R"("[]")", "0", "false"})
        check_refused_at(decoded(object("usage", other)), "$.usage");
    check_refused_at(decoded(R"({"usage":[{},null]})"), "$.usage[1]");
}

TEST_CASE_TEMPLATE("each member of an answer of Measure may be absent, and null is the same", Model, Usage, UsageRecord,
                   UsageBreakdown, Period, Metric, MeteringRule, Item, Money, Company, Address, ItemPricing,
                   MinimumSpendSchedule, RecognitionSchedule, ScheduledPrice, CreditPrice, CustomPrice, FixedPrice,
                   GradientTier, StepPrice, VolumeTier, Entitlement, ProductPricing, Product, ProductMetricPricing) {
    CHECK(from_json<Model>("{}").value() == Model{});
    CHECK(to_json(Model{}) == "{}");
    wire::each_row<Model>([](const auto& row) {
        CAPTURE(row.name);
        CHECK(from_json<Model>(object(row.name, "null")).value() == Model{});
    });
}

TEST_CASE_TEMPLATE("any JSON value of Measure is kept as its exact text, and null is absent", Model, UsageRecord,
                   UsageBreakdown, MeteringRule, Company, ItemPricing, Entitlement, ProductPricing, Product) {
    const auto check_kept = [](std::string_view name) {
        CAPTURE(name);
        for (const auto* text : {"1.50", "-2.5e+3", R"("a \"b\" \\ \u00e9\n")", R"({ "a" : [ 1.0 ] ,"a": {} })",
                                 "[1,  true, null]", "true", "false", R"("")"}) {
            const auto json = object(name, text);
            CHECK(to_json(from_json<Model>(json).value()) == json);
        }
        CHECK(to_json(from_json<Model>(object(name, "null")).value()) == "{}");
    };
    wire::each_row<Model>([&](const auto& row) {
        using Value = typename std::remove_cvref_t<decltype(row)>::Value;
        if constexpr (std::same_as<Value, std::optional<RawJson>>) check_kept(row.name);
    });
}

TEST_CASE("Measure's amounts keep every digit") {
    const auto money = from_json<Money>(R"({"value_in_cents":1234567890.123456789})").value();
    CHECK(money.value_in_cents->str() == "1234567890.123456789");
    CHECK(to_json(money) == R"({"value_in_cents":1234567890.123456789})");
    const auto tier = from_json<VolumeTier>(R"({"total_units_start":1e3,"price_per_unit":0.10})").value();
    CHECK(tier.total_units_start == Decimal(1000));
    CHECK(tier.price_per_unit->str() == "0.10");
}

TEST_CASE("the IDs in the path of a request to Measure are not in its body") {
    GetSubscriptionUsage request{.company_id = CompanyId{"cmp_1"},
                                 .subscription_id = SubscriptionId{"sub_1"},
                                 .product_metric_pricing_id = ProductMetricPricingId{"pmp_1"}};
    CHECK(wire::to_body(request) == R"({"product_metric_pricing_id":"pmp_1"})");
    CHECK(to_json(request) == R"({"company_id":"cmp_1","id":"sub_1","product_metric_pricing_id":"pmp_1"})");
    request.period = Period{.start_date = moment, .end_date = moment + 24h};
    CHECK(wire::to_body(request)
          == R"({"product_metric_pricing_id":"pmp_1","period":{"start_date":"2023-11-07T05:31:56Z",)"
             R"("end_date":"2023-11-08T05:31:56Z"}})");
    request.period = Period{.start_date = moment};
    CHECK(wire::to_body(request)
          == R"({"product_metric_pricing_id":"pmp_1","period":{"start_date":"2023-11-07T05:31:56Z"}})");
}

TEST_CASE("a request to Measure and its answer print as JSON") {
    const GetSubscriptionUsage request{.company_id = CompanyId{"cmp_1"},
                                       .subscription_id = SubscriptionId{"sub_1"},
                                       .product_metric_pricing_id = ProductMetricPricingId{"pmp_1"}};
    std::ostringstream out;
    out << request << documented();
    CHECK(out.str() == to_json(request) + to_json(documented()));
}
