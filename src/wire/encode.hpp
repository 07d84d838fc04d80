#pragma once

// JSON from values, driven by the same field tables as decoding.

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <usagekit/map.hpp>
#include <usagekit/required.hpp>

#include "wire/field.hpp"
#include "wire/scalars.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// Appends a JSON string (RFC 8259 section 7).
void encode_text(std::string& out, std::string_view text);

/// How one type is written. A model needs only a field table.
template <class T>
struct Encode : Spelled<T> {
    static void write(std::string& out, const T& model, Spelling);
};

template <class T>
void encode(std::string& out, const T& value, Spelling spelling = Spelling::number) {
    Encode<T>::write(out, value, spelling);
}

// Scalars

template <>
struct Encode<bool> {
    static void write(std::string& out, bool value, Spelling) { out += value ? "true" : "false"; }
};

template <>
struct Encode<std::int64_t> {
    static void write(std::string& out, std::int64_t value, Spelling) { out += std::to_string(value); }
};

template <>
struct Encode<Decimal> {
    static void write(std::string& out, const Decimal& value, Spelling spelling);
};

template <>
struct Encode<std::string> {
    static void write(std::string& out, const std::string& text, Spelling) { encode_text(out, text); }
};

template <NamedText T>
struct Encode<T> {
    static void write(std::string& out, const T& value, Spelling) { encode_text(out, value.str()); }
};

template <>
struct Encode<Secret> {
    static void write(std::string& out, const Secret&, Spelling) { encode_text(out, "***"); }
};

template <>
struct Encode<Timestamp> {
    static void write(std::string& out, Timestamp time, Spelling) { encode_text(out, to_string(time)); }
};

template <>
struct Encode<Date> {
    static void write(std::string& out, Date date, Spelling) { encode_text(out, to_string(date)); }
};

template <>
struct Encode<DateOrTimestamp> {
    static void write(std::string& out, const DateOrTimestamp& time, Spelling) { encode_text(out, to_string(time)); }
};

template <class Enum>
struct Encode<Open<Enum>> : HasLabels<Enum> {
    static void write(std::string& out, const Open<Enum>& value, Spelling) {
        encode_text(out, value.known() ? labels<Enum>.text_of(*value.known()) : value.unknown());
    }
};

template <>
struct Encode<RawJson> {
    static void write(std::string& out, const RawJson& json, Spelling) { out += json.str(); }
};

// Containers

template <class T>
struct Encode<Required<T>> {
    static void write(std::string& out, const Required<T>& value, Spelling spelling) {
        encode(out, value.get(), spelling);
    }
};

template <class T>
struct Encode<std::optional<T>> {
    static void write(std::string& out, const std::optional<T>& value, Spelling spelling) {
        if (value) {
            encode(out, *value, spelling);
        } else {
            out += "null";
        }
    }
};

template <class T>
struct Encode<std::vector<T>> {
    static void write(std::string& out, const std::vector<T>& items, Spelling spelling) {
        out += '[';
        std::string_view separator;
        for (const auto& item : items) {
            out += std::exchange(separator, ",");
            encode(out, item, spelling);
        }
        out += ']';
    }
};

/// The name of a map's member.
inline std::string_view text_of(const std::string& name) { return name; }
template <NamedText Name>
std::string_view text_of(const Name& name) {
    return name.str();
}

/// Writes the members of one object.
class ObjectWriter {
public:
    explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }
    ObjectWriter(const ObjectWriter&) = delete;
    ObjectWriter& operator=(const ObjectWriter&) = delete;
    ~ObjectWriter() { out_ += '}'; }

    template <class T>
    void member(std::string_view name, const T& value, Spelling spelling) {
        out_ += std::exchange(separator_, ",");
        encode_text(out_, name);
        out_ += ':';
        encode(out_, value, spelling);
    }

    template <class Owner, class Value>
    void row(const Field<Owner, Value>& field, const Owner& model) {
        if constexpr (is_optional<Value>) {
            if (!field.of(model) && field.presence == Presence::optional) return;
        }
        member(field.name, field.of(model), field.spelling);
    }

    template <class Owner, class Value>
    void row(const Additional<Owner, Value>& others, const Owner& model) {
        for (const auto& [name, value] : others.of(model)) member(text_of(name), value, Spelling::number);
    }

private:
    std::string& out_;
    std::string_view separator_{};
};

template <class T, class Name>
struct Encode<Map<T, Name>> {
    static void write(std::string& out, const Map<T, Name>& map, Spelling spelling) {
        ObjectWriter object(out);
        for (const auto& [name, value] : map) object.member(text_of(name), value, spelling);
    }
};

template <class T>
void Encode<T>::write(std::string& out, const T& model, Spelling) {
    ObjectWriter object(out);
    each_row<T>([&](const auto& row) { object.row(row, model); });
}

template <class T>
std::string to_body(const T& request) {
    static_assert(std::is_empty_v<Spelled<T>>);
    std::string body;
    {
        ObjectWriter object(body);
        each_row<T>([&](const auto& row) {
            if (row.place == Place::content) object.row(row, request);
        });
    }
    return body;
}

}  // namespace USAGEKIT_NAMESPACE::wire
