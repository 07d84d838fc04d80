#pragma once

#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::wire {

/// The value that begins at `begin`, when it is valid JSON, nested in no more than this many levels and free of
/// escapes; otherwise no text (null), and it may still be valid. What stands behind it is not looked at. It must be
/// inside a document that was indexed, which has no open string and only valid UTF-8.
[[nodiscard]] std::string_view plain_json(const char* begin, int levels) noexcept;

}  // namespace USAGEKIT_NAMESPACE::wire
