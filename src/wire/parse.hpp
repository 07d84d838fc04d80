#pragma once

#include <functional>
#include <string>

#include "wire/decode.hpp"

namespace usagekit::wire {

using ReadRoot = std::function<bool(ondemand::value& root)>;

/// Parses a whole document, calls `read` with its root, and makes sure that nothing follows. The string is given the
/// padding that simdjson needs, its text does not change. When it gives false the reader's failure says why.
[[nodiscard]] bool parse(std::string& document, Reader& reader, const ReadRoot& read);

}  // namespace usagekit::wire
