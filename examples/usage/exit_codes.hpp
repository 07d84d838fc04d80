#pragma once

#include <string_view>

/// What the tool gives back to the shell, besides those of `examples::exit_code`.
namespace tool::exit_codes {

inline constexpr int not_written = 1;    ///< The report could not be written.
inline constexpr int wrong_usage = 2;    ///< As `invalid_request`: options or profiles are to be corrected.
inline constexpr int above = 10;         ///< A metric is above `--fail-above`.
inline constexpr int interrupted = 130;  ///< By Ctrl-C (SIGINT), or SIGTERM.
inline constexpr int reader_gone = 141;  ///< As a shell shows the end by SIGPIPE.

/// All of them, for the help text. docs/usage-tool.md and the manual page have the same.
inline constexpr std::string_view help =
    "Exit codes:\n"
    "  0    all is well\n"
    "  1    the report could not be written\n"
    "  2    correct the options, the environment or the profiles\n"
    "  3    the token is wrong, or may not do this\n"
    "  4    the service refused the request, or does not have what was asked for\n"
    "  5    try again later: too many requests, or the service is in trouble\n"
    "  6    the way to the service is broken: network, TLS, time limit\n"
    "  7    what answered is not the service, or not as documented\n"
    "  10   a metric is above --fail-above\n"
    "  130  interrupted by Ctrl-C or SIGTERM\n"
    "  141  who read the output has gone, as of SIGPIPE\n"
    "Of several errors, the highest code below 10 is given.\n";

}  // namespace tool::exit_codes
