#include "decode/bodies.hpp"

#include <array>
#include <string_view>

namespace bodies {

namespace {

std::string number(int value) { return std::to_string(value); }

std::string two_digits(int value) { return std::string(value < 10 ? "0" : "").append(number(value)); }

/// `[make(0),make(1)...]`
std::string list(int count, auto make) {
    std::string out = "[";
    for (int i = 0; i < count; ++i) out.append(i == 0 ? "" : ",").append(make(i));
    return out += "]";
}

template <std::size_t Size>
std::string_view one_of(const std::array<std::string_view, Size>& texts, int i) {
    return texts[static_cast<std::size_t>(i) % Size];
}

constexpr std::array<std::string_view, 3> regions = {"eu-central-1", "us-east-1", "ap-southeast-2"};
constexpr std::array<std::string_view, 4> channels = {"email", "sms", "push", "in-app"};

std::string period(int day) {
    std::string out = R"({"start_date":"2024-03-)" + two_digits(day) + R"(T00:00:00Z","end_date":"2024-03-)";
    return out.append(two_digits(day + 1)).append(R"(T00:00:00Z"})");
}

std::string breakdown(int day, int part) {
    std::string out = R"({"period":)" + period(day) + R"(,"grouping":{"channel":")";
    out.append(one_of(channels, part)).append(R"(","region":")").append(one_of(regions, part / 4));
    return out.append(R"("},"breakout":{},"value":)").append(number(1000 + 37 * day * (part + 1))).append(".25}");
}

std::string record(int day) {
    std::string out = R"({"subscription_metric_record_id":"smr_2024030)" + number(100 + day) + R"(","period":)";
    out.append(period(day)).append(R"(,"value":)").append(number(12000 + 411 * day)).append(R"(.5,"breakdown":)");
    return out.append(list(6, [&](int part) { return breakdown(day, part); })).append("}");
}

constexpr std::string_view message_item =
    R"({"id":"itm_01HQ2M8V6J","company_id":"cmp_01HQ2M8V6A","name":"messages","external_name":"Messages sent",)"
    R"("description":"Messages sent to any channel","display_type":"unit","type":"usage","editable":true,)"
    R"("standard":false,"created_at":"2023-03-01T00:00:01Z","updated_at":"2023-03-02T10:20:30.456Z"})";

constexpr std::string_view message_metric =
    R"({"id":"met_01HQ2M8V6Z","company_id":"cmp_01HQ2M8V6A","item_id":"itm_01HQ2M8V6J","name":"messages",)"
    R"("external_name":"Messages","description":"Messages sent to any channel","type":"custom","standard":false,)"
    R"("metering_rule":{"aggregator":"sum","property":"quantity","group_keys":["region","channel"],)"
    R"("rule":"event.name == \"message.sent\""},"created_at":"2023-01-02T03:04:05Z",)"
    R"("updated_at":"2023-02-03T04:05:06.789Z"})";

std::string tier(int i) {
    std::string out = R"({"start":)" + number(1000 * i) + R"(,"end":)" + number(1000 * i + 999);
    return out.append(R"(,"flat_price":0,"price_per_unit":0.0)").append(number(99 - i)).append("}");
}

std::string item_pricing() {
    std::string out = R"({"id":"ipr_01HQ2M8V70","company_id":"cmp_01HQ2M8V6A","item_id":"itm_01HQ2M8V6J","item":)";
    out.append(message_item).append(R"(,"name":"messages, tiered","external_name":"Messages","type":"tiered",)");
    out.append(R"("display_type":"table","charge_type":"in_arrears","frequency":"monthly","state":"active",)");
    out.append(R"("editable":true,"num_subs":17,"base_price":{"currency":"usd","value_in_cents":2900},)");
    out.append(R"("gradient_price":)").append(list(8, tier));
    return out.append(R"(,"metadata":{},"created_at":"2023-06-01T00:00:00Z","updated_at":"2024-01-01T00:00:00Z"})");
}

std::string pricing() {
    std::string out = R"({"id":"pmp_01HQ2M8V71","company_id":"cmp_01HQ2M8V6A","item_id":"itm_01HQ2M8V6J","item":)";
    out.append(message_item).append(R"(,"item_pricing_id":"ipr_01HQ2M8V70","item_pricing":)").append(item_pricing());
    out.append(R"(,"metric_id":"met_01HQ2M8V6Z","product_id":"prd_01HQ2M8V72",)");
    return out.append(R"("created_at":"2023-06-01T00:00:00Z","updated_at":"2024-01-01T00:00:00Z"})");
}

std::string group(int i) {
    constexpr std::array<std::string_view, 3> models = {"large", "small", "embedding"};
    std::string out = R"({"value":")" + number(1000 + 7919 * i % 1000003) + R"(.25","dimensions":{"model":")";
    out.append(one_of(models, i)).append(R"(","region":")").append(one_of(regions, i / 3)).append("\"");
    if (i % 4 == 0) out.append(R"(,"tenant":"customer-)").append(number(i)).append("\"");
    return out.append("}}");
}

std::string metric_usage(int metric, int groups) {
    std::string out = R"({"metric_id":"bm_7n42DGM5Tflk9n8mt7F)" + number(100 + metric) + R"(","metric_name":"Tokens )";
    out.append(number(metric)).append(R"(","metric_code":"tokens_)").append(number(metric));
    out.append(R"(","total_value":"1234567.890123456789","grouped_usage":)");
    return out.append(list(groups, group)).append("}");
}

}  // namespace

std::string measure_month() {
    std::string out = R"({"metric":)" + std::string(message_metric) + R"(,"product_metric_pricing":)" + pricing();
    return out.append(R"(,"usage":)").append(list(30, [](int day) { return record(day + 1); })).append("}");
}

std::string meteroid_groups(int metrics, int groups) {
    std::string out = R"({"period_start":"2024-01-01","period_end":"2024-02-01","usage":)";
    return out.append(list(metrics, [&](int metric) { return metric_usage(metric, groups); })).append("}");
}

}  // namespace bodies
