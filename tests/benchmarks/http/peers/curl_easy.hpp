#pragma once

#include <memory>
#include <string>

#include <curl/curl.h>

#include <usagekit/http.hpp>

#include "place.hpp"

namespace bench {

/// A handle of libcurl that sends one request, again and again: what usagekit's handles are set to, as far as it
/// matters.
class CurlEasy {
public:
    CurlEasy(const Place& place, const usagekit::http::Request& request);

    [[nodiscard]] CURL* get() const noexcept { return handle_.get(); }
    /// Sends, or gives up.
    void perform();
    /// What came last, with room for padding behind it.
    [[nodiscard]] std::string& body() noexcept { return body_; }
    /// Before each transfer.
    void start() noexcept { body_.clear(); }
    /// Gives the memory of the last body back.
    void forget() { body_ = {}; }
    /// Was it a success?
    [[nodiscard]] bool is_ok() const;

private:
    static std::size_t take(char* bytes, std::size_t, std::size_t size, void* self);
    void set_request();

    usagekit::http::Request request_;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_{curl_easy_init(), &curl_easy_cleanup};
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_{nullptr, &curl_slist_free_all};
    std::string body_{};
};

}  // namespace bench
