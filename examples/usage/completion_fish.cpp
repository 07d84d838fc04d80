#include "completion.hpp"
#include "completion_parts.hpp"

namespace tool {

namespace {

/// In single quotes, fish knows two escapes.
std::string fish_word(const std::string& text) {
    std::string word = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') word += '\\';
        word += c;
    }
    return word.append("'");
}

std::string line(const CompletedCommand& root, const CompletedCommand& place, const std::string& what,
                 const std::string& help) {
    const auto condition = "__" + root.name + "_at " + place.path;
    return "complete -c " + root.name + " -n " + fish_word(condition) + " " + what + " -d " + fish_word(help) + "\n";
}

std::string of_option(const CompletedOption& option) {
    std::string what = "-l " + option.name;
    if (option.is_file) return what.append(" -r -F");
    if (!option.choices.empty()) return what.append(" -x -a ").append(fish_word(joined(option.choices)));
    return option.has_value ? what.append(" -x") : what;
}

std::string lines_of_commands(const CompletedCommand& root) {
    std::string lines;
    for (const auto* place : flattened(root)) {
        for (const auto& command : place->commands) lines += line(root, *place, "-a " + command.name, command.help);
        for (const auto& option : place->options) lines += line(root, *place, of_option(option), option.help);
    }
    return lines;
}

std::string steps_into_subcommands(const CompletedCommand& root) {
    std::string branches;
    for (const auto* below : flattened(root)) {
        if (below == &root) continue;
        branches += "            case " + fish_word(below->path) + "\n                set place $place $word\n";
    }
    return branches;
}

}  // namespace

std::string fish_completion(const CompletedCommand& command) {
    const std::string name = command.name;
    return "# Completes " + name + " in fish; made by: " + name + " completion fish\n" + "function __" + name + "_at\n"
           + "    set -l place " + name + "\n" + "    set -l words (commandline -opc)\n"
           + "    for word in $words[2..-1]\n" + "        switch \"$place $word\"\n" + steps_into_subcommands(command)
           + "        end\n" + "    end\n" + "    test \"$place\" = \"$argv\"\n" + "end\n" + "complete -c " + name
           + " -f\n" + lines_of_commands(command);
}

}  // namespace tool
