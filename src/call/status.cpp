#include "call/status.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <system_error>
#include <utility>

#include <usagekit/retry.hpp>

#include "core/text.hpp"
#include "http/date.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

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

constexpr std::chrono::seconds longest_wait = std::chrono::years{1};

/// Of digits alone.
std::chrono::seconds seconds_of(std::string_view digits) {
    std::uint32_t seconds = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    return error == std::errc{} ? std::min(std::chrono::seconds{seconds}, longest_wait) : longest_wait;
}

constexpr std::string_view advice_without_reason =
    "look up the status in the service's documentation, and check the request's arguments and the base URL";

/// An answer without Content-Type may be anything; what begins like JSON or HTML is not for people.
bool is_text(const http::Response& response) {
    const auto type = response.headers.find("Content-Type");
    if (type) return equal_ignoring_case(type->substr(0, 10), "text/plain");
    const auto text = trimmed(response.body);
    return !text.empty() && std::string_view("{[\"<").find(text.front()) == std::string_view::npos;
}

/// What a body says that is not in the provider's documented form: the first line, when it is a text for people.
std::string plain_message(const http::Response& response) {
    if (!is_text(response)) return {};
    const auto text = trimmed(response.body);
    return std::string(trimmed(text.substr(0, text.find('\n'))));
}

}  // namespace

bool is_success(int status) noexcept { return status >= 200 && status < 300; }

bool is_transient(int status) {
    const auto transient = RetryPolicy{}.statuses;
    return std::find(transient.begin(), transient.end(), status) != transient.end();
}

Error provider_error(ErrorKind kind, ProviderError said) {
    const bool gives_reason = !said.message.empty();
    if (!gives_reason) said.message = "the service gave no reason";
    const bool lacks_help = kind == ErrorKind::rejected && !gives_reason;
    return {.kind = kind,
            .message = std::move(said.message),
            .detail = std::move(said.detail),
            .advice = std::string(lacks_help ? advice_without_reason : advice_for(kind)),
            .code = std::move(said.code)};
}

Error status_error(const http::Response& response, ReadError read_error) {
    auto said = read_error(response);
    if (said.message.empty()) said.message = plain_message(response);
    auto error = provider_error(kind_of(response.status), std::move(said));
    error.is_transient = is_transient(response.status);
    return error;
}

std::optional<std::chrono::seconds> retry_after(const http::Headers& headers,
                                                std::chrono::system_clock::time_point now) {
    const auto text = trimmed(headers.find("Retry-After").value_or(""));
    if (!text.empty() && std::all_of(text.begin(), text.end(), is_digit)) return seconds_of(text);
    const auto date = http::parse_date(text);
    if (!date) return std::nullopt;
    const auto sent = http::parse_date(trimmed(headers.find("Date").value_or("")));
    const auto wait = *date - sent.value_or(std::chrono::floor<std::chrono::seconds>(now));
    return std::clamp(wait, std::chrono::seconds{0}, longest_wait);
}

std::string request_id(const http::Headers& headers) {
    static constexpr std::array names = {"x-request-id", "request-id", "traceparent"};
    for (const auto* name : names) {
        if (const auto value = headers.find(name)) return std::string(*value);
    }
    return {};
}

}  // namespace USAGEKIT_NAMESPACE::call
