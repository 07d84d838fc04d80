#pragma once

#include <optional>
#include <string_view>

#include "wire/reader.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// Looks at everything in a value that no model describes, since On-Demand would pass over what is not valid in it, and
/// gives its text, without blanks around it. When it gives nothing the reader's failure says why, and where.
[[nodiscard]] std::optional<std::string_view> inspected(ondemand::value& value, Reader& reader);

}  // namespace USAGEKIT_NAMESPACE::wire
