#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <usagekit/http.hpp>

namespace USAGEKIT_NAMESPACE::call {

/// What a provider's own error body says; empty where it says nothing.
struct ProviderError {
    std::string code{};
    std::string message{};
    std::string detail{};
};

/// Reads the error bodies of one provider; nothing of what it gives need be there.
using ReadError = ProviderError (*)(const http::Response& response);

[[nodiscard]] bool is_success(int status) noexcept;

/// May the same request be answered otherwise a little later? Those are the statuses that `RetryPolicy` has by default.
[[nodiscard]] bool is_transient(int status);

/// What a provider said, as an error of this kind, with advice.
[[nodiscard]] Error provider_error(ErrorKind kind, ProviderError said);

/// The error that an answer with a status other than success means.
[[nodiscard]] Error status_error(const http::Response& response, ReadError read_error);

/// How long a Retry-After field (RFC 9110 section 10.2.3), in seconds or as a date, asks to wait: at least zero, and at
/// most a year, since more is no time that anybody waits. A date counts from the answer's own Date field, so that
/// clocks which differ do no harm, and without one from `now`.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(const http::Headers& headers,
                                                              std::chrono::system_clock::time_point now);

/// The provider's name for the request, from the header fields that services use for it.
[[nodiscard]] std::string request_id(const http::Headers& headers);

}  // namespace USAGEKIT_NAMESPACE::call
