#include <benchmark/benchmark.h>

#include "by_hand/decode.hpp"
#include "by_hand/models.hpp"
#include "by_hand/simdjson.hpp"

namespace by_hand::with_simdjson {

namespace {

using namespace measure;

bool read_period(ondemand::value& from, Period& period) {
    return each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "start_date") return read(value, period.start);
        return name != "end_date" || read(value, period.end);
    });
}

bool read_part(ondemand::value& from, Part& part) {
    return each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "period") return read_period(value, part.period);
        if (name == "grouping") return read_json(value, part.grouping);
        if (name == "breakout") return read_json(value, part.breakout);
        return name != "value" || read_json(value, part.value);
    });
}

bool read_record(ondemand::value& from, Record& record) {
    return each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "subscription_metric_record_id") return read(value, record.id);
        if (name == "period") return read_period(value, record.period);
        if (name == "value") return read_json(value, record.value);
        if (name != "breakdown") return true;
        return each_element(value, [&](ondemand::value& part) { return read_part(part, record.parts.emplace_back()); });
    });
}

bool read_usage(ondemand::object& from, Usage& usage) {
    return each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "metric") return read_json(value, usage.metric);
        if (name == "product_metric_pricing") return read_json(value, usage.pricing);
        if (name != "usage") return true;
        return each_element(value,
                            [&](ondemand::value& record) { return read_record(record, usage.records.emplace_back()); });
    });
}

}  // namespace

bool measure_usage(std::string& body) {
    Usage usage;
    const bool is_read = document(body, [&](ondemand::object& object) { return read_usage(object, usage); });
    benchmark::DoNotOptimize(usage);
    return is_read && !usage.records.empty();
}

}  // namespace by_hand::with_simdjson
