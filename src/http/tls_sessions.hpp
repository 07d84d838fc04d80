#pragma once

#include <memory>
#include <mutex>

#include <curl/curl.h>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// What has been agreed upon in the TLS connections of several handles, so that the next connection of any of them to
/// the same host needs no full handshake (RFC 8446 section 2.2). The handles may be used by different threads at once.
class TlsSessions {
public:
    /// Throws std::bad_alloc.
    TlsSessions();

    /// Makes the handle use them; this must outlive it.
    void apply(CURL* handle) noexcept { curl_easy_setopt(handle, CURLOPT_SHARE, share_.get()); }

private:
    static void lock(CURL*, curl_lock_data, curl_lock_access, void* sessions) noexcept;
    static void unlock(CURL*, curl_lock_data, void* sessions) noexcept;

    struct Cleanup {
        void operator()(CURLSH* share) const noexcept { curl_share_cleanup(share); }
    };

    std::mutex mutex_{};
    std::unique_ptr<CURLSH, Cleanup> share_;
};

}  // namespace USAGEKIT_NAMESPACE::http
