#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// What went wrong, as coarse as a caller needs it to decide what to do next.
enum class ErrorKind : std::uint8_t {
    invalid_request,  ///< An option or argument was refused before anything was sent.
    authentication,   ///< 401: no credential, or one that the service does not know.
    permission,       ///< 403: the credential is known and may not do this.
    not_found,        ///< 404 or 410, or a resource that the way to the answer leads to does not exist.
    conflict,         ///< 409.
    rate_limited,     ///< 429: too many requests; see `Error::retry_after`.
    rejected,         ///< Any other 4xx, or a failure that the service reports in a successful answer.
    server,           ///< 5xx.
    redirect,         ///< A redirect that must not, or cannot, be followed.
    network,          ///< No connection, or one that broke.
    tls,              ///< The peer could not be trusted, or TLS could not be spoken with it.
    timeout,          ///< A time limit of the call passed, or the service answered 408.
    cancelled,        ///< The caller stopped the call.
    protocol,         ///< The answer was not valid HTTP, or not a whole answer.
    too_large,        ///< The answer exceeds a limit of `Limits`.
    decode,           ///< The answer was not the documented JSON; see `Error::json_path`.
};

/// The name of a kind as it is spelled above, `not_found` for example. The text lives as long as the program.
[[nodiscard]] USAGEKIT_EXPORT std::string_view to_string(ErrorKind kind) noexcept;

/// Why there is no value. Every text is free of credentials; what does not apply is empty, zero or absent.
struct Error {
    ErrorKind kind = ErrorKind::protocol;  ///< What to decide by.
    std::string message{};                 ///< What happened, in the provider's words where it gave any.
    std::string detail{};                  ///< What more is known: the HTTP engine's text, the chain of redirects.
    std::string advice{};                  ///< What to do about it.
    int status = 0;                        ///< HTTP status (RFC 9110 section 15); 0 when no answer came.
    std::string code{};                    ///< The provider's own error code, as text.
    std::string method{};                  ///< Method of the request that failed.
    std::string url{};                     ///< URL of the request that failed, without user information.
    std::string json_path{};               ///< The place in the body, `$.usage.seatLimit` for example.
    int attempts = 0;                      ///< How often that request was sent; 0 when it never was.
    std::optional<std::chrono::seconds> retry_after{};  ///< How long the service asks to wait.
    bool is_transient = false;  ///< May doing the same again succeed, without anything else being changed?
    std::string request_id{};   ///< The provider's name for the request, to quote to its support.
    std::string body{};         ///< The beginning of the body that came, with secrets masked.

    bool operator==(const Error&) const = default;
};

/// One line: what failed, where, why, after how many attempts, and what to do. The body is not part of it.
[[nodiscard]] USAGEKIT_EXPORT std::string to_string(const Error& error);

/// Writes `to_string(error)`.
USAGEKIT_EXPORT std::ostream& operator<<(std::ostream& out, const Error& error);

/// Writes the name of the kind.
USAGEKIT_EXPORT std::ostream& operator<<(std::ostream& out, ErrorKind kind);

}  // namespace USAGEKIT_NAMESPACE
