#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "wire/decode.hpp"

namespace usagekit::wire {

using ReadRoot = std::function<bool(ondemand::value& root)>;

/// What the root of a document may be. A scalar is read as the one item of an array, since On-Demand has no scalar
/// values at the root, and asking a root that is an array or object for one is undefined.
enum class Root : std::uint8_t { scalar, any };

/// Parses a whole document, calls `read` with its root, and makes sure that nothing follows. The string is given the
/// padding that simdjson needs, its text does not change. When it gives false the reader's failure says why.
[[nodiscard]] bool parse(std::string& document, Root expected, Reader& reader, const ReadRoot& read);

}  // namespace usagekit::wire
