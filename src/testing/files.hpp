#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// All files below a folder whose name ends in `.json`, in the order of their paths. Throws
/// std::filesystem::filesystem_error.
[[nodiscard]] std::vector<std::filesystem::path> json_files_below(const std::filesystem::path& folder);

/// The content of a file; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> content_of(const std::filesystem::path& file);

/// Whether a file that is there may give way.
enum class Existing { kept, replaced };

/// Writes a file so that it is there whole or not at all. Gives why that cannot be, or an empty text.
[[nodiscard]] std::string write_file(const std::filesystem::path& file, std::string_view content, Existing existing);

}  // namespace USAGEKIT_NAMESPACE::testing
