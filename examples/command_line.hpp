#pragma once

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include <usagekit/error.hpp>
#include <usagekit/result.hpp>
#include <usagekit/secret.hpp>

#include "printable.hpp"

namespace examples {

/// What the example programs give back to the shell, one code for each family of errors.
inline int exit_code(usagekit::ErrorKind kind) {
    using enum usagekit::ErrorKind;
    switch (kind) {
        case invalid_request:
            return 2;  // correct the options
        case authentication:
        case permission:
            return 3;  // correct the token
        case not_found:
        case conflict:
        case rejected:
            return 4;  // the service refused this request
        case rate_limited:
        case server:
            return 5;  // try again later
        case network:
        case tls:
        case timeout:
            return 6;  // the way to the service is broken
        case redirect:
        case protocol:
        case too_large:
        case decode:
            return 7;  // what answers is not the service, or not as documented
        case cancelled:
            return 8;
    }
    return 1;
}

/// Says in one line what went wrong, and gives the exit code for it.
inline int report(const usagekit::Error& error) {
    std::cerr << error << '\n';
    return exit_code(error.kind);
}

/// Sees to it that all of standard output is written. Gives the exit code: 1, after one line, when that failed.
inline int finish(int code) {
    if (std::cout.flush()) return code;
    std::cerr << "standard output could not be written\n";
    return 1;
}

/// Makes `parse` read the token. It comes from the environment, because options can be seen by others.
inline void require_token(CLI::App& app, const std::string& variable, const std::string& what,
                          usagekit::Secret& token) {
    const std::string request = "set " + variable + " to " + what;
    app.footer("Before, " + request + ".");
    app.final_callback([variable, request, &token] {
        const char* value = std::getenv(variable.c_str());
        if (value == nullptr || *value == '\0') throw CLI::ValidationError(request);
        token = usagekit::Secret{value};
    });
}

/// Adds an option that `read` makes a value of, `usagekit::parse_date` for example. What `read` refuses, `parse` does.
template <class T>
void add_option(CLI::App& app, const std::string& name, std::optional<T>& value,
                usagekit::Result<T> (*read)(std::string_view), const std::string& description) {
    const auto set = [name, &value, read](const std::string& text) {
        const auto result = read(text);
        if (!result) throw CLI::ValidationError(name, result.error().message);
        value = result.value();
    };
    app.add_option_function<std::string>(name, set, description);
}

/// Names the options among what was not expected. Words that are none stay unsaid: one may be a token.
inline std::string unexpected(const std::vector<std::string>& words) {
    static constexpr std::array<std::string_view, 4> secrets = {"--token", "--api-key", "--password", "--secret"};
    std::string names;
    bool is_secret = false;
    for (const auto& word : words) {
        if (!word.starts_with("--")) continue;
        const auto name = word.substr(0, word.find('='));
        names.append(names.empty() ? "" : " ").append(name);
        is_secret = is_secret || std::find(secrets.begin(), secrets.end(), name) != secrets.end();
    }
    std::string message = names.empty() ? "an argument" : names;
    message.append(" was not expected");
    return is_secret ? message.append("; a token is no option, since others can see those: set it in the environment")
                     : message;
}

/// What is wrong with the options, in words that do not show what nobody asked for.
inline std::string mistake(const CLI::App& app, const CLI::ParseError& error) {
    const auto is_kind = [&error](CLI::ExitCodes kind) { return error.get_exit_code() == static_cast<int>(kind); };
    if (is_kind(CLI::ExitCodes::ExtrasError)) return unexpected(app.remaining(true));
    std::string text = error.what();
    if (is_kind(CLI::ExitCodes::ConversionError)) text.erase(std::min(text.find(" = "), text.size()));
    return text;
}

/// Reads the options and the token; gives the exit code when the program has nothing else to do: help was asked for, or
/// one line says what is wrong.
inline std::optional<int> parse(CLI::App& app, int argc, char** argv) {
    try {
        app.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::ParseError& stopped) {
        std::ostringstream ignored;
        if (app.exit(stopped, std::cout, ignored) == 0) return finish(0);
        std::cerr << printable(mistake(app, stopped)) << '\n';
        return exit_code(usagekit::ErrorKind::invalid_request);
    }
}

}  // namespace examples
