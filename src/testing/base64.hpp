#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// RFC 4648 section 4, with padding.
[[nodiscard]] std::string to_base64(std::string_view bytes);

/// Undoes that; nothing for a text that is not exactly what `to_base64` writes.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace USAGEKIT_NAMESPACE::testing
