#include "http/tls_sessions.hpp"

#include <new>

namespace USAGEKIT_NAMESPACE::http {

TlsSessions::TlsSessions() : share_(curl_share_init()) {
    if (!share_) throw std::bad_alloc();
    curl_share_setopt(share_.get(), CURLSHOPT_LOCKFUNC, &TlsSessions::lock);
    curl_share_setopt(share_.get(), CURLSHOPT_UNLOCKFUNC, &TlsSessions::unlock);
    curl_share_setopt(share_.get(), CURLSHOPT_USERDATA, this);
    // never connections: libcurl does not promise that threads may share them
    const auto code = curl_share_setopt(share_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
    if (code == CURLSHE_NOMEM) throw std::bad_alloc();
}

void TlsSessions::lock(CURL*, curl_lock_data, curl_lock_access, void* sessions) noexcept {
    static_cast<TlsSessions*>(sessions)->mutex_.lock();
}

void TlsSessions::unlock(CURL*, curl_lock_data, void* sessions) noexcept {
    static_cast<TlsSessions*>(sessions)->mutex_.unlock();
}

}  // namespace USAGEKIT_NAMESPACE::http
