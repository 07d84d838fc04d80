#pragma once

#include <filesystem>
#include <string>

#include <usagekit/result.hpp>

namespace tool {

/// All that is in the file; of an error, the system's words.
[[nodiscard]] usagekit::Result<std::string> read_file(const std::filesystem::path& file);

}  // namespace tool
