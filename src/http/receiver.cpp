#include "http/receiver.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/text.hpp"

namespace usagekit::http {

namespace {

/// A body is handed to a parser that reads whole blocks beyond its end; with room for that it need not be copied.
constexpr std::size_t spare_room = 64;

/// An announced length is believed only so far: memory is taken for bytes that came.
constexpr std::size_t largest_reserve = std::size_t{1} << 20;

std::size_t announced_length(const Headers& headers) {
    const auto text = headers.find("Content-Length").value_or("");
    std::size_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

}  // namespace

void Receiver::start(const Limits& limits, bool has_body) {
    *this = Receiver{};
    limits_ = limits;
    has_body_ = has_body;
}

bool Receiver::take_header(std::string_view line) {
    header_bytes_ += line.size();
    if (header_bytes_ > limits_.headers) return refuse("header fields", limits_.headers, "Limits::headers");
    if (line.starts_with("HTTP/")) {  // the final answer, or an informational one before it (RFC 9110 section 15.2)
        response_.headers = {};
        headers_are_complete_ = false;
        is_success_ = line.substr(std::min(line.find(' '), line.size())).starts_with(" 2");
    } else if (trimmed(line).empty()) {
        return end_headers();
    } else if (!headers_are_complete_) {  // what comes later is a trailer, which nothing here needs
        add_field(line);
    }
    return true;
}

bool Receiver::end_headers() {
    headers_are_complete_ = true;
    if (!has_body_ || !is_success_ || announced_length(response_.headers) <= limits_.body) return true;
    return refuse("body", limits_.body, "Limits::body");
}

bool Receiver::take_body(std::string_view bytes) {
    if (!headers_are_complete_) return refuse_as_no_http(bytes);
    auto& body = response_.body;
    if (bytes.size() > limits_.body - body.size()) {
        if (is_success_) return refuse("body", limits_.body, "Limits::body");
        was_cut_ = true;  // the status is worth more than the rest of an error's body
        return false;
    }
    if (body.empty()) {
        const auto expected = std::max(bytes.size(), std::min(announced_length(response_.headers), largest_reserve));
        body.reserve(expected + spare_room);
    }
    body.append(bytes);
    return true;
}

std::optional<Error> Receiver::problem() const {
    if (refused_) return refused_;
    if (headers_are_complete_) return std::nullopt;
    return Error{.kind = ErrorKind::protocol,
                 .message = "the answer ended inside its header fields",
                 .advice = "try again; if it stays so, check that the base URL is that of the service"};
}

void Receiver::give_up() {
    refused_ = Error{.kind = ErrorKind::too_large,
                     .message = "there is no memory for the answer",
                     .advice = "lower Limits::body, or ask for less"};
}

Response Receiver::take_response() { return std::exchange(response_, {}); }

bool Receiver::refuse_as_no_http(std::string_view bytes) {
    constexpr std::string_view tls_alert =
        "\x15\x03";  // how an alert record of any version begins (RFC 8446 section 5.1)
    refused_ = bytes.starts_with(tls_alert)
                   ? Error{.kind = ErrorKind::tls,
                           .message = "the peer speaks TLS, and was asked in plain http",
                           .advice = "write https:// in the base URL, or give the port for plain http"}
                   : Error{.kind = ErrorKind::protocol,
                           .message = "what came was not a valid HTTP answer",
                           .detail = "it has no status line",
                           .advice = "check that the base URL is that of the service, and its scheme"};
    return false;
}

bool Receiver::refuse(std::string_view what, std::size_t limit, std::string_view option) {
    refused_ = Error{
        .kind = ErrorKind::too_large,
        .message = concat("the ", what, " of the answer exceeds ", std::to_string(limit), " bytes"),
        .advice = concat("raise ", option, " if such an answer is expected"),
    };
    return false;
}

void Receiver::add_field(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos) return;  // libcurl has judged the line before
    response_.headers.add(std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))));
}

}  // namespace usagekit::http
