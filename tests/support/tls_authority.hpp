#pragma once

#include <string>
#include <string_view>

#include "temp_folder.hpp"

/// As whom a server or a client introduces itself: two PEM files.
struct Identity {
    std::string certificate_file{};
    std::string key_file{};
};

/// A certificate authority of the tests, and what it has signed: good certificates and bad ones. The `openssl` command
/// makes them when the object is made, in 0.1 s; their files go with the object. Nobody else trusts it.
///
///     const TlsAuthority authority;
///     const TlsServer server({.identity = authority.server()});
///     client trusts authority.ca_file() and asks server.base_url()
class TlsAuthority {
public:
    /// Throws std::runtime_error with what `openssl` says.
    TlsAuthority();

    /// The authority's own certificate.
    [[nodiscard]] std::string ca_file() const { return folder_.path_of("authority.pem"); }
    /// The same in a directory, named by its hash as OpenSSL looks it up.
    [[nodiscard]] std::string ca_directory() const { return folder_.path_of("authorities"); }
    /// The same as a text.
    [[nodiscard]] std::string ca_pem() const;

    /// A server on this machine: `localhost` and 127.0.0.1.
    [[nodiscard]] Identity server() const { return identity("server"); }
    /// A server elsewhere: `elsewhere.invalid`.
    [[nodiscard]] Identity wrong_host() const { return identity("elsewhere"); }
    /// A server on this machine, until yesterday.
    [[nodiscard]] Identity expired() const { return identity("expired"); }
    /// A server on this machine that no authority knows.
    [[nodiscard]] Identity self_signed() const { return identity("self_signed"); }
    /// Somebody who asks.
    [[nodiscard]] Identity client() const { return identity("client"); }
    /// The same, with a key that `password` opens.
    [[nodiscard]] Identity locked_client() const;

    static constexpr std::string_view password = "open-sesame";

    /// `server()` as a PKCS #12 file for Java, opened by `password`.
    [[nodiscard]] std::string server_keystore() const { return folder_.path_of("server.p12"); }

private:
    [[nodiscard]] Identity identity(const std::string& name) const;
    void openssl(const std::string& arguments) const;

    TempFolder folder_{};
};

/// The one that all tests of a program share.
[[nodiscard]] const TlsAuthority& tls_authority();
