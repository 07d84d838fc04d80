#include "completion.hpp"
#include "completion_parts.hpp"

namespace tool {

namespace {

/// `_describe` takes `word:description`, with a backslash before a colon that belongs to either.
std::string described_word(const std::string& word, const std::string& help) {
    std::string text = word + ":";
    for (const char c : help) {
        if (c == ':') text += '\\';
        text += c;
    }
    return " " + shell_word(text);
}

std::string words_of_commands(const CompletedCommand& command) {
    std::string branches;
    for (const auto* below : flattened(command)) {
        branches.append("        ").append(shell_word(below->path)).append(")\n");
        branches.append("            commands=(");
        for (const auto& subcommand : below->commands) branches += described_word(subcommand.name, subcommand.help);
        branches.append(" )\n            options=(");
        for (const auto& option : below->options) branches += described_word("--" + option.name, option.help);
        branches.append(" ) ;;\n");
    }
    return branches;
}

}  // namespace

std::string zsh_completion(const CompletedCommand& command) {
    const std::string name = command.name;
    std::string script =
        "#compdef " + name + "\n# Completes " + name + " in zsh; made by: " + name + " completion zsh\n";
    script += "_" + name + R"(() {
    local place=)"
              + name + R"( i
    local -a commands options
    for ((i = 2; i < CURRENT; ++i)); do
        case "$place ${words[i]}" in
)" + steps_into_subcommands(command, "place")
              + R"(        esac
    done
    case "$place ${words[CURRENT - 1]}" in
)" + values_of_options(command, "_files", "compadd -- ", "")
              + R"(    esac
    case $place in
)" + words_of_commands(command)
              + R"(    esac
    if [[ ${words[CURRENT]} == -* ]] || ((${#commands} == 0)); then
        _describe -o option options
    else
        _describe command commands
    fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _)" + name + R"( "$@"
else
    compdef _)"
              + name + " " + name + "\nfi\n";
    return script;
}

}  // namespace tool
