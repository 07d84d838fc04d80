#pragma once

#include <memory>
#include <utility>

#include <curl/curl.h>

#include <usagekit/http.hpp>

#include "http/system_authorities.hpp"
#include "http/tls_sessions.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// What the connections of one transport have in common in one process, whichever thread makes them.
struct ConnectionBasis {
    explicit ConnectionBasis(ConnectionOptions with, AuthorityPaths system = {})
        : options(std::move(with)), authorities(std::move(system)) {}

    /// Sets it all on a handle, which it must outlive.
    void apply(CURL* handle);

    const ConnectionOptions options;
    SystemAuthorities authorities;  // where the options name none
    TlsSessions sessions{};
};

/// Two are the same when they are the same object: while anything holds it, no other can stand in its place.
using Basis = std::shared_ptr<ConnectionBasis>;

}  // namespace USAGEKIT_NAMESPACE::http
