#pragma once

#include <filesystem>
#include <vector>

#include "inquiry.hpp"
#include "provider.hpp"

namespace tool {

/// Where profiles are unless an option says it: `usagekit/profiles.toml` below `$XDG_CONFIG_HOME` or `~/.config`.
[[nodiscard]] std::filesystem::path usual_profiles_file();

/// The profiles of a TOML file, in its order, for providers that outlive them. The first thing that is wrong is refused
/// in one line with file, line, profile and key; what stands for a token is never shown. Tokens and what holds them are
/// looked at later, for each profile by itself.
[[nodiscard]] Result<std::vector<Inquiry>> read_profiles(const std::filesystem::path& file,
                                                         const std::vector<Provider>& providers);

}  // namespace tool
