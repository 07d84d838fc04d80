#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <usagekit/http.hpp>

namespace usagekit::call {

/// What a provider's own error body says; empty where it says nothing.
struct ProviderError {
    std::string code{};
    std::string message{};
    std::string detail{};
};

/// Reads the error bodies of one provider; nothing of what it gives need be there.
using ReadError = ProviderError (*)(const http::Response& response);

[[nodiscard]] bool is_success(int status) noexcept;

/// What a provider said, as an error of this kind, with advice.
[[nodiscard]] Error provider_error(ErrorKind kind, ProviderError said);

/// The error that an answer with a status other than success means.
[[nodiscard]] Error status_error(const http::Response& response, ReadError read_error);

/// The seconds of a Retry-After field (RFC 9110 section 10.2.3), at most a year: more is no time that anybody waits.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(const http::Headers& headers);

/// The provider's name for the request, from the header fields that services use for it.
[[nodiscard]] std::string request_id(const http::Headers& headers);

}  // namespace usagekit::call
