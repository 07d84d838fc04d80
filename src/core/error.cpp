#include <array>
#include <ostream>

#include <usagekit/result.hpp>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

constexpr std::array<std::string_view, 16> kind_names = {
    "invalid_request", "authentication", "permission", "not_found", "conflict",  "rate_limited", "rejected",  "server",
    "redirect",        "network",        "tls",        "timeout",   "cancelled", "protocol",     "too_large", "decode",
};

/// `authentication (401 UNAUTHORIZED)`: the kind, and in brackets what the service itself said.
std::string classification(const Error& error) {
    std::string given = error.status != 0 ? std::to_string(error.status) : std::string();
    // WireMock Cloud repeats the status as its code
    if (!error.code.empty() && error.code != given) given.append(given.empty() ? "" : " ").append(error.code);
    std::string text{to_string(error.kind)};
    if (!given.empty()) text.append(" (").append(given).append(")");
    return text;
}

/// Providers end their messages with one, and the line goes on.
std::string_view without_full_stop(std::string_view text) {
    if (text.ends_with('.') && !text.ends_with("..")) text.remove_suffix(1);
    return text;
}

std::string effort(const Error& error) {
    std::string text;
    if (error.attempts > 0) {
        text = concat("after ", std::to_string(error.attempts), error.attempts == 1 ? " attempt" : " attempts");
    }
    if (error.retry_after) {
        text.append(text.empty() ? "" : ", ")
            .append(concat("retry after ", std::to_string(error.retry_after->count()), " s"));
    }
    if (!error.request_id.empty()) text.append(text.empty() ? "" : ", ").append("request ").append(error.request_id);
    return text;
}

/// The nearest of the standard's own conditions.
std::errc condition_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid_request:
            return std::errc::invalid_argument;
        case ErrorKind::authentication:
        case ErrorKind::permission:
            return std::errc::permission_denied;
        case ErrorKind::not_found:
            return std::errc::no_such_file_or_directory;
        case ErrorKind::conflict:
            return std::errc::state_not_recoverable;
        case ErrorKind::rate_limited:
            return std::errc::resource_unavailable_try_again;
        case ErrorKind::rejected:
            return std::errc::operation_not_permitted;
        case ErrorKind::server:
            return std::errc::io_error;
        case ErrorKind::redirect:
            return std::errc::too_many_symbolic_link_levels;
        case ErrorKind::network:
            return std::errc::host_unreachable;
        case ErrorKind::tls:
            return std::errc::connection_refused;
        case ErrorKind::timeout:
            return std::errc::timed_out;
        case ErrorKind::cancelled:
            return std::errc::operation_canceled;
        case ErrorKind::protocol:
            return std::errc::protocol_error;
        case ErrorKind::too_large:
            return std::errc::message_size;
        case ErrorKind::decode:
            return std::errc::bad_message;
    }
    return std::errc::protocol_error;
}

}  // namespace

std::string_view to_string(ErrorKind kind) noexcept {
    const auto index = static_cast<std::size_t>(kind);
    return index < kind_names.size() ? kind_names[index] : "unknown";
}

std::string to_string(const Error& error) {
    std::string line;
    const auto add = [&](std::string_view separator, std::string_view part) {
        if (part.empty()) return;
        line.append(line.empty() ? "" : separator).append(part);
    };
    if (!error.url.empty()) add("", error.method);  // a method alone says nothing
    add(" ", error.url);
    add(": ", classification(error));
    add(": ", error.json_path);
    add(": ", without_full_stop(error.message));
    if (!error.detail.empty()) add(" ", concat("(", error.detail, ")"));
    add(", ", effort(error));
    add("; ", error.advice);
    return printable(line);
}

std::ostream& operator<<(std::ostream& out, const Error& error) { return out << to_string(error); }

std::ostream& operator<<(std::ostream& out, ErrorKind kind) { return out << to_string(kind); }

Exception::Exception(Error error) : std::runtime_error(to_string(error)), error_(std::move(error)) {}

std::error_code make_error_code(const Error& error) noexcept { return std::make_error_code(condition_of(error.kind)); }

void outcome_throw_as_system_error_with_payload(Error error) { throw Exception(std::move(error)); }

}  // namespace USAGEKIT_NAMESPACE
