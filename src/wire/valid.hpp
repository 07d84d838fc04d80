#pragma once

#include <string_view>

namespace usagekit::wire {

/// Is the token of a number one that JSON has (RFC 8259 section 6)? simdjson gives it without having looked at it.
[[nodiscard]] bool is_json_number(std::string_view token);

/// Is the text one valid JSON value, nested at most 1000 levels deep, with nothing left unlooked at?
[[nodiscard]] bool is_json(std::string_view text);

}  // namespace usagekit::wire
