#pragma once

// What the decoders by hand have in common.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include <usagekit/decimal.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/time.hpp>

#include "core/number.hpp"
#include "core/time_text.hpp"
#include "decode/by_hand.hpp"
#include "wire/valid.hpp"

namespace by_hand {

// Models, each in the file of its provider; they stand before what reads containers of them.
namespace billing = usagekit::billing;
namespace measure = usagekit::measure;
simdjson::error_code read(ondemand::value& in, billing::Period& out);
simdjson::error_code read(ondemand::value& in, billing::Metric& out);
simdjson::error_code read(ondemand::value& in, billing::Cost& out);
simdjson::error_code read(ondemand::value& in, billing::Projection& out);
simdjson::error_code read(ondemand::value& in, GroupedUsage& out);
simdjson::error_code read(ondemand::value& in, MetricUsage& out);
simdjson::error_code read(ondemand::value& in, measure::Address& out);
simdjson::error_code read(ondemand::value& in, measure::Company& out);
simdjson::error_code read(ondemand::value& in, measure::Item& out);
simdjson::error_code read(ondemand::value& in, measure::MeteringRule& out);
simdjson::error_code read(ondemand::value& in, measure::Metric& out);
simdjson::error_code read(ondemand::value& in, measure::Money& out);
simdjson::error_code read(ondemand::value& in, measure::MinimumSpendSchedule& out);
simdjson::error_code read(ondemand::value& in, measure::RecognitionSchedule& out);
simdjson::error_code read(ondemand::value& in, measure::ScheduledPrice& out);
simdjson::error_code read(ondemand::value& in, measure::CreditPrice& out);
simdjson::error_code read(ondemand::value& in, measure::CustomPrice& out);
simdjson::error_code read(ondemand::value& in, measure::FixedPrice& out);
simdjson::error_code read(ondemand::value& in, measure::GradientTier& out);
simdjson::error_code read(ondemand::value& in, measure::StepPrice& out);
simdjson::error_code read(ondemand::value& in, measure::VolumeTier& out);
simdjson::error_code read(ondemand::value& in, measure::ItemPricing& out);
simdjson::error_code read(ondemand::value& in, measure::Entitlement& out);
simdjson::error_code read(ondemand::value& in, measure::ProductPricing& out);
simdjson::error_code read(ondemand::value& in, measure::Product& out);
simdjson::error_code read(ondemand::value& in, measure::ProductMetricPricing& out);
simdjson::error_code read(ondemand::value& in, measure::Period& out);
simdjson::error_code read(ondemand::value& in, measure::UsageBreakdown& out);
simdjson::error_code read(ondemand::value& in, measure::UsageRecord& out);
simdjson::error_code read(ondemand::value& in, measure::Usage& out);

/// Calls `visit(key, value)` for every member.
template <class Visit>
simdjson_inline simdjson::error_code each_member(ondemand::value& in, Visit visit) {
    ondemand::object object;
    if (auto error = in.get_object().get(object)) return error;
    for (auto member : object) {
        std::string_view key;
        ondemand::value value;
        if (auto error = member.unescaped_key().get(key)) return error;
        if (auto error = member.value().get(value)) return error;
        if (auto error = visit(key, value)) return error;
    }
    return simdjson::SUCCESS;
}

inline bool at_end(ondemand::document& document) {
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

inline simdjson::error_code read(ondemand::value& in, std::int64_t& out) { return in.get_int64().get(out); }
inline simdjson::error_code read(ondemand::value& in, bool& out) { return in.get_bool().get(out); }

inline simdjson::error_code read(ondemand::value& in, std::string& out) {
    std::string_view text;
    if (auto error = in.get_string().get(text)) return error;
    out.assign(text);
    return simdjson::SUCCESS;
}

template <class Tag>
simdjson::error_code read(ondemand::value& in, usagekit::Id<Tag>& out) {
    std::string_view text;
    if (auto error = in.get_string().get(text)) return error;
    out = usagekit::Id<Tag>(std::string(text));
    return simdjson::SUCCESS;
}

inline simdjson::error_code read(ondemand::value& in, usagekit::Timestamp& out) {
    std::string_view text;
    if (auto error = in.get_string().get(text)) return error;
    return usagekit::read_timestamp(text, out) ? simdjson::SUCCESS : simdjson::INCORRECT_TYPE;
}

inline simdjson::error_code read(ondemand::value& in, usagekit::Date& out) {
    std::string_view text;
    if (auto error = in.get_string().get(text)) return error;
    return usagekit::read_date(text, out) ? simdjson::SUCCESS : simdjson::INCORRECT_TYPE;
}

inline std::string_view without_blanks_behind(std::string_view token) {
    return token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
}

/// A number or a string that holds one, by its text.
inline simdjson::error_code read(ondemand::value& in, usagekit::Decimal& out) {
    std::string_view text = in.raw_json_token();
    if (text.front() == '"') {
        if (auto error = in.get_string().get(text)) return error;
    } else {
        text = without_blanks_behind(text);
    }
    if (!usagekit::is_decimal(text)) return simdjson::INCORRECT_TYPE;
    out = usagekit::decimal_from_checked(std::string(text));
    return simdjson::SUCCESS;
}

/// Any value, as its text; what is in it is not looked at.
inline simdjson::error_code read(ondemand::value& in, usagekit::RawJson& out) {
    std::string_view text;
    ondemand::json_type type{};
    if (auto error = in.type().get(type)) return error;
    if (type == ondemand::json_type::object) {
        ondemand::object object;
        if (auto error = in.get_object().get(object)) return error;
        if (auto error = object.raw_json().get(text)) return error;
    } else if (type == ondemand::json_type::array) {
        ondemand::array array;
        if (auto error = in.get_array().get(array)) return error;
        if (auto error = array.raw_json().get(text)) return error;
    } else {
        text = without_blanks_behind(in.raw_json_token());
    }
    usagekit::assign_checked(out, text);
    return simdjson::SUCCESS;
}

template <class T>
simdjson::error_code read(ondemand::value& in, std::optional<T>& out);
template <class T>
simdjson::error_code read(ondemand::value& in, std::vector<T>& out);
template <class T>
simdjson::error_code read(ondemand::value& in, std::map<std::string, T>& out);

template <class T>
simdjson::error_code read(ondemand::value& in, std::map<std::string, T>& out) {
    return each_member(
        in, [&](std::string_view key, ondemand::value& value) { return read(value, out[std::string(key)]); });
}

template <class T>
simdjson::error_code read(ondemand::value& in, std::optional<T>& out) {
    bool is_null = false;
    if (auto error = in.is_null().get(is_null)) return error;
    return is_null ? simdjson::SUCCESS : read(in, out.emplace());
}

template <class T>
simdjson::error_code read(ondemand::value& in, std::vector<T>& out) {
    ondemand::array items;
    if (auto error = in.get_array().get(items)) return error;
    for (auto item : items) {
        ondemand::value value;
        if (auto error = std::move(item).get(value)) return error;
        if (auto error = read(value, out.emplace_back())) return error;
    }
    return simdjson::SUCCESS;
}

/// What a member was read with, and its bit among those that are required.
template <class T>
simdjson_inline simdjson::error_code read_required(ondemand::value& in, T& out, unsigned& seen, unsigned bit) {
    seen |= bit;
    return read(in, out);
}

}  // namespace by_hand
