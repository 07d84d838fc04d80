#include "http/curl_error.hpp"

#include <array>
#include <system_error>

#include "core/cancelled.hpp"
#include "core/text.hpp"
#include "http/answer_error.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

struct Meaning {
    ErrorKind kind;
    std::string_view message;
    std::string_view advice;
};

constexpr Meaning not_begun{ErrorKind::network, "libcurl could not begin the exchange",
                            "check how many files and how much memory this process may use"};
constexpr Meaning no_host{ErrorKind::network, "no address was found",
                          "check the host name in the base URL, and name resolution on this machine"};
constexpr Meaning no_connection{ErrorKind::network, "no connection could be made",
                                "check that the host and port in the base URL are right and can be reached from here"};
constexpr Meaning broken{ErrorKind::network, "the connection broke",
                         "try again; if it stays so, look for a firewall on the way, and whether the port wants https"};
constexpr Meaning no_connection_in_time{ErrorKind::timeout, "the time limit for connecting passed",
                                        "check the host and port in the base URL, or raise Timeouts::connect"};
constexpr Meaning too_slow{ErrorKind::timeout, "the time limit of the attempt passed",
                           "try again, or raise Timeouts::attempt"};
constexpr Meaning not_http{ErrorKind::protocol, "what came was not a valid HTTP answer",
                           "check that the base URL is that of the service, and its scheme"};
constexpr Meaning bad_url{ErrorKind::invalid_request, "the URL of the request cannot be used",
                          "give an absolute http or https URL without user information"};

constexpr bool is_before_request(Phase phase) { return phase < Phase::sending; }

constexpr const Meaning& meaning(CURLcode code, const Moment& moment) {
    switch (code) {
        case CURLE_FAILED_INIT:
            return not_begun;
        case CURLE_COULDNT_RESOLVE_HOST:
            return no_host;
        case CURLE_URL_MALFORMAT:
            return bad_url;
        case CURLE_COULDNT_CONNECT:
        case CURLE_INTERFACE_FAILED:
        case CURLE_NO_CONNECTION_AVAILABLE:
            return no_connection;
        case CURLE_OPERATION_TIMEDOUT:
            return is_before_request(moment.phase) && moment.is_limit_of_connecting ? no_connection_in_time : too_slow;
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
            return broken;
        default:
            return not_http;
    }
}

/// May the same exchange succeed at another time?
constexpr bool is_transient(CURLcode code) {
    switch (code) {
        case CURLE_FAILED_INIT:
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
        case CURLE_INTERFACE_FAILED:
        case CURLE_NO_CONNECTION_AVAILABLE:
        case CURLE_OPERATION_TIMEDOUT:
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
            return true;
        default:
            return false;
    }
}

/// What was under way, as the end of a sentence.
std::string during(const Moment& moment) {
    static constexpr std::array<std::string_view, 7> doing = {
        " while resolving ",
        " while connecting to ",
        " while agreeing upon TLS with ",
        " while sending the request to ",
        " while waiting for the answer of ",
        " while receiving the header fields of ",
        " while receiving the body of ",
    };
    return concat(doing[static_cast<std::size_t>(moment.phase)], moment.host);
}

/// libcurl's text, and what the system said to it.
std::string detail_of(CURLcode code, std::string_view text, const Moment& moment) {
    if (text.empty()) text = curl_easy_strerror(code);
    if (code != CURLE_COULDNT_CONNECT || moment.system_error == 0) return std::string(text);
    return concat(text, ": ", std::generic_category().message(moment.system_error));
}

/// Others have a message that says more than the moment would.
constexpr bool names_its_moment(ErrorKind kind) { return kind == ErrorKind::network || kind == ErrorKind::timeout; }

}  // namespace

Error transfer_error(CURLcode code, std::string_view text, const Moment& moment) {
    if (auto error = answer_error(code, detail_of(code, text, moment), moment.phase)) return *std::move(error);
    const auto& [kind, message, advice] = meaning(code, moment);
    return {.kind = kind,
            .message = names_its_moment(kind) ? concat(message, during(moment)) : std::string(message),
            .detail = detail_of(code, text, moment),
            .advice = std::string(advice),
            .is_transient = is_transient(code)};
}

Error stopped_error(const Moment& moment) {
    auto error = cancelled();
    error.message += during(moment);
    return error;
}

}  // namespace USAGEKIT_NAMESPACE::http
