#pragma once

#include <string_view>

#include <usagekit/json.hpp>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

/// Makes raw JSON one valid JSON value without blanks around it; it is not checked again.
inline void assign_checked(RawJson& json, std::string_view text) { json.text_ = text; }

namespace wire {

/// Does the token of a number begin with a zero that JSON does not allow?
[[nodiscard]] constexpr bool has_leading_zero(std::string_view token) noexcept {
    if (token.starts_with('-')) token.remove_prefix(1);
    return token.size() > 1 && token[0] == '0' && is_digit(token[1]);
}

/// Is the token of a number one that JSON has (RFC 8259 section 6)? simdjson gives it without having looked at it.
[[nodiscard]] bool is_json_number(std::string_view token);

}  // namespace wire

}  // namespace USAGEKIT_NAMESPACE
