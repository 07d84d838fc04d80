#pragma once

#include <string_view>

#include <simdjson.h>

#include "core/text.hpp"
#include "wire/plain_text.hpp"

// What stands in a document at a value that is no array and no object.

namespace USAGEKIT_NAMESPACE::wire {

/// Without what may stand between a value and what follows it.
constexpr std::string_view without_blanks_behind(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// The token of a value.
simdjson_inline std::string_view token_of(simdjson::ondemand::value& in) {
    return without_blanks_behind(in.raw_json_token());
}

/// Reads a string.
simdjson_inline simdjson::error_code string_at(simdjson::ondemand::value& in, std::string_view& out) {
    const auto token = in.raw_json_token();
    if (token.front() != '"') return simdjson::INCORRECT_TYPE;
    out = plain_text(token.data() + 1);
    if (out.data() == nullptr) return in.get_string().get(out);
    return in.get_raw_json_string().error();
}

}  // namespace USAGEKIT_NAMESPACE::wire
