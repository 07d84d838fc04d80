#pragma once

#include <string_view>

namespace usagekit {

/// The version of this library, `major.minor.patch` as semantic versioning defines them. CMake reads it from this line.
inline constexpr std::string_view version = "0.1.0";

}  // namespace usagekit
