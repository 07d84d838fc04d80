#pragma once

#include <optional>
#include <string_view>

#include <usagekit/http.hpp>

namespace usagekit::http {

/// Is it a token (RFC 9110 section 5.6.2), as methods and the names of header fields are?
[[nodiscard]] bool is_token(std::string_view name);

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

}  // namespace usagekit::http
