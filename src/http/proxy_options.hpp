#pragma once

#include <optional>

#include <curl/curl.h>

#include <usagekit/error.hpp>
#include <usagekit/proxy.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// `invalid_request`, naming the option, for a proxy that cannot be asked as it is described. No password is in it, nor
/// a URL that may hold one.
[[nodiscard]] std::optional<Error> refuse_proxy_options(const ProxyOptions& options);

/// Sets on a handle what is the same for all hosts.
void apply(const ProxyOptions& options, CURL* handle);

/// Sets on a handle what a host is asked through.
void apply_way(const ProxyOptions& options, bool is_loopback, CURL* handle);

}  // namespace USAGEKIT_NAMESPACE::http
