#include "http/url.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <utility>

#include <curl/curl.h>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

/// libcurl decodes a host and encodes it anew each time that it reads the URL, so these would not stay what they are.
bool has_stray_byte(std::string_view host) {
    return std::any_of(host.begin(), host.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return c == '%' || byte <= ' ' || byte == 0x7F;
    });
}

}  // namespace

/// libcurl's URL parser, so that what is judged here is what libcurl will connect to.
class UrlParser {
public:
    /// Takes an absolute URL, or, after that, a reference to be resolved against it.
    [[nodiscard]] CURLUcode take(std::string_view text) {
        return curl_url_set(handle_.get(), CURLUPART_URL, std::string(text).c_str(),
                            CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE);
    }

    [[nodiscard]] std::string part(CURLUPart what, unsigned flags = 0) const {
        char* text = nullptr;
        if (curl_url_get(handle_.get(), what, &text, flags) != CURLUE_OK) return {};
        std::string out(text);
        curl_free(text);
        return out;
    }

    /// Why the parsed URL is none that this library asks, or an empty text.
    [[nodiscard]] std::string refusal() const {
        const auto scheme = part(CURLUPART_SCHEME);
        if (scheme != "http" && scheme != "https")
            return concat("its scheme is ", in_quotes(scheme), ", not http or https");
        const auto host = part(CURLUPART_HOST);
        if (host.empty()) return "it has no host";
        if (!part(CURLUPART_ZONEID).empty()) return "its host has a zone";  // which no origin tells
        if (has_stray_byte(host)) return "its host holds a % or a control character";
        if (before_path(part(CURLUPART_URL)).find('@') != std::string_view::npos) return "it holds user information";
        return {};
    }

    void drop_fragment() { curl_url_set(handle_.get(), CURLUPART_FRAGMENT, nullptr, 0); }

    [[nodiscard]] Url url() const {
        Url url;
        url.text_ = part(CURLUPART_URL);
        url.host_ = lowered(part(CURLUPART_HOST));
        url.origin_ = concat(part(CURLUPART_SCHEME), "://", url.host_, ":", part(CURLUPART_PORT, CURLU_DEFAULT_PORT));
        return url;
    }

private:
    struct Cleanup {
        void operator()(CURLU* handle) const noexcept { curl_url_cleanup(handle); }
    };
    std::unique_ptr<CURLU, Cleanup> handle_{curl_url()};
};

namespace {

constexpr std::string_view line_breaking{"\0\r\n", 3};

/// A URL that may carry a password is not shown at all.
std::string shown(std::string_view url) {
    constexpr std::size_t longest = 1000;
    return url.find('@') == url.npos ? concat(" ", in_quotes(url, longest)) : std::string();
}

Error refused(ErrorKind kind, std::string_view what, std::string_view url, std::string_view why,
              std::string_view advice) {
    return {.kind = kind, .message = concat(what, shown(url), " cannot be used: ", why), .advice = std::string(advice)};
}

}  // namespace

Result<Url> Url::parse(std::string_view text) {
    const auto refuse = [&](std::string_view why) {
        return refused(ErrorKind::invalid_request, "the URL", text, why,
                       "write an absolute URL such as https://api.example.com");
    };
    if (text.find_first_of(line_breaking) != text.npos) return refuse("it holds a control character");
    if (text.find("://") == text.npos) return refuse("it has no scheme");
    UrlParser parser;
    if (const auto code = parser.take(text)) return refuse(curl_url_strerror(code));
    if (const auto why = parser.refusal(); !why.empty()) return refuse(why);
    return parser.url();
}

Result<Url> Url::resolve(std::string_view reference) const {
    const auto refuse = [&](std::string_view why) {
        return refused(ErrorKind::redirect, "the redirect target", reference, why,
                       "report it to the provider: a redirect must lead to a resource of the same service");
    };
    if (reference.find_first_of(line_breaking) != reference.npos) return refuse("it holds a control character");
    UrlParser parser;
    if (const auto code = parser.take(text_)) return refuse(curl_url_strerror(code));
    // libcurl resolves neither the empty reference nor a lone fragment, and both mean this very resource
    const auto resource = reference.substr(0, reference.find('#'));
    if (!resource.empty()) {
        if (const auto code = parser.take(resource)) return refuse(curl_url_strerror(code));
    }
    parser.drop_fragment();
    if (const auto why = parser.refusal(); !why.empty()) return refuse(why);
    return parser.url();
}

namespace {

constexpr bool ends_authority(char c) { return c == '/' || c == '?' || c == '#'; }

/// As libcurl writes every numeric spelling of one: as four decimal numbers.
bool is_ipv4_address(std::string_view host) noexcept {
    constexpr int octets = 4;
    for (int i = 0; i < octets; ++i) {
        if (i > 0 && !host.starts_with('.')) return false;
        if (i > 0) host.remove_prefix(1);
        std::uint8_t octet = 0;
        const auto [end, error] = std::from_chars(host.data(), host.data() + host.size(), octet);
        if (error != std::errc{}) return false;
        host.remove_prefix(static_cast<std::size_t>(end - host.data()));
    }
    return host.empty();
}

}  // namespace

bool Url::is_loopback() const noexcept { return http::is_loopback(host_); }

bool is_loopback(std::string_view host) noexcept {
    if (equal_ignoring_case(host, "localhost") || host == "[::1]") return true;
    return host.starts_with("127.") && is_ipv4_address(host);
}

bool is_at(std::string_view url, std::string_view authority) noexcept {
    if (authority.empty() || !url.starts_with(authority)) return false;
    return url.size() == authority.size() || ends_authority(url[authority.size()]);
}

std::string_view before_path(std::string_view url) noexcept {
    const auto authority = url.find("://");
    if (authority == url.npos) return url;
    const auto* const end = std::find_if(url.begin() + authority + 3, url.end(), ends_authority);
    return {url.begin(), end};
}

}  // namespace USAGEKIT_NAMESPACE::http
