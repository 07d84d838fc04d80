#pragma once

#include <string>

#include "command_tree.hpp"

namespace tool {

/// A script that makes bash complete the command.
[[nodiscard]] std::string bash_completion(const CompletedCommand& command);
/// A script that makes zsh complete the command.
[[nodiscard]] std::string zsh_completion(const CompletedCommand& command);
/// A script that makes fish complete the command.
[[nodiscard]] std::string fish_completion(const CompletedCommand& command);

}  // namespace tool
