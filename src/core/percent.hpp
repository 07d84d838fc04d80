#pragma once

#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// Appends the text with every byte but the unreserved characters of RFC 3986 section 2.3 percent-encoded.
void percent_encode(std::string& out, std::string_view text);

/// Undoes that; a `%` that no two hex digits follow stays as it is.
[[nodiscard]] std::string percent_decoded(std::string_view text);

}  // namespace USAGEKIT_NAMESPACE
