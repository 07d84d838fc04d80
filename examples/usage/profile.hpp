#pragma once

#include <filesystem>
#include <vector>

#include <toml++/toml.h>

#include "inquiry.hpp"
#include "provider.hpp"

namespace tool {

/// What one table of a file of profiles asks; see `read_profiles`.
[[nodiscard]] Result<Inquiry> read_profile(const std::filesystem::path& file, const std::vector<Provider>& providers,
                                           const toml::key& name, const toml::table& table);

}  // namespace tool
