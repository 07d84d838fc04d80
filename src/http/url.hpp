#pragma once

#include <string>
#include <string_view>

#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// An absolute http or https URL with a host, without user information and without an IPv6 zone.
class Url {
public:
    /// Gives `invalid_request` saying what is wrong. The message never holds user information.
    [[nodiscard]] static Result<Url> parse(std::string_view text);

    /// The URL that a reference means here (RFC 3986 section 5), without its fragment. Gives `redirect`.
    [[nodiscard]] Result<Url> resolve(std::string_view reference) const;

    /// The URL, normalised as RFC 3986 section 6.2.2 says.
    [[nodiscard]] const std::string& str() const noexcept { return text_; }
    [[nodiscard]] const std::string& host() const noexcept { return host_; }

    /// `https://host:port`, the port always there: two URLs are of the same origin (RFC 6454) when these are equal.
    [[nodiscard]] const std::string& origin() const noexcept { return origin_; }

    [[nodiscard]] bool is_https() const noexcept { return origin_.starts_with("https:"); }
    [[nodiscard]] bool is_loopback() const noexcept;

private:
    std::string text_{};
    std::string host_{};
    std::string origin_{};

    friend class UrlParser;
};

/// Does the host name or address mean this very machine: `localhost`, 127.0.0.0/8 or `[::1]`?
[[nodiscard]] bool is_loopback(std::string_view host) noexcept;

/// Everything before the path of an absolute URL, as it is written there.
[[nodiscard]] std::string_view before_path(std::string_view url) noexcept;

/// Is that what `before_path` gives of the URL? In less time than that takes.
[[nodiscard]] bool is_at(std::string_view url, std::string_view authority) noexcept;

}  // namespace USAGEKIT_NAMESPACE::http
