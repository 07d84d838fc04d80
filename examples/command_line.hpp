#pragma once

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include <usagekit/error.hpp>
#include <usagekit/result.hpp>
#include <usagekit/secret.hpp>

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

/// Reads the options and the token; gives the exit code when the program has nothing else to do: help was asked for, or
/// one line says what is wrong.
inline std::optional<int> parse(CLI::App& app, int argc, char** argv) {
    app.failure_message([](const CLI::App*, const CLI::Error& error) { return std::string(error.what()) + '\n'; });
    try {
        app.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::ParseError& stopped) {
        return app.exit(stopped) == 0 ? 0 : exit_code(usagekit::ErrorKind::invalid_request);
    }
}

}  // namespace examples
