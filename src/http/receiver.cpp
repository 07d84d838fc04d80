#include "http/receiver.hpp"

#include <utility>

#include "core/text.hpp"
#include "http/cut_short.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

constexpr std::string_view check_base_url = "check that the base URL is that of the service, and its scheme";

[[gnu::cold]] Error not_http(std::string_view what) {
    return {.kind = ErrorKind::protocol,
            .message = "what came was not a valid HTTP answer",
            .detail = std::string(what),
            .advice = std::string(check_base_url)};
}

/// What begins without a status line.
[[gnu::cold]] Error without_status_line(std::string_view bytes) {
    constexpr std::string_view tls_alert = "\x15\x03";  // of any version (RFC 8446 section 5.1)
    if (!bytes.starts_with(tls_alert)) return not_http("it has no status line");
    return {.kind = ErrorKind::tls,
            .message = "the peer speaks TLS, and was asked in plain http",
            .advice = "write https:// in the base URL, or give the port for plain http"};
}

[[gnu::cold]] Error damaged(std::string_view reason) {
    return {.kind = ErrorKind::protocol,
            .message = "the body of the answer is announced as gzip, and is not",
            .detail = std::string(reason),
            .advice = "check the service, and the proxies on the way"};
}

[[gnu::cold]] Error over_limit(std::string_view what, std::size_t limit, std::string_view option) {
    return {.kind = ErrorKind::too_large,
            .message = concat("the ", what, " of the answer exceeds ", std::to_string(limit), " bytes"),
            .advice = concat("raise ", option, " if such an answer is expected")};
}

/// RFC 9110 sections 15.3.5 and 15.4.5.
constexpr bool never_has_body(int status) { return status == 204 || status == 304; }

}  // namespace

void Receiver::start(const Limits& limits, bool has_body) {
    // what has memory that is used again stays
    auto gzip = std::move(gzip_);
    auto lines = std::move(lines_);
    *this = Receiver{};
    gzip_ = std::move(gzip);
    lines_ = std::move(lines);
    limits_ = limits;
    has_body_ = has_body;
}

bool Receiver::take_header(std::string_view line) {
    header_bytes_ += line.size();
    if (header_bytes_ > limits_.headers) {
        return refuse(over_limit("header", limits_.headers, "Limits::headers"));
    }
    if (part_ == Part::status_line) return take_status_line(line);
    if (part_ == Part::body) return true;                      // a trailer, which nothing here needs
    if (line == "\r\n" || line == "\n") return end_headers();  // libcurl reads on behind a line of blanks
    lines_ += line;
    return true;
}

bool Receiver::take_status_line(std::string_view line) {
    const auto status = status_of(line);
    if (!status) return refuse(not_http("its status line is not one"));
    status_ = *status;
    lines_.clear();
    part_ = Part::fields;
    return true;
}

bool Receiver::end_headers() {
    auto headers = Headers::parse(lines_);
    // libcurl reads some of them otherwise than others on the way may have done
    if (!headers) return refuse(not_http("a line of its header is not a field"));
    headers_ = *std::move(headers);
    if (status_ == 101) return refuse(not_http("it changes the protocol, which was not asked for"));
    if (status_ < 200) {  // informational, and the final answer is still to come (RFC 9110 section 15.2)
        part_ = Part::status_line;
        return true;
    }
    part_ = Part::body;
    has_body_ = has_body_ && !never_has_body(status_);
    auto framing = http::framing(headers_);
    if (!framing) return refuse(std::move(framing).assume_error());
    framing_ = framing.assume_value();
    return !has_body_ || choose_decoding();
}

bool Receiver::choose_decoding() {
    const auto length = framing_.length.value_or(0);
    body_.start(limits_.body, length);
    auto encoding = http::encoding(headers_);
    if (!encoding) return refuse_body(std::move(encoding).assume_error());
    encoding_ = encoding.assume_value();
    if (encoding_ == Encoding::gzip) {
        gzip_.restart();
        return true;
    }
    return !is_success() || length <= limits_.body || exceed_body_limit();
}

bool Receiver::take_body(std::string_view bytes) {
    if (part_ != Part::body) return refuse(without_status_line(bytes));
    body_bytes_ += bytes.size();
    if (!drops_body_) return add_to_body(bytes);
    return body_bytes_ <= limits_.body || exceed_body_limit();
}

bool Receiver::add_to_body(std::string_view bytes) {
    if (encoding_ == Encoding::identity) return body_.append(bytes) || exceed_body_limit();
    switch (gzip_.decode(bytes, body_)) {
        case GzipDecoder::Outcome::good:
            return true;
        case GzipDecoder::Outcome::full:
            return exceed_body_limit();
        case GzipDecoder::Outcome::damaged:
            break;
    }
    return refuse_body(damaged(gzip_.reason()));
}

bool Receiver::exceed_body_limit() {
    if (is_success()) return refuse(over_limit("body", limits_.body, "Limits::body"));
    // the status is worth more than such a body, at whose cut end half a token could stand that nobody would recognise
    has_enough_ = true;
    body_.clear();
    return false;
}

bool Receiver::refuse(Error error) {
    refused_ = std::move(error);
    body_.clear();
    return false;
}

bool Receiver::refuse_body(Error error) {
    if (is_success()) return refuse(std::move(error));
    drops_body_ = true;  // the status is worth more than a body that nobody can read
    body_.clear();
    return true;
}

bool Receiver::end_without_body() noexcept {
    if (part_ != Part::body || is_success()) return false;
    drops_body_ = true;  // the status is worth more than half a body
    body_.clear();
    return true;
}

bool Receiver::is_short_of_length() const noexcept {
    return has_body_ && !drops_body_ && framing_.length && body_bytes_ != *framing_.length;
}

bool Receiver::is_gzip_cut_short() const noexcept {
    return encoding_ == Encoding::gzip && !drops_body_ && !gzip_.is_whole();
}

std::optional<Error> Receiver::problem() const {
    if (refused_) return refused_;
    if (has_enough_) return std::nullopt;
    if (part_ != Part::body) return cut_short("the answer ended inside its header fields");
    if (has_excess_) return not_http("bytes follow its end");
    if (is_short_of_length() && is_success()) {
        return cut_short(concat("the answer announces a body of ", std::to_string(*framing_.length), " bytes, and ",
                                std::to_string(body_bytes_), " came"));
    }
    if (is_gzip_cut_short() && is_success()) return cut_short("the compressed body of the answer is cut short");
    return std::nullopt;
}

void Receiver::give_up() {
    refuse({.kind = ErrorKind::too_large,
            .message = "there is no memory for the answer",
            .advice = "lower Limits::body, or ask for less"});
}

Response Receiver::take_response() {
    if (is_gzip_cut_short() || is_short_of_length()) body_.clear();
    return {.headers = std::exchange(headers_, {}), .body = body_.take()};
}

}  // namespace USAGEKIT_NAMESPACE::http
