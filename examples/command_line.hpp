#pragma once

#include <optional>

#include <CLI/CLI.hpp>

#include <usagekit/error.hpp>

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

/// Reads the options; gives the exit code when the program has nothing else to do (help, or options it does not have).
inline std::optional<int> parse(CLI::App& app, int argc, char** argv) {
    try {
        app.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::ParseError& stopped) {
        return app.exit(stopped) == 0 ? 0 : exit_code(usagekit::ErrorKind::invalid_request);
    }
}
