#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace tool {

/// Writes all of it to what is open, standard output for example, and waits while that takes nothing.
[[nodiscard]] std::error_code write_all(int descriptor, std::string_view text);

/// Replaces what the file holds in one step: who reads it meanwhile sees the old text or the new one, whole. What is no
/// plain file, `/dev/null` for example, is written to.
[[nodiscard]] std::error_code write_file(const std::filesystem::path& file, std::string_view text);

/// Can lines be drawn anew there, and colours be seen?
[[nodiscard]] bool is_terminal(int descriptor);

/// Writes to the file, or to standard output when it has no name. Gives the exit code when that failed, after one line
/// that says so. A reader that has gone is no failure, but the end: as in other tools, of SIGPIPE.
[[nodiscard]] int deliver(const std::filesystem::path& file, std::string_view text);

/// Writes one line to standard error, with a profile's name before it unless that is empty. Control characters are
/// written as escapes.
void complain(std::string_view label, std::string_view message);

}  // namespace tool
