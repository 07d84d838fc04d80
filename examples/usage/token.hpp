#pragma once

#include <filesystem>
#include <string>

#include <usagekit/result.hpp>
#include <usagekit/secret.hpp>

#include "provider.hpp"

namespace tool {

/// The token in the provider's own environment variable.
[[nodiscard]] Result<usagekit::Secret> usual_token(const Provider& provider);

/// The token in an environment variable. No error shows the variable's name, which may be a token by mistake.
[[nodiscard]] Result<usagekit::Secret> token_in_variable(const std::string& variable);

/// The token in the first line of a file that nobody but its owner, who runs this or is root, may open.
[[nodiscard]] Result<usagekit::Secret> token_in_file(const std::filesystem::path& file);

}  // namespace tool
