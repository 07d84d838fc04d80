#include "http/proxy_options.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/refusal.hpp"
#include "core/text.hpp"
#include "http/url.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

/// Why the URL names no proxy, or an empty text.
std::string_view complaint(const std::string& url) {
    static constexpr std::array schemes = {"http", "https", "socks5", "socks5h"};
    const auto end = url.find("://");
    if (end == url.npos) return "has no scheme";
    if (std::find(schemes.begin(), schemes.end(), url.substr(0, end)) == schemes.end()) {
        return "has another scheme than http, https, socks5 and socks5h";
    }
    if (url.find('@') != url.npos) return "holds user information";
    const auto rest = std::string_view(url).substr(before_path(url).size());
    if (!rest.empty() && rest != "/") return "has more than a scheme, a host and a port";
    // beyond its scheme it is written as any other URL
    const auto host_and_port = before_path(url).substr(end);
    if (!Url::parse(concat("http", host_and_port))) return "has no host, or one that cannot be read";
    const auto port = host_and_port.substr(host_and_port.rfind(':') + 1);
    if (port.empty() || !std::all_of(port.begin(), port.end(), is_digit)) return "has no port";
    return {};
}

bool is_host_or_domain(std::string_view text) {
    const auto may_stand_in_one = [](char c) {
        return is_letter_or_digit(c) || std::string_view("-._:[]/").find(c) != std::string_view::npos;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), may_stand_in_one);
}

std::optional<Error> refuse_credentials(const Proxy& proxy) {
    if (proxy.user.empty() && !proxy.password.empty()) {
        return refusal("Proxy::password is given without a user", "set Proxy::user too");
    }
    if (proxy.user.find_first_of(std::string_view(":\0", 2)) != std::string::npos) {
        return refusal("Proxy::user holds a colon or a NUL", "give the name alone; the password has its own member");
    }
    if (proxy.password.reveal().find('\0') != std::string::npos) {
        return refusal("Proxy::password holds a NUL", "give the password as it was typed");
    }
    return std::nullopt;
}

std::optional<Error> refuse_proxy(const Proxy& proxy) {
    if (const auto why = complaint(proxy.url); !why.empty()) {
        return refusal(
            concat("Proxy::url ", why),
            "write scheme, host and port, such as http://proxy.example.com:3128; name and password are given "
            "by Proxy::user and Proxy::password");
    }
    if (auto refused = refuse_credentials(proxy)) return refused;
    for (const auto& host : proxy.bypass) {
        if (is_host_or_domain(host)) continue;
        return refusal(concat(in_quotes(host), " of Proxy::bypass is no host name, domain or address"),
                       "give each by itself, without blanks or patterns; http::NoProxy asks every host directly");
    }
    return std::nullopt;
}

/// As CURLOPT_NOPROXY takes it.
std::string joined(const std::vector<std::string>& hosts) {
    std::string list;
    for (const auto& host : hosts) list.append(list.empty() ? "" : ",").append(host);
    return list;
}

const char* text_or_null(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

}  // namespace

std::optional<Error> refuse_proxy_options(const ProxyOptions& options) {
    const auto* const proxy = std::get_if<Proxy>(&options);
    return proxy != nullptr ? refuse_proxy(*proxy) : std::nullopt;
}

void apply(const ProxyOptions& options, CURL* handle) {
    curl_easy_setopt(handle, CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_BASIC));
    curl_easy_setopt(handle, CURLOPT_SOCKS5_AUTH, static_cast<long>(CURLAUTH_BASIC));
    curl_easy_setopt(handle, CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));  // a proxy sees no credential
    const auto* const proxy = std::get_if<Proxy>(&options);
    if (proxy == nullptr) return;
    curl_easy_setopt(handle, CURLOPT_PROXYUSERNAME, text_or_null(proxy->user));
    curl_easy_setopt(handle, CURLOPT_PROXYPASSWORD, text_or_null(proxy->password.reveal()));
}

void apply_way(const ProxyOptions& options, bool is_loopback, CURL* handle) {
    const auto* const proxy = std::get_if<Proxy>(&options);
    if (is_loopback || std::holds_alternative<NoProxy>(options)) {
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        curl_easy_setopt(handle, CURLOPT_NOPROXY, "");  // libcurl would read the environment for each request
        return;
    }
    curl_easy_setopt(handle, CURLOPT_PROXY, proxy != nullptr ? proxy->url.c_str() : nullptr);
    // an empty list too: null is no_proxy of the environment
    curl_easy_setopt(handle, CURLOPT_NOPROXY, proxy != nullptr ? joined(proxy->bypass).c_str() : nullptr);
}

}  // namespace USAGEKIT_NAMESPACE::http
