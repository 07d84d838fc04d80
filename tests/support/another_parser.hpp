#pragma once

#include <string>
#include <string_view>

#include <simdjson.h>

/// What simdjson's other parser says of a text, which looks at everything, but knows no numbers beyond its types.
enum class Verdict { json, json_but_for_a_number, no_json };

/// Of a text with a number that the parser does not take, what stands behind it was not looked at.
inline Verdict verdict_of_another(const std::string& text) {
    simdjson::dom::parser parser;
    const auto error = parser.parse(text).error();
    if (error == simdjson::SUCCESS) return Verdict::json;
    const std::string_view why = simdjson::error_message(error);
    const bool is_about_number = why.find("number") != why.npos || why.find("integer") != why.npos;
    return is_about_number ? Verdict::json_but_for_a_number : Verdict::no_json;
}
