#include "http/proxy_error.hpp"

#include <string>

#include "core/text.hpp"

namespace usagekit::http {

namespace {

/// CONNECT was answered with another status than 2xx (RFC 9110 section 9.3.6).
Error no_tunnel(int status, std::string_view text) {
    Error error{.kind = ErrorKind::network, .detail = std::string(text)};
    if (status == 407) {
        error.message = "the proxy wants a name and a password, or does not take those it was given";
        error.advice = "set Proxy::user and Proxy::password, or put them into the URL that the environment names";
    } else {
        error.message = concat("the proxy did not connect to the host: it answered ", std::to_string(status));
        error.advice =
            "ask those who run the proxy whether it may connect to this host, or name the host in Proxy::bypass "
            "(no_proxy in the environment)";
        error.is_transient = status >= 500;
    }
    return error;
}

}  // namespace

std::optional<Error> proxy_error(CURLcode code, int connect_status, std::string_view text) {
    constexpr std::string_view own_advice =
        "check ClientOptions::proxy, or the proxy that the environment names "
        "(https_proxy, http_proxy, all_proxy)";
    if (text.starts_with("Unsupported proxy")) {  // what follows is the whole URL, with its password
        return Error{.kind = ErrorKind::invalid_request,
                     .message = "the proxy that the environment names cannot be used",
                     .detail = std::string(text.substr(0, text.find(" in '"))).substr(0, text.find(" for '")),
                     .advice = "write it as http://host:port in https_proxy, http_proxy or all_proxy, or unset it"};
    }
    if (code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_PROXY) {
        return Error{
            .kind = ErrorKind::network,
            .message = code == CURLE_PROXY ? "the proxy refused" : "the host name of the proxy could not be resolved",
            .detail = std::string(text.empty() ? std::string_view(curl_easy_strerror(code)) : text),
            .advice = std::string(own_advice),
            .is_transient = true};
    }
    if (connect_status >= 300 && (code == CURLE_RECV_ERROR || code == CURLE_COULDNT_CONNECT)) {
        return no_tunnel(connect_status, text);
    }
    return std::nullopt;
}

}  // namespace usagekit::http
