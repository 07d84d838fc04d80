#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "child_process.hpp"
#include "temp_folder.hpp"
#include "tls_authority.hpp"

/// An HTTPS server on a free loopback port, whose TLS can be told to be anything that `openssl s_server` can: old,
/// strict about its clients, with a bad certificate. It answers every GET of one path with the same bytes, and closes
/// the connection. It ends with this object, and with the test program when that dies before.
class TlsServer {
public:
    struct Options {
        Identity identity{};              ///< As whom it introduces itself.
        std::string path{};               ///< Beginning with a slash; any other is answered with an error.
        std::string answer{};             ///< From the status line on.
        std::vector<std::string> more{};  ///< What else `openssl s_server` is told, `-tls1_2` for example.
    };

    /// Listens when this returns. Throws std::runtime_error with what `openssl` says.
    explicit TlsServer(const Options& options);

    [[nodiscard]] int port() const noexcept { return port_; }
    [[nodiscard]] std::string base_url() const { return "https://localhost:" + std::to_string(port_); }

    /// How many requests for the path it has read.
    [[nodiscard]] std::size_t requests() const;

private:
    TempFolder folder_{};
    ChildProcess process_;
    int port_ = 0;
};

/// What makes a `TlsServer` ask its clients for certificates that this authority has signed.
[[nodiscard]] std::vector<std::string> client_certificates_of(const TlsAuthority& authority);
