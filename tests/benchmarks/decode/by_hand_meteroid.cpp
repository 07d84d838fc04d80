#include "decode/by_hand_values.hpp"

namespace by_hand {

simdjson::error_code read(ondemand::value& in, GroupedUsage& out) {
    unsigned seen = 0;
    const auto error = each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "value") return read_required(value, out.value, seen, 1);
        if (key == "dimensions") return read_required(value, out.dimensions, seen, 2);
        return simdjson::SUCCESS;
    });
    if (error) return error;
    return seen == 3 ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

simdjson::error_code read(ondemand::value& in, MetricUsage& out) {
    unsigned seen = 0;
    const auto error = each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "metric_id") return read_required(value, out.metric_id, seen, 1);
        if (key == "metric_name") return read_required(value, out.metric_name, seen, 2);
        if (key == "metric_code") return read_required(value, out.metric_code, seen, 4);
        if (key == "total_value") return read_required(value, out.total_value, seen, 8);
        if (key == "grouped_usage") return read_required(value, out.grouped_usage, seen, 16);
        return simdjson::SUCCESS;
    });
    if (error) return error;
    return seen == 31 ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

static simdjson::error_code read(ondemand::value& in, MeteroidUsage& out) {
    unsigned seen = 0;
    const auto error = each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "period_start") return read_required(value, out.period_start, seen, 1);
        if (key == "period_end") return read_required(value, out.period_end, seen, 2);
        if (key == "usage") return read_required(value, out.usage, seen, 4);
        return simdjson::SUCCESS;
    });
    if (error) return error;
    return seen == 7 ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

bool decode(ondemand::parser& parser, simdjson::padded_string_view text, MeteroidUsage& out) {
    ondemand::document document;
    ondemand::value root;
    return !parser.iterate(text).get(document) && !document.get_value().get(root) && !read(root, out)
           && at_end(document);
}

usagekit::meteroid::Usage to_model(const MeteroidUsage& usage) {
    usagekit::meteroid::Usage model{.period_start = usage.period_start, .period_end = usage.period_end};
    for (const auto& metric : usage.usage) {
        auto& to = model.usage.emplace_back(usagekit::meteroid::MetricUsage{
            metric.metric_id, metric.metric_name, metric.metric_code, metric.total_value, {}});
        for (const auto& group : metric.grouped_usage) {
            auto& into = to.grouped_usage.emplace_back(usagekit::meteroid::GroupedUsage{group.value, {}});
            for (const auto& [name, value] : group.dimensions) into.dimensions.insert_or_assign(name, value);
        }
    }
    return model;
}

}  // namespace by_hand
