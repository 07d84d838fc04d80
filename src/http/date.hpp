#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// A date as header fields have it (RFC 9110 section 5.6.7), in its present form or one of its two obsolete ones.
[[nodiscard]] std::optional<std::chrono::sys_seconds> parse_date(std::string_view text);

}  // namespace USAGEKIT_NAMESPACE::http
