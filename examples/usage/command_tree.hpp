#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace tool {

/// An option, as shells complete it. One that has several names is as many options.
struct CompletedOption {
    std::string name{};  ///< Without dashes.
    std::string help{};  ///< In one line.
    bool has_value = false;
    bool is_file = false;                ///< Is its value the name of a file?
    std::vector<std::string> choices{};  ///< Its values, when there are few.
};

/// A subcommand, as shells complete it.
struct CompletedCommand {
    std::string path{};  ///< With those above it, `usage request billing` for example.
    std::string name{};
    std::string help{};
    std::vector<CompletedOption> options{};
    std::vector<CompletedCommand> commands{};
};

/// What the parser knows, so that completions never differ from it. An option's choices are read from its type name
/// as `type_name_of` makes it.
[[nodiscard]] CompletedCommand command_tree(const CLI::App& app);

/// All commands of the tree, the one above before those below.
[[nodiscard]] std::vector<const CompletedCommand*> flattened(const CompletedCommand& command);

/// How help texts show the choices of an option: `{text,json}`.
[[nodiscard]] std::string type_name_of(const std::vector<std::string>& choices);

/// How help texts show that an option takes the name of a file.
inline constexpr const char* file_type_name = "FILE";

}  // namespace tool
