#pragma once

// Query strings from models, driven by the same field tables as JSON.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/percent.hpp"
#include "wire/encode.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// A parameter's text: that of its JSON string, or the JSON number or boolean itself.
inline std::string query_text(const std::string& value) { return value; }
inline std::string query_text(const Decimal& value) { return value.str(); }
inline std::string query_text(Timestamp value) { return to_string(value); }
inline std::string query_text(Date value) { return to_string(value); }
inline std::string query_text(const DateOrTimestamp& value) { return to_string(value); }
inline std::string query_text(bool value) { return value ? "true" : "false"; }
inline std::string query_text(std::int64_t value) { return std::to_string(value); }
template <Labelled Enum>
std::string query_text(const Open<Enum>& value) {
    return value.known() ? std::string(labels<Enum>.text_of(*value.known())) : value.unknown();
}
/// A type can have a spelling for queries that differs from the one in JSON.
template <NamedText T>
std::string query_text(const T& value) {
    if constexpr (requires { value.query_name(); }) {
        return value.query_name();
    } else {
        return value.str();
    }
}
template <class T>
concept QueryText = requires(const T& value) {
    std::string(query_text(value));
};

/// Adds `name=text`, percent-encoded already. An empty text is left out: services read an empty parameter as a wrong
/// value, not as none.
inline void add_encoded(std::string& query, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    if (!query.empty()) query += '&';
    percent_encode(query, name);
    (query += '=') += text;
}

template <class T>
std::string encoded(const T& value) {
    static_assert(QueryText<T>,
                  "this type cannot be a query parameter: use a text, an ID, a Date, a Timestamp, a Decimal, a count "
                  "(std::int64_t), a bool or an Open<Enum>, or a Required, std::optional or std::vector of one");
    std::string text;
    percent_encode(text, query_text(value));
    return text;
}

template <class T>
void add_parameter(std::string& query, std::string_view name, const T& value) {
    add_encoded(query, name, encoded(value));
}

template <class T>
void add_parameter(std::string& query, std::string_view name, const Required<T>& value) {
    add_parameter(query, name, value.get());
}

template <class T>
void add_parameter(std::string& query, std::string_view name, const std::optional<T>& value) {
    if (value) add_parameter(query, name, *value);
}

template <class T>
void add_parameter(std::string& query, std::string_view name, const std::vector<T>& values) {
    for (const auto& value : values) add_parameter(query, name, value);
}

/// The commas stay as they are (RFC 3986 section 3.4 allows them), those inside of a value do not.
template <class T>
void add_list(std::string& query, std::string_view name, const std::vector<T>& values) {
    std::string list;
    for (const auto& value : values) list.append(list.empty() ? "" : ",").append(encoded(value));
    add_encoded(query, name, list);
}

template <class Owner, class T>
void add_row(std::string& query, const Field<Owner, T>& row, const Owner& request) {
    if (row.place == Place::path) return;
    if constexpr (is_vector<T>) {
        if (row.spelling == Spelling::comma_separated) return add_list(query, row.name, row.of(request));
    }
    add_parameter(query, row.name, row.of(request));
}

template <class T>
std::string to_query(const T& request) {
    static_assert(std::is_empty_v<Spelled<T>>);
    std::string query;
    each_row<T>([&](const auto& row) { add_row(query, row, request); });
    return query;
}

}  // namespace USAGEKIT_NAMESPACE::wire
