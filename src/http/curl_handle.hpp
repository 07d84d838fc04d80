#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include <curl/curl.h>

#include <usagekit/http.hpp>

#include "http/curl_error.hpp"
#include "http/receiver.hpp"

namespace usagekit::http {

/// One libcurl easy handle with its connections. What is the same for all requests is set once; a request changes
/// the rest. Used by one thread at a time.
class CurlHandle {
public:
    /// The options must outlive the handle.
    explicit CurlHandle(const ConnectionOptions& options);
    CurlHandle(const CurlHandle&) = delete;
    CurlHandle& operator=(const CurlHandle&) = delete;

    /// Sends the request and waits for the whole answer.
    [[nodiscard]] Exchange perform(const Request& request);

    /// Scheme, host and port of the last request, to which a connection may still stand.
    [[nodiscard]] const std::string& authority() const noexcept { return authority_; }

private:
    template <class Value>
    void set(CURLoption option, Value value);
    void set_what_stays();
    [[nodiscard]] std::optional<Error> set_target(const std::string& url);
    void set_method(const Request& request);
    [[nodiscard]] Exchange exchange(CURLcode code);
    [[nodiscard]] Result<Response> answer(CURLcode code);
    [[nodiscard]] Error failure(CURLcode code) const;
    [[nodiscard]] Phase phase() const;
    [[nodiscard]] Timings timings() const;
    template <class Value>
    [[nodiscard]] Value info(CURLINFO what) const;

    struct Cleanup {
        void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
    };
    const ConnectionOptions& options_;
    std::unique_ptr<CURL, Cleanup> handle_;
    std::array<char, CURL_ERROR_SIZE> error_text_{};
    std::string authority_{};
    Receiver receiver_{};
};

}  // namespace usagekit::http
