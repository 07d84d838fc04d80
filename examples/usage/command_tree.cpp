#include "command_tree.hpp"

#include <sstream>

namespace tool {

namespace {

std::vector<std::string> choices_in(const std::string& type_name) {
    if (!type_name.starts_with('{')) return {};
    std::vector<std::string> choices;
    std::istringstream names(type_name.substr(1, type_name.size() - 2));
    for (std::string name; std::getline(names, name, ',');) choices.push_back(name);
    return choices;
}

CompletedOption completed(const CLI::Option& option, const std::string& name) {
    const auto type_name = option.get_type_name();
    return {
        .name = name,
        .help = option.get_description(),
        .has_value = option.get_items_expected_max() > 0,
        .is_file = type_name == file_type_name,
        .choices = choices_in(type_name),
    };
}

CompletedCommand completed(const CLI::App& app, const std::string& above) {
    CompletedCommand command{
        .path = above.empty() ? app.get_name() : std::string(above).append(" ").append(app.get_name()),
        .name = app.get_name(),
        .help = app.get_description(),
    };
    for (const auto* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) command.options.push_back(completed(*option, name));
    }
    for (const auto* below : app.get_subcommands({})) command.commands.push_back(completed(*below, command.path));
    return command;
}

}  // namespace

CompletedCommand command_tree(const CLI::App& app) { return completed(app, ""); }

std::vector<const CompletedCommand*> flattened(const CompletedCommand& command) {
    std::vector<const CompletedCommand*> all{&command};
    for (const auto& below : command.commands) {
        const auto more = flattened(below);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

std::string type_name_of(const std::vector<std::string>& choices) {
    std::string name;
    for (const auto& choice : choices) name.append(name.empty() ? "{" : ",").append(choice);
    return name.append("}");
}

}  // namespace tool
