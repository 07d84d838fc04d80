#include "decode/by_hand_values.hpp"

namespace by_hand {

simdjson::error_code read(ondemand::value& in, billing::Period& out) {
    unsigned seen = 0;
    const auto error = each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "start") return read_required(value, out.start, seen, 1);
        if (key == "end") return read_required(value, out.end, seen, 2);
        return simdjson::SUCCESS;
    });
    if (error) return error;
    return seen == 3 ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

simdjson::error_code read(ondemand::value& in, billing::Metric& out) {
    unsigned seen = 0;
    const auto error = each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "name") return read_required(value, out.name, seen, 1);
        if (key == "unit") return read_required(value, out.unit, seen, 2);
        if (key == "included") return read_required(value, out.included, seen, 4);
        if (key == "used") return read_required(value, out.used, seen, 8);
        if (key == "overage") return read_required(value, out.overage, seen, 16);
        if (key == "percentage") return read_required(value, out.percentage, seen, 32);
        return simdjson::SUCCESS;
    });
    if (error) return error;
    return seen == 63 ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

simdjson::error_code read(ondemand::value& in, billing::Cost& out) {
    unsigned seen = 0;
    const auto error = each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "base") return read_required(value, out.base, seen, 1);
        if (key == "overage") return read_required(value, out.overage, seen, 2);
        if (key == "total") return read_required(value, out.total, seen, 4);
        if (key == "currency") return read(value, out.currency);
        return simdjson::SUCCESS;
    });
    if (error) return error;
    return seen == 7 ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

simdjson::error_code read(ondemand::value& in, billing::Projection& out) {
    unsigned seen = 0;
    const auto error = each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "projected") return read_required(value, out.projected, seen, 1);
        if (key == "percentage") return read_required(value, out.percentage, seen, 2);
        return simdjson::SUCCESS;
    });
    if (error) return error;
    return seen == 3 ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

static simdjson::error_code read(ondemand::value& in, BillingUsage& out) {
    unsigned seen = 0;
    const auto error = each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "period") return read_required(value, out.period, seen, 1);
        if (key == "metrics") return read_required(value, out.metrics, seen, 2);
        if (key == "estimatedCost") return read(value, out.estimated_cost);
        if (key == "projectedUsage") return read(value, out.projected_usage);
        return simdjson::SUCCESS;
    });
    if (error) return error;
    return seen == 3 ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

bool decode(ondemand::parser& parser, simdjson::padded_string_view text, BillingUsage& out) {
    ondemand::document document;
    ondemand::value root;
    if (parser.iterate(text).get(document) || document.get_value().get(root)) return false;
    unsigned seen = 0;
    bool success = false;
    const auto error = each_member(root, [&](std::string_view key, ondemand::value& value) {
        if (key == "success") return read_required(value, success, seen, 1);
        if (key != "data") return simdjson::SUCCESS;
        seen |= 2;
        return read(value, out);
    });
    return !error && seen == 3 && at_end(document);
}

usagekit::billing::Usage to_model(const BillingUsage& usage) {
    billing::Usage model{.period = usage.period, .estimated_cost = usage.estimated_cost};
    for (const auto& [name, metric] : usage.metrics) model.metrics.insert_or_assign(billing::MetricId(name), metric);
    if (!usage.projected_usage) return model;
    auto& projections = model.projected_usage.emplace();
    for (const auto& [name, one] : *usage.projected_usage) projections.insert_or_assign(billing::MetricId(name), one);
    return model;
}

}  // namespace by_hand
