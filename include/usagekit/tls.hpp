#pragma once

#include <cstdint>
#include <string>

#include <usagekit/secret.hpp>

namespace usagekit::http {

/// Versions of TLS; older ones are never spoken (RFC 8996).
enum class TlsVersion : std::uint8_t {
    v1_2,  ///< RFC 5246.
    v1_3,  ///< RFC 8446.
};

/// Whom a connection trusts, and as whom it introduces itself. The peer's certificate and its host name are always
/// verified. Files are read when a connection is made, and must be there when the client is made. For a proxy that is
/// spoken TLS with, the authorities and the minimum version are the same; it is given no certificate.
struct TlsOptions {
    /// A PEM file of certificate authorities to be trusted instead of the system's.
    std::string ca_file{};
    /// A directory of them, named as `openssl rehash` does. May be given besides `ca_file` or `ca_pem`.
    std::string ca_directory{};
    /// The same as a PEM text. Not together with `ca_file`.
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

}  // namespace usagekit::http
