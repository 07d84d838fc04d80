#include "completion.hpp"
#include "completion_parts.hpp"

namespace tool {

namespace {

std::string words_of_commands(const CompletedCommand& command) {
    std::string branches;
    for (const auto* below : flattened(command)) {
        std::vector<std::string> words;
        for (const auto& subcommand : below->commands) words.push_back(subcommand.name);
        for (const auto& option : below->options) words.push_back("--" + option.name);
        branches.append("        ").append(shell_word(below->path));
        branches.append(") words=").append(shell_word(joined(words))).append(" ;;\n");
    }
    return branches;
}

}  // namespace

std::string bash_completion(const CompletedCommand& command) {
    const std::string name = command.name;
    std::string script = "# Completes " + name + " in bash; made by: " + name + " completion bash\n";
    script += "_" + name + R"(() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} path=)"
              + name + R"( words='' i
    COMPREPLY=()
    if [[ $word == = ]]; then
        word=''
    elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case "$path ${COMP_WORDS[i]}" in
)" + steps_into_subcommands(command, "path")
              + R"(        esac
    done
    case "$path $before" in
)"
              + values_of_options(command, R"(compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word"))",
                                  "mapfile -t COMPREPLY < <(compgen -W '", R"(' -- "$word"))")
              + R"(    esac
    case $path in
)" + words_of_commands(command)
              + R"(    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _)"
              + name + " " + name + "\n";
    return script;
}

}  // namespace tool
