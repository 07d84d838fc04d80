#include "http/proxy_error.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

Error error_of(std::string message, std::string_view text, std::string_view advice, bool is_transient) {
    return {.kind = ErrorKind::network,
            .message = std::move(message),
            .detail = std::string(text),
            .advice = std::string(advice),
            .is_transient = is_transient};
}

/// CONNECT was answered with another status than 2xx (RFC 9110 section 9.3.6).
Error no_tunnel(int status, std::string_view text) {
    if (status == 407) return proxy_credentials_wanted(text);
    return error_of(concat("the proxy did not connect to the host: it answered ", std::to_string(status)), text,
                    "ask those who run the proxy whether it may connect to this host, or name the host in "
                    "Proxy::bypass (no_proxy in the environment)",
                    status >= 500);
}

/// What follows in the text is the whole URL, with its password.
Error unusable(std::string_view text) {
    const auto end = std::min(text.find(" in '"), text.find(" for '"));
    return {.kind = ErrorKind::invalid_request,
            .message = "the proxy that the environment names cannot be used",
            .detail = std::string(text.substr(0, end)),
            .advice = "write it as http://host:port in https_proxy, http_proxy or all_proxy, or unset it"};
}

}  // namespace

Error proxy_credentials_wanted(std::string_view text) {
    return error_of("the proxy wants a name and a password, or does not take those it was given", text,
                    "set Proxy::user and Proxy::password, or put them into the URL that the environment names", false);
}

std::optional<Error> proxy_error(CURLcode code, int connect_status, CURLproxycode refusal, std::string_view text) {
    constexpr std::string_view check =
        "check ClientOptions::proxy, or the proxy that the environment names (https_proxy, http_proxy, all_proxy)";
    if (text.starts_with("Unsupported proxy")) return unusable(text);
    if (code == CURLE_COULDNT_RESOLVE_PROXY) {
        return error_of("the host name of the proxy could not be resolved", text, check, true);
    }
    if (code == CURLE_PROXY) {
        const bool is_about_credentials = refusal == CURLPX_NO_AUTH || refusal == CURLPX_USER_REJECTED;
        return is_about_credentials ? proxy_credentials_wanted(text) : error_of("the proxy refused", text, check, true);
    }
    const bool may_be_of_the_tunnel = code == CURLE_RECV_ERROR || code == CURLE_COULDNT_CONNECT;
    if (may_be_of_the_tunnel && connect_status >= 300) return no_tunnel(connect_status, text);
    return std::nullopt;
}

}  // namespace USAGEKIT_NAMESPACE::http
