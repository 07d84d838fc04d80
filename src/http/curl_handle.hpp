#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include <curl/curl.h>

#include <usagekit/http.hpp>

#include "http/curl_error.hpp"
#include "http/curl_loop.hpp"
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
    /// Closes the connections.
    ~CurlHandle();

    /// Sends the request and waits for the whole answer, or until a stop is requested.
    [[nodiscard]] Exchange perform(const Request& request);

    /// May its connections be used again? Not when bytes came that no request has asked for: they would be taken for
    /// the beginning of the next answer.
    [[nodiscard]] bool is_clean() const;

    /// Scheme, host and port of the last request, to which a connection may still stand.
    [[nodiscard]] const std::string& authority() const noexcept { return authority_; }

private:
    template <class Value>
    void set(CURLoption option, Value value);
    void set_what_stays();
    /// Reads libcurl's log, which alone says that bytes behind the end of an answer were dropped, and how it asked.
    static int notice(CURL*, curl_infotype type, char* text, std::size_t size, void* handle) noexcept;

    // Setting the handle up for a request; the request must live until `end`
    [[nodiscard]] std::optional<Error> begin(const Request& request);
    [[nodiscard]] std::optional<Error> set_target(const std::string& url);
    void set_method(const Request& request);

    // Taking out what came of it; no code when the exchange was stopped
    [[nodiscard]] Exchange end(const Request& request, std::optional<CURLcode> code);
    [[nodiscard]] Result<Response> answer(const Request& request, std::optional<CURLcode> code);
    [[nodiscard]] Error failure(const Request& request, CURLcode code) const;
    [[nodiscard]] Moment moment(const Request& request) const;
    [[nodiscard]] Phase phase(const Request& request) const;
    [[nodiscard]] Timings timings() const;
    template <class Value>
    [[nodiscard]] Value info(CURLINFO what) const;

    struct Cleanup {
        void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
    };
    struct FreeList {
        void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
    };
    using HeaderList = std::unique_ptr<curl_slist, FreeList>;
    [[nodiscard]] static HeaderList header_list(const Headers& headers);

    const ConnectionOptions& options_;
    std::optional<CurlLoop> loop_{std::in_place};
    std::unique_ptr<CURL, Cleanup> handle_;
    HeaderList headers_{};
    bool may_speak_tls_ = false;  // on any connection that is kept
    std::array<char, CURL_ERROR_SIZE> error_text_{};
    std::string authority_{};
    bool has_asked_proxy_ = false;  // itself for the URL, rather than for a way to the host
    Receiver receiver_{};
};

}  // namespace usagekit::http
