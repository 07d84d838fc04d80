#include <benchmark/benchmark.h>

#include "by_hand/decode.hpp"
#include "by_hand/models.hpp"
#include "by_hand/simdjson.hpp"

namespace by_hand::with_simdjson {

namespace {

using namespace meteroid;

bool read_group(ondemand::value& from, Group& group) {
    unsigned seen = 0;
    const bool is_read = each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "value") return ++seen, read(value, group.value);
        if (name != "dimensions") return true;
        ++seen;
        return each_member(value, [&](std::string_view dimension, ondemand::value& text) {
            return read(text, group.dimensions[std::string(dimension)]);
        });
    });
    return is_read && seen == 2;
}

bool read_metric(ondemand::value& from, Metric& metric) {
    unsigned seen = 0;
    const bool is_read = each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "metric_id") return ++seen, read(value, metric.id);
        if (name == "metric_name") return ++seen, read(value, metric.name);
        if (name == "metric_code") return ++seen, read(value, metric.code);
        if (name == "total_value") return ++seen, read(value, metric.total_value);
        if (name != "grouped_usage") return true;
        ++seen;
        return each_element(value,
                            [&](ondemand::value& group) { return read_group(group, metric.groups.emplace_back()); });
    });
    return is_read && seen == 5;
}

bool read_usage(ondemand::object& from, Usage& usage) {
    unsigned seen = 0;
    const bool is_read = each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "period_start") return ++seen, read(value, usage.start);
        if (name == "period_end") return ++seen, read(value, usage.end);
        if (name != "usage") return true;
        ++seen;
        return each_element(value,
                            [&](ondemand::value& metric) { return read_metric(metric, usage.metrics.emplace_back()); });
    });
    return is_read && seen == 3;
}

}  // namespace

bool meteroid_usage(std::string& body) {
    Usage usage;
    const bool is_read = document(body, [&](ondemand::object& object) { return read_usage(object, usage); });
    benchmark::DoNotOptimize(usage);
    return is_read;
}

}  // namespace by_hand::with_simdjson
