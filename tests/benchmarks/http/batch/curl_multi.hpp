#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <curl/curl.h>

#include "batch/batch.hpp"
#include "peers/curl_easy.hpp"

namespace bench {

/// The handles of a batch with libcurl's multi interface, each of which sends again when it is done as long as calls
/// are left.
class CurlMulti {
public:
    CurlMulti(const Place& place, const Service& service, int in_flight, Decode decode);
    ~CurlMulti();
    CurlMulti(const CurlMulti&) = delete;
    CurlMulti& operator=(const CurlMulti&) = delete;

    [[nodiscard]] CURLM* get() const noexcept { return multi_.get(); }
    /// Starts as many calls as may be under way.
    void start(std::int64_t calls);
    /// Takes what is done, and starts the next.
    void take_finished();
    /// Are calls under way?
    [[nodiscard]] bool is_busy() const noexcept { return under_way_ > 0; }

private:
    void start_one(CURL* handle);
    void finish(CURL* handle, CURLcode code);

    Decode decode_;
    std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi_{curl_multi_init(), &curl_multi_cleanup};
    std::vector<std::unique_ptr<CurlEasy>> handles_{};
    std::int64_t left_ = 0;
    std::int64_t under_way_ = 0;
};

}  // namespace bench
