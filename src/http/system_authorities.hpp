#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <utility>

#include <curl/curl.h>

#include <usagekit/abi.hpp>

extern "C" struct x509_store_st;

namespace USAGEKIT_NAMESPACE::http {

/// A PEM file of certificate authorities, and a directory of them as `openssl rehash` names it.
struct AuthorityPaths {
    std::string file{};
    std::string directory{};
};

/// The authorities that libcurl was built to trust. libcurl would read their file for every connection, which takes
/// longer than all else that TLS does: here it is read once for all connections, on any thread, and again when it has
/// changed. May be used from several threads at once.
class SystemAuthorities {
public:
    /// libcurl's own.
    SystemAuthorities() = default;
    /// Others in their place.
    explicit SystemAuthorities(AuthorityPaths paths) : paths_(std::move(paths)) {}

    /// Makes the handle trust them; this must outlive it. The handle is left as it is where the file cannot be read, or
    /// libcurl was built with something else than OpenSSL 3.
    void apply(CURL* handle);

private:
    struct Release {
        void operator()(x509_store_st* store) const noexcept;
    };
    using Store = std::unique_ptr<x509_store_st, Release>;

    /// Gives what has been read to a new connection of the handle.
    static CURLcode trust(CURL* handle, void* context, void* authorities) noexcept;
    [[nodiscard]] static Store read(const AuthorityPaths& paths) noexcept;
    [[nodiscard]] AuthorityPaths paths(CURL* handle) const;
    [[nodiscard]] bool can_be_trusted(CURL* handle);
    [[nodiscard]] Store current(CURL* handle);

    const AuthorityPaths paths_{};  // none for libcurl's own
    std::mutex mutex_{};
    Store store_{};
    struct stat file_ {};  // what was read
};

}  // namespace USAGEKIT_NAMESPACE::http
