#include "http/system_authorities.hpp"

#include <new>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <string_view>
#include <unistd.h>

namespace USAGEKIT_NAMESPACE::http {

namespace {

/// Is the context that libcurl hands over one of the OpenSSL that this is compiled with?
bool is_same_openssl() noexcept {
    static_assert(OPENSSL_VERSION_MAJOR == 3);
    const auto* const version = curl_version_info(CURLVERSION_NOW)->ssl_version;
    return version != nullptr && std::string_view(version).starts_with("OpenSSL/3.");
}

bool is_same_file(const struct stat& a, const struct stat& b) noexcept {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size
           && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

std::string text_of(CURL* handle, CURLINFO what) {
    const char* text = nullptr;
    curl_easy_getinfo(handle, what, &text);
    return text != nullptr ? text : "";
}

}  // namespace

void SystemAuthorities::Release::operator()(x509_store_st* store) const noexcept { X509_STORE_free(store); }

void SystemAuthorities::apply(CURL* handle) {
    if (!is_same_openssl() || !can_be_trusted(handle)) return;
    curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, &SystemAuthorities::trust);
    curl_easy_setopt(handle, CURLOPT_SSL_CTX_DATA, this);
    // libcurl then adds none of its own, and keeps none: with which it would replace what `trust` gives
    for (const auto option : {CURLOPT_CAINFO, CURLOPT_CAPATH, CURLOPT_PROXY_CAINFO, CURLOPT_PROXY_CAPATH}) {
        curl_easy_setopt(handle, option, static_cast<const char*>(nullptr));
    }
    curl_easy_setopt(handle, CURLOPT_CA_CACHE_TIMEOUT, 0L);
}

bool SystemAuthorities::can_be_trusted(CURL* handle) {
    const std::lock_guard lock(mutex_);
    return store_ || access(paths(handle).file.c_str(), R_OK) == 0;
}

CURLcode SystemAuthorities::trust(CURL* handle, void* context, void* authorities) noexcept {
    try {
        const auto store = static_cast<SystemAuthorities*>(authorities)->current(handle);
        if (!store) return CURLE_SSL_CACERT_BADFILE;
        SSL_CTX_set1_cert_store(static_cast<SSL_CTX*>(context), store.get());
        return CURLE_OK;
    } catch (const std::bad_alloc&) {
        return CURLE_OUT_OF_MEMORY;
    }
}

SystemAuthorities::Store SystemAuthorities::current(CURL* handle) {
    const auto where = paths(handle);
    struct stat file {};
    const bool is_there = stat(where.file.c_str(), &file) == 0;
    const std::lock_guard lock(mutex_);  // who comes meanwhile waits, rather than read the same
    if (!store_ || (is_there && !is_same_file(file, file_))) {
        if (auto fresh = read(where)) {  // else it is just being written
            store_ = std::move(fresh);
            file_ = file;
        }
    }
    if (!store_) return nullptr;
    X509_STORE_up_ref(store_.get());
    return Store(store_.get());
}

SystemAuthorities::Store SystemAuthorities::read(const AuthorityPaths& paths) noexcept {
    Store store(X509_STORE_new());
    const bool is_read = store && X509_STORE_load_file(store.get(), paths.file.c_str()) == 1;
    if (is_read && !paths.directory.empty()) X509_STORE_load_path(store.get(), paths.directory.c_str());
    ERR_clear_error();
    if (!is_read) return nullptr;
    // as libcurl does, and does again for each connection, so that no thread ever sees another value
    X509_STORE_set_flags(store.get(), X509_V_FLAG_TRUSTED_FIRST | X509_V_FLAG_PARTIAL_CHAIN);
    return store;
}

AuthorityPaths SystemAuthorities::paths(CURL* handle) const {
    if (!paths_.file.empty()) return paths_;
    return {.file = text_of(handle, CURLINFO_CAINFO), .directory = text_of(handle, CURLINFO_CAPATH)};
}

}  // namespace USAGEKIT_NAMESPACE::http
