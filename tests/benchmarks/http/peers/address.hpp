#pragma once

#include <string>
#include <string_view>

namespace bench {

/// The parts of an URL as those need them who connect themselves.
struct Address {
    bool is_https = false;
    std::string host{};
    std::string port{};
    std::string target{};  ///< Path and query.

    /// `http://127.0.0.1:8080` and what follows; the port must be there.
    [[nodiscard]] static Address of(std::string_view url) {
        const auto host = url.find("://") + 3;
        const auto port = url.find(':', host) + 1;
        const auto target = url.find('/', port);
        return {.is_https = url.starts_with("https"),
                .host = std::string(url.substr(host, port - 1 - host)),
                .port = std::string(url.substr(port, target - port)),
                .target = std::string(url.substr(target))};
    }

    /// Scheme, host and port.
    [[nodiscard]] std::string origin() const {
        return std::string(is_https ? "https://" : "http://").append(host).append(":").append(port);
    }
};

}  // namespace bench
