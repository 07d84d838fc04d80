#pragma once

#include <string_view>

namespace tool {

/// Is the text UTF-8 (RFC 3629)?
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace tool
