#pragma once

// Query strings from models, driven by the same field tables as JSON.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/percent.hpp"
#include "wire/encode.hpp"

namespace usagekit::wire {

/// A parameter's text: that of its JSON string, or the JSON number or boolean itself.
inline std::string query_text(const std::string& value) { return value; }
template <NamedText T>
std::string query_text(const T& value) {
    return value.str();
}
inline std::string query_text(const Decimal& value) { return value.str(); }
inline std::string query_text(Timestamp value) { return to_string(value); }
inline std::string query_text(Date value) { return to_string(value); }
inline std::string query_text(bool value) { return value ? "true" : "false"; }
inline std::string query_text(std::int64_t value) { return std::to_string(value); }
template <Labelled Enum>
std::string query_text(const Open<Enum>& value) {
    return value.known() ? std::string(labels<Enum>.text_of(*value.known())) : value.unknown();
}

/// Adds `name=value`. An empty text is left out: services read an empty parameter as a wrong value, not as none.
template <class T>
void add_parameter(std::string& query, std::string_view name, const T& value) {
    static_assert(
        requires(std::string text) { text = query_text(value); },
        "this type cannot be a query parameter: use a text, an ID, a Date, a Timestamp, a Decimal, a count "
        "(std::int64_t), a bool or an Open<Enum>, or a std::optional or std::vector of one");
    const auto text = query_text(value);
    if (text.empty()) return;
    if (!query.empty()) query += '&';
    percent_encode(query, name);
    query += '=';
    percent_encode(query, text);
}

template <class T>
void add_parameter(std::string& query, std::string_view name, const std::optional<T>& value) {
    if (value) add_parameter(query, name, *value);
}

template <class T>
void add_parameter(std::string& query, std::string_view name, const std::vector<T>& values) {
    for (const auto& value : values) add_parameter(query, name, value);
}

template <class T>
std::string to_query(const T& parameters) {
    static_assert(sizeof(Spelled<T>) > 0);
    std::string query;
    each_row<T>([&](const auto& row) { add_parameter(query, row.name, row.of(parameters)); });
    return query;
}

}  // namespace usagekit::wire
