#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include <curl/curl.h>

#include <usagekit/http.hpp>

#include "http/connection_basis.hpp"
#include "http/curl_error.hpp"
#include "http/header_list.hpp"
#include "http/idle_sockets.hpp"
#include "http/last_set.hpp"
#include "http/receiver.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// One libcurl easy handle. What is the same for all requests is set once; a request changes the rest. It has one
/// exchange at a time, which a `CurlMulti` drives between `begin` and `end`.
class CurlHandle {
public:
    /// The sockets must outlive the handle.
    CurlHandle(Basis basis, IdleSockets& sockets);
    CurlHandle(const CurlHandle&) = delete;
    CurlHandle& operator=(const CurlHandle&) = delete;
    ~CurlHandle() = default;

    /// Sets the handle up for the request, which must live until `end`. A connection that is there already is used
    /// again, unless a fresh one is wanted.
    [[nodiscard]] std::optional<Error> begin(const Request& request, bool wants_fresh_connection = false);

    /// Did the connection that was to be used again have bytes waiting that nobody had asked for? Then nothing was
    /// sent, and the request is for a fresh connection.
    [[nodiscard]] bool found_bytes_waiting() const noexcept { return found_bytes_waiting_; }

    /// What came of the request; no code when the exchange was stopped. The handle must not have been taken from its
    /// multi handle yet.
    [[nodiscard]] Exchange end(const Request& request, std::optional<CURLcode> code);

    /// Gives the handle to a multi handle.
    [[nodiscard]] CURL* get() const noexcept { return handle_.get(); }

    /// What it was made with.
    [[nodiscard]] const Basis& basis() const noexcept { return basis_; }

    /// May it write in a way that raises SIGPIPE, at one time or another?
    [[nodiscard]] bool may_raise_sigpipe() const noexcept { return may_raise_sigpipe_; }

private:
    using Clock = std::chrono::steady_clock;

    template <class Value>
    void set(CURLoption option, Value value);
    void set_what_stays();
    /// Hands a line of the header to the receiver.
    static std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* handle) noexcept;
    /// Hands a piece of the body to the receiver.
    static std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* handle) noexcept;
    /// Reads libcurl's log, which alone says that bytes behind the end of an answer were dropped, and how it asked.
    static int notice(CURL*, curl_infotype type, char* text, std::size_t size, void* handle) noexcept;
    /// Looks at the connection before anything is sent on it.
    static int look_at_connection(void* handle, char* address, char*, int remote_port, int local_port) noexcept;

    // Setting the handle up for a request
    [[nodiscard]] std::optional<Error> set_target(const std::string& url);
    [[nodiscard, gnu::cold]] std::optional<Error> set_authority(std::string_view authority);
    void set_url(const std::string& url);
    void set_method(const Request& request);
    void set_limits(const Request& request);
    void set_log(bool is_wanted);

    // Taking out what came of it
    [[nodiscard]] Result<Response> answer(const Request& request, std::optional<CURLcode> code);
    [[nodiscard, gnu::cold]] Error failure(const Request& request, CURLcode code) const;
    [[nodiscard]] Moment moment(const Request& request) const;
    [[nodiscard]] Phase phase(const Request& request) const;
    void measure(Exchange& exchange, bool has_ended) const;
    [[nodiscard]] Timings timings(bool has_ended) const;
    template <class Value>
    [[nodiscard]] Value info(CURLINFO what) const;

    struct Cleanup {
        void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
        void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
    };

    const Basis basis_;  // before the handle, which has what is in it
    IdleSockets& sockets_;
    std::unique_ptr<CURL, Cleanup> handle_;
    HeaderList headers_{};
    bool may_raise_sigpipe_ = false;
    bool may_ask_proxy_ = false;
    // of the next answer, as many as the last one had; of the first, nothing is known
    std::size_t expected_bytes_ = std::numeric_limits<std::size_t>::max();
    bool found_bytes_waiting_ = false;
    bool speaks_of_excess_at_the_end_;  // libcurl, of bytes that are left
    ConnectionEnds connection_{};       // that the request was sent on
    std::array<char, CURL_ERROR_SIZE> error_text_{};
    std::string authority_{};
    LastSet<std::string> url_{};
    std::unique_ptr<CURLU, Cleanup> parsed_url_{};
    LastSet<bool> is_fresh_{};
    LastSet<bool> is_plain_get_{};
    LastSet<bool> forbids_reuse_{};
    LastSet<bool> is_logged_{};
    LastSet<long> buffer_size_{};
    LastSet<std::chrono::milliseconds> connect_timeout_{};
    LastSet<std::chrono::milliseconds> timeout_{};
    bool has_asked_proxy_ = false;  // itself for the URL, rather than for a way to the host
    Clock::time_point began_{};
    Receiver receiver_{};
};

}  // namespace USAGEKIT_NAMESPACE::http
