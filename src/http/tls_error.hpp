#pragma once

#include <optional>
#include <string_view>

#include <curl/curl.h>

#include <usagekit/error.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// What a transfer that failed at TLS means, and what to do about it; nothing when something else failed.
/// `verify_result` is CURLINFO_SSL_VERIFYRESULT, in OpenSSL's numbers; `text` is what libcurl wrote about this very
/// transfer.
[[nodiscard]] std::optional<Error> tls_error(CURLcode code, long verify_result, std::string_view text);

}  // namespace USAGEKIT_NAMESPACE::http
