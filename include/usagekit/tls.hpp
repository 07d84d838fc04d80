#pragma once

#include <cstdint>
#include <string>

#include <usagekit/abi.hpp>
#include <usagekit/secret.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// Versions of TLS; older ones are never spoken (RFC 8996).
enum class TlsVersion : std::uint8_t {
    v1_2,  ///< RFC 5246.
    v1_3,  ///< RFC 8446.
};

/// Whom a connection trusts, and as whom it introduces itself. The peer's certificate and its host name are always
/// verified. Files must be there when the client is made, and may be renewed while it is used. For a proxy that is
/// spoken TLS with, the authorities and the minimum version are the same; it is given no certificate.
///
/// The system's authorities are the file and the directory that libcurl was built to trust, on Debian
/// `/etc/ssl/certs/ca-certificates.crt` and `/etc/ssl/certs`. A transport reads the file once, and again for the first
/// new connection after it has changed.
struct TlsOptions {
    /// A PEM file of certificate authorities to be trusted instead of the system's. Read again after a minute at most.
    std::string ca_file{};
    /// A directory of them, named as `openssl rehash` does. May be given besides `ca_file` or `ca_pem`.
    std::string ca_directory{};
    /// The same as a PEM text. Not together with `ca_file`. Parsed for each connection, in about 0.1 ms a certificate:
    /// a large bundle is better given as a file.
    std::string ca_pem{};
    /// A PEM file with this client's certificate and those between it and its authority.
    std::string certificate_file{};
    /// A PEM file with the private key of that certificate; empty when `certificate_file` holds it as well.
    std::string key_file{};
    /// Opens the private key, where it is encrypted.
    Secret key_password{};
    /// A peer that speaks only older versions is refused.
    TlsVersion minimum_version = TlsVersion::v1_2;

    bool operator==(const TlsOptions&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE::http
