#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// The text with control characters (C0, DEL, C1, those of bidirectional text) and what is not UTF-8 written as escapes
/// (`\n`, `\x1b`), so that it stays one line, in its order, and cannot steer a terminal.
[[nodiscard]] std::string printable(std::string_view text);

/// The text, or its first `most` bytes and `...`, without breaking a UTF-8 sequence. Take secrets out before.
[[nodiscard]] std::string shortened(std::string text, std::size_t most);

/// `printable` in double quotes (not `quoted`: for a std::string that would be the one of <iomanip>); of a text of more
/// than `most` bytes, only how long it is, since half of a secret in it could not be recognised and masked later.
[[nodiscard]] std::string in_quotes(std::string_view text, std::size_t most = 40);

/// In ASCII, whatever the locale is.
[[nodiscard]] constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_letter_or_digit(char c) noexcept { return is_digit(c) || is_upper(c) || is_lower(c); }
[[nodiscard]] constexpr bool is_hex_digit(char c) noexcept {
    return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// With the ASCII letters in lower case.
[[nodiscard]] std::string lowered(std::string_view text);

/// Have the two texts, which are of one size, the same letters but for the case of those of ASCII?
[[nodiscard]] bool same_letters(std::string_view left, std::string_view right) noexcept;

/// Are the two texts the same but for the case of ASCII letters?
[[nodiscard]] inline bool equal_ignoring_case(std::string_view left, std::string_view right) noexcept {
    return left.size() == right.size() && same_letters(left, right);
}

/// Without the blanks, tabs and line ends around it.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// The parts put behind each other. (`"text" + std::string(...)` gives false warnings under g++ 12 -O3.)
template <class... Parts>
[[nodiscard]] std::string concat(const Parts&... parts) {
    std::string out;
    out.reserve((std::string_view(parts).size() + ...));
    (out.append(parts), ...);
    return out;
}

}  // namespace USAGEKIT_NAMESPACE
