#include <benchmark/benchmark.h>

#include "by_hand/decode.hpp"
#include "by_hand/models.hpp"
#include "by_hand/simdjson.hpp"

namespace by_hand::with_simdjson {

namespace {

using namespace billing;

bool read_metric(ondemand::value& from, Metric& metric) {
    unsigned seen = 0;
    const bool is_read = each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "name") return ++seen, read(value, metric.name);
        if (name == "unit") return ++seen, read(value, metric.unit);
        if (name == "included") return ++seen, read_number(value, metric.included);
        if (name == "used") return ++seen, read_number(value, metric.used);
        if (name == "overage") return ++seen, read_number(value, metric.overage);
        if (name == "percentage") return ++seen, read_number(value, metric.percentage);
        return true;
    });
    return is_read && seen == 6;
}

bool read_cost(ondemand::value& from, Cost& cost) {
    unsigned seen = 0;
    const bool is_read = each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "base") return ++seen, read_number(value, cost.base);
        if (name == "overage") return ++seen, read_number(value, cost.overage);
        if (name == "total") return ++seen, read_number(value, cost.total);
        return name != "currency" || read(value, cost.currency.emplace());
    });
    return is_read && seen == 3;
}

bool read_projection(ondemand::value& from, Projection& projection) {
    unsigned seen = 0;
    const bool is_read = each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "projected") return ++seen, read_number(value, projection.projected);
        return name != "percentage" || (++seen, read_number(value, projection.percentage));
    });
    return is_read && seen == 2;
}

bool read_period(ondemand::value& from, Usage& usage) {
    unsigned seen = 0;
    const bool is_read = each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "start") return ++seen, read(value, usage.start);
        return name != "end" || (++seen, read(value, usage.end));
    });
    return is_read && seen == 2;
}

bool read_data(ondemand::value& from, Usage& usage, unsigned& seen) {
    return each_member(from, [&](std::string_view name, ondemand::value& value) {
        if (name == "period") return ++seen, read_period(value, usage);
        if (name == "estimatedCost") return read_cost(value, usage.estimated_cost.emplace());
        if (name == "projectedUsage") {
            return each_member(value, [&](std::string_view metric, ondemand::value& projection) {
                return read_projection(projection, usage.projected_usage[std::string(metric)]);
            });
        }
        if (name != "metrics") return true;
        ++seen;
        return each_member(value, [&](std::string_view metric, ondemand::value& figures) {
            return read_metric(figures, usage.metrics[std::string(metric)]);
        });
    });
}

}  // namespace

bool billing_usage(std::string& body) {
    Usage usage;
    unsigned seen = 0;
    bool success = false;
    const bool is_read = document(body, [&](ondemand::object& object) {
        return each_member(object, [&](std::string_view name, ondemand::value& value) {
            if (name == "success") return !value.get_bool().get(success);
            return name != "data" || read_data(value, usage, seen);
        });
    });
    benchmark::DoNotOptimize(usage);
    return is_read && success && seen == 2;
}

}  // namespace by_hand::with_simdjson
