#pragma once

#include <optional>
#include <string_view>

#include <curl/curl.h>

#include <usagekit/error.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// What a transfer that failed at a proxy means, and what to do about it; nothing when something else failed.
/// `connect_status` is CURLINFO_HTTP_CONNECTCODE, `refusal` CURLINFO_PROXY_ERROR, where SOCKS says why; `text` is what
/// libcurl wrote about this very transfer. The error does not show the proxy's URL, which may hold a password when the
/// environment gave it.
[[nodiscard]] std::optional<Error> proxy_error(CURLcode code, int connect_status, CURLproxycode refusal,
                                               std::string_view text);

/// The proxy answered 407, or refused what SOCKS gave it. `text` is libcurl's own about this.
[[nodiscard]] Error proxy_credentials_wanted(std::string_view text);

}  // namespace USAGEKIT_NAMESPACE::http
