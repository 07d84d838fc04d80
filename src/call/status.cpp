#include "call/status.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "core/redact.hpp"
#include "core/text.hpp"

namespace usagekit::call {

namespace {

constexpr std::size_t longest_excerpt = 2048;

ErrorKind kind_of(int status) {
    switch (status) {
        case 401:
            return ErrorKind::authentication;
        case 403:
            return ErrorKind::permission;
        case 404:
        case 410:
            return ErrorKind::not_found;
        case 408:
            return ErrorKind::timeout;
        case 409:
            return ErrorKind::conflict;
        case 429:
            return ErrorKind::rate_limited;
        default:
            break;
    }
    if (status >= 500) return ErrorKind::server;
    if (status >= 400) return ErrorKind::rejected;
    return status >= 300 ? ErrorKind::redirect : ErrorKind::protocol;
}

std::string_view advice_for(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::authentication:
            return "check that the token is right, of this service and not expired";
        case ErrorKind::permission:
            return "use a token whose owner may see this resource";
        case ErrorKind::not_found:
            return "check the ID and the base URL, and that the token's owner can see it";
        case ErrorKind::timeout:
            return "try again";
        case ErrorKind::conflict:
            return "look at the resource's present state before trying again";
        case ErrorKind::rate_limited:
            return "wait, then ask less often";
        case ErrorKind::rejected:
            return "correct the request as the message says";
        case ErrorKind::server:
            return "try again later; if it stays so, tell the provider";
        default:
            return "check that the base URL is that of the service's API";
    }
}

bool is_text(const http::Response& response) {
    const auto type = response.headers.find("Content-Type").value_or("");
    return equal_ignoring_case(type.substr(0, 10), "text/plain");
}

/// What a body says that is not in the provider's documented form: the first line, when it is a text for people.
std::string plain_message(const http::Response& response) {
    if (!is_text(response)) return {};
    const auto text = trimmed(response.body);
    return std::string(trimmed(text.substr(0, text.find('\n'))));
}

}  // namespace

bool is_success(int status) noexcept { return status >= 200 && status < 300; }

Error status_error(const http::Response& response, ReadError read_error) {
    auto said = read_error(response);
    if (said.message.empty()) said.message = plain_message(response);
    if (said.message.empty()) said.message = "the service gave no reason";
    const auto kind = kind_of(response.status);
    return {.kind = kind,
            .message = std::move(said.message),
            .detail = std::move(said.detail),
            .advice = std::string(advice_for(kind)),
            .code = std::move(said.code)};
}

std::string body_excerpt(std::string body) {
    mask_secret_members(body);  // before it is cut: a member that the cut breaks in two would not be recognised
    return shortened(std::move(body), longest_excerpt);
}

std::optional<std::chrono::seconds> retry_after(const http::Headers& headers) {
    const auto text = trimmed(headers.find("Retry-After").value_or(""));
    std::chrono::seconds::rep seconds = 0;
    const auto* end = text.data() + text.size();
    if (text.empty() || text.front() == '-' || std::from_chars(text.data(), end, seconds).ptr != end)
        return std::nullopt;
    return std::chrono::seconds{seconds};
}

std::string request_id(const http::Headers& headers) {
    static constexpr std::array names = {"x-request-id", "request-id", "traceparent"};
    for (const auto* name : names) {
        if (const auto value = headers.find(name)) return std::string(*value);
    }
    return {};
}

}  // namespace usagekit::call
