#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "command_tree.hpp"
#include "provider.hpp"

namespace tool {

/// Adds an option whose text `Reading` reads. What it refuses, parsing does.
template <class T>
CLI::Option* add_read_option(CLI::App& command, const std::string& name, std::optional<T>& value,
                             const std::string& help) {
    const auto set = [name, &value](const std::string& text) {
        const auto result = read_into(value, text);
        if (!result) throw CLI::ValidationError(name, words(result.error()));
    };
    return command.add_option_function<std::string>(name, set, help)->type_name(std::string(Reading<T>::placeholder));
}

/// Adds an option that takes one of a few words.
inline CLI::Option* add_choice(CLI::App& command, const std::string& name, std::string& value,
                               const std::vector<std::string>& choices, const std::string& help) {
    const auto check = [choices](const std::string& text) {
        const bool is_known = std::find(choices.begin(), choices.end(), text) != choices.end();
        return is_known ? std::string() : std::string("it is one of ").append(type_name_of(choices));
    };
    return command.add_option(name, value, help)->check(check)->type_name(type_name_of(choices))->capture_default_str();
}

/// Adds what a provider can be asked with.
inline void add_parameter(CLI::App& command, const Parameter& parameter, Values& values) {
    std::string name = std::string("--").append(parameter.name);
    std::replace(name.begin(), name.end(), '_', '-');
    const auto add = [&values, parameter, name](const std::string& text) {
        const auto checked = parameter.check(text);
        if (!checked) throw CLI::ValidationError(name, words(checked.error()));
        values[parameter.name].push_back(text);
    };
    if (parameter.shape == Shape::flag) {
        command.add_flag_callback(
            name, [add] { add("true"); }, parameter.help);
        return;
    }
    if (parameter.shape == Shape::several) {
        const auto add_all = [add](const std::vector<std::string>& texts) {
            for (const auto& text : texts) add(text);
        };
        command.add_option_function<std::vector<std::string>>(name, add_all, parameter.help)
            ->delimiter(',')
            ->allow_extra_args(false)
            ->type_name(parameter.placeholder);
        return;
    }
    command.add_option_function<std::string>(name, add, parameter.help)
        ->required(parameter.is_required)
        ->type_name(parameter.placeholder);
}

}  // namespace tool
