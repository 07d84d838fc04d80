#pragma once

#include <string>
#include <variant>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/secret.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// The proxy that the environment names, as libcurl reads it: `https_proxy`, `http_proxy` (in lower case only),
/// `all_proxy`, and `no_proxy` for the hosts that are asked directly.
struct EnvironmentProxy {
    bool operator==(const EnvironmentProxy&) const = default;
};

/// No proxy, whatever the environment says.
struct NoProxy {
    bool operator==(const NoProxy&) const = default;
};

/// This proxy, whatever the environment says.
struct Proxy {
    /// `http://`, `https://`, `socks5://` or `socks5h://`, a host and a port; no user information.
    std::string url{};
    std::string user{};                 ///< For a proxy that asks for a name and a password.
    Secret password{};                  ///< For a proxy that asks for a name and a password.
    std::vector<std::string> bypass{};  ///< Hosts, and domains with all that is below them, that are asked directly.

    bool operator==(const Proxy&) const = default;
};

/// Which proxy is asked. A loopback host is asked directly in any case.
using ProxyOptions = std::variant<EnvironmentProxy, NoProxy, Proxy>;

}  // namespace USAGEKIT_NAMESPACE::http
