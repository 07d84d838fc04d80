#include "http/curl_error.hpp"

namespace usagekit::http {

namespace {

struct Meaning {
    ErrorKind kind;
    std::string_view message;
    std::string_view advice;
};

constexpr Meaning no_host{ErrorKind::network, "the host name could not be resolved",
                          "check the host name in the base URL, and name resolution on this machine"};
constexpr Meaning no_connection{ErrorKind::network, "no connection could be made",
                                "check that the host and port in the base URL are right and can be reached from here"};
constexpr Meaning broken{ErrorKind::network, "the connection broke before the answer was complete",
                         "try again; if it stays so, look for a firewall on the way, and whether the port wants https"};
constexpr Meaning no_connection_in_time{ErrorKind::timeout, "no connection stood within the time limit",
                                        "check the host and port in the base URL, or raise Timeouts::connect"};
constexpr Meaning too_slow{ErrorKind::timeout, "the time limit of the attempt passed",
                           "try again, or raise Timeouts::attempt"};
constexpr Meaning not_http{ErrorKind::protocol, "what came was not a valid HTTP answer",
                           "check that the base URL is that of the service, and its scheme"};
constexpr Meaning long_line{ErrorKind::too_large,
                            "a header field of the answer is longer than libcurl takes (about 100 kB)",
                            "check that the base URL is that of the service"};
constexpr Meaning bad_url{ErrorKind::invalid_request, "the URL of the request cannot be used",
                          "give an absolute http or https URL without user information"};
constexpr Meaning incomplete{ErrorKind::protocol, "the answer ended before it was complete", "try again"};

constexpr const Meaning& meaning(CURLcode code, Phase phase) {
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return no_host;
        case CURLE_URL_MALFORMAT:
            return bad_url;
        case CURLE_OUT_OF_MEMORY:  // libcurl's word for a line that is longer than its buffer
            return phase == Phase::receiving_headers ? long_line : not_http;
        case CURLE_COULDNT_CONNECT:
        case CURLE_INTERFACE_FAILED:
        case CURLE_NO_CONNECTION_AVAILABLE:
            return no_connection;
        case CURLE_OPERATION_TIMEDOUT:
            return phase == Phase::connecting ? no_connection_in_time : too_slow;
        case CURLE_GOT_NOTHING:
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
            return broken;
        case CURLE_PARTIAL_FILE:
            return incomplete;
        default:
            return not_http;
    }
}

}  // namespace

Error transfer_error(CURLcode code, std::string_view text, Phase phase) {
    const auto& [kind, message, advice] = meaning(code, phase);
    return {.kind = kind,
            .message = std::string(message),
            .detail = std::string(text.empty() ? std::string_view(curl_easy_strerror(code)) : text),
            .advice = std::string(advice)};
}

}  // namespace usagekit::http
