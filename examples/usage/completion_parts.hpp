#pragma once

#include <string>
#include <vector>

#include "command_tree.hpp"
#include "curl_line.hpp"

/// What the completion scripts of bash and zsh have in common: both are shells in the manner of POSIX.
namespace tool {

/// All words with a blank between each two.
inline std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
    return text;
}

/// Branches of a `case` that make the variable the path of the subcommand that a word leads to.
inline std::string steps_into_subcommands(const CompletedCommand& command, const std::string& variable) {
    std::string branches;
    for (const auto* below : flattened(command)) {
        if (below == &command) continue;
        branches.append("            ").append(shell_word(below->path)).append(") ");
        branches.append(variable).append("=").append(shell_word(below->path)).append(" ;;\n");
    }
    return branches;
}

/// Branches of a `case` for the values of options; the shell's own commands say what completes files and words.
inline std::string values_of_options(const CompletedCommand& command, const std::string& files,
                                     const std::string& words_before, const std::string& words_after) {
    std::string branches;
    for (const auto* below : flattened(command)) {
        for (const auto& option : below->options) {
            if (!option.has_value) continue;
            std::string action = option.is_file ? files : "";
            if (!option.choices.empty()) action = words_before + joined(option.choices) + words_after;
            branches.append("        ").append(shell_word(below->path + " --" + option.name)).append(") ");
            branches.append(action).append(action.empty() ? "return ;;\n" : "; return ;;\n");
        }
    }
    return branches;
}

}  // namespace tool
