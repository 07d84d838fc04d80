#pragma once

#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// Valid JSON with a member or item a line, indented by two blanks. Nothing but blanks between tokens changes.
[[nodiscard]] std::string indented(std::string_view json);

}  // namespace USAGEKIT_NAMESPACE::testing
