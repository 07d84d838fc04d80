#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include <usagekit/http.hpp>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// Which characters a token is made of.
inline constexpr auto token_characters = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 128; ++c) table[static_cast<std::size_t>(c)] = is_letter_or_digit(static_cast<char>(c));
    for (const char c : std::string_view("!#$%&'*+-.^_`|~")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

/// May it stand in a token (RFC 9110 section 5.6.2), as methods and the names of header fields are?
[[nodiscard]] constexpr bool is_token_character(char c) noexcept {
    return token_characters[static_cast<unsigned char>(c)];
}

/// Is it a token?
[[nodiscard]] constexpr bool is_token(std::string_view name) noexcept {
    return !name.empty() && std::all_of(name.begin(), name.end(), is_token_character);
}

/// Is it one of the characters that must not stand within a line of a message?
[[nodiscard]] constexpr bool ends_line(char c) noexcept { return c == '\r' || c == '\n' || c == '\0'; }

/// Does the name of a field say that its value is a credential (Authorization, Set-Cookie, X-Api-Key, ...), which must
/// not be shown?
[[nodiscard]] bool carries_credentials(std::string_view name);

/// `invalid_request` when the method is not a token, the URL holds a NUL or a line break, or `refuse_headers` says so.
[[nodiscard]] std::optional<Error> refuse_request(const Request& request);

/// `invalid_request` when a name is not a token (RFC 9110 section 5.1), or a value holds anything but visible
/// ASCII, blanks and tabs: libcurl sends header fields as they are, so a line break would start another one.
[[nodiscard]] std::optional<Error> refuse_headers(const Headers& headers);

}  // namespace USAGEKIT_NAMESPACE::http
