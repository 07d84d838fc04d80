#pragma once

// How each scalar type is read.

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include <usagekit/decimal.hpp>
#include <usagekit/json.hpp>
#include <usagekit/open_enum.hpp>
#include <usagekit/secret.hpp>
#include <usagekit/time.hpp>

#include "core/number.hpp"
#include "core/text.hpp"
#include "core/time_text.hpp"
#include "wire/decode.hpp"
#include "wire/inspect.hpp"
#include "wire/label.hpp"
#include "wire/named_text.hpp"
#include "wire/token.hpp"
#include "wire/valid.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// Reads a string and gives it to `take`, which says whether its content is what is expected.
template <class Take>
simdjson_inline bool read_text(ondemand::value& in, Reader& reader, std::string_view expected, Take take) {
    std::string_view text;
    if (string_at(in, text)) return reader.wrong_type(expected, in);
    return take(text) || reader.failure.expected(expected, in_quotes(text));
}

template <>
struct Decode<bool> {
    static bool read(ondemand::value& in, bool& out, Reader& reader) {
        return in.get_bool().get(out) == simdjson::SUCCESS || reader.wrong_type("boolean", in);
    }
};

/// A count: any spelling of a whole number that fits, read from its digits, so that nothing is rounded on the way.
template <>
struct Decode<std::int64_t> {
    simdjson_inline static bool read(ondemand::value& in, std::int64_t& out, Reader& reader) {
        return in.get_int64().get(out) == simdjson::SUCCESS || read_other_spelling(in, out, reader);
    }

private:
    static bool read_other_spelling(ondemand::value& in, std::int64_t& out, Reader& reader) {
        ondemand::json_type type{};
        if (in.type().get(type) || type != ondemand::json_type::number) return reader.wrong_type("integer", in);
        const auto token = token_of(in);
        const auto count = is_json_number(token) ? to_count(token) : std::nullopt;
        if (!count) return reader.failure.expected("integer of 64 bits", in_quotes(token));
        out = *count;
        return true;
    }
};

/// An amount: a JSON number or a string that holds one, digit by digit as it stands there.
template <>
struct Decode<Decimal> {
    static bool read(ondemand::value& in, Decimal& out, Reader& reader) {
        const auto token = token_of(in);
        if (token.front() == '-' || is_digit(token.front())) {
            const bool fits = !has_leading_zero(token) && take(token, out);
            return fits || reader.failure.expected("decimal number", in_quotes(token));
        }
        return read_text(in, reader, "decimal number or string", [&](auto text) { return take(text, out); });
    }

private:
    static bool take(std::string_view text, Decimal& out) {
        if (!is_decimal(text)) return false;
        assign_checked(out, text);
        return true;
    }
};

template <>
struct Decode<std::string> {
    static bool read(ondemand::value& in, std::string& out, Reader& reader) {
        return read_text(in, reader, "string", [&](auto text) { return out.assign(text), true; });
    }
};

template <NamedText T>
struct Decode<T> {
    static bool read(ondemand::value& in, T& out, Reader& reader) {
        return read_text(in, reader, "string", [&](auto text) { return out = T{std::string(text)}, true; });
    }
};

template <>
struct Decode<Secret> {
    static bool read(ondemand::value& in, Secret& out, Reader& reader) {
        return read_text(in, reader, "string", [&](auto text) { return out = Secret{text}, true; });
    }
};

template <>
struct Decode<Timestamp> {
    static bool read(ondemand::value& in, Timestamp& out, Reader& reader) {
        return read_text(in, reader, "RFC 3339 date-time", [&](auto text) { return read_timestamp(text, out); });
    }
};

template <>
struct Decode<Date> {
    static bool read(ondemand::value& in, Date& out, Reader& reader) {
        return read_text(in, reader, "RFC 3339 date", [&](auto text) { return read_date(text, out); });
    }
};

template <>
struct Decode<DateOrTimestamp> {
    static bool read(ondemand::value& in, DateOrTimestamp& out, Reader& reader) {
        return read_text(in, reader, "RFC 3339 date or date-time", [&](auto text) {
            return read_date(text, out.emplace<Date>()) || read_timestamp(text, out.emplace<Timestamp>());
        });
    }
};

template <class Enum>
struct Decode<Open<Enum>> : HasLabels<Enum> {
    static bool read(ondemand::value& in, Open<Enum>& out, Reader& reader) {
        return read_text(in, reader, "string", [&](auto text) { return out = open_value<Enum>(text), true; });
    }
};

/// Any value, whole.
template <>
struct Decode<RawJson> {
    static bool read(ondemand::value& in, RawJson& out, Reader& reader) {
        const auto text = inspected(in, reader);
        if (text) assign_checked(out, *text);
        return text.has_value();
    }
};

}  // namespace USAGEKIT_NAMESPACE::wire
