#pragma once

#include <string>
#include <string_view>

#include <usagekit/json.hpp>

namespace usagekit {

/// Raw JSON from one valid JSON value without blanks around it; it is not checked again.
[[nodiscard]] RawJson raw_json_from_checked(std::string text);

namespace wire {

/// Is the token of a number one that JSON has (RFC 8259 section 6)? simdjson gives it without having looked at it.
[[nodiscard]] bool is_json_number(std::string_view token);

}  // namespace wire

}  // namespace usagekit
