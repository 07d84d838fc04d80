#pragma once

#include <memory>
#include <optional>
#include <stop_token>

#include <curl/curl.h>

#include "http/idle_sockets.hpp"

namespace usagekit::http {

/// Drives the exchanges of one easy handle, one after the other, and keeps the connections between them. Knows nothing
/// of requests and answers.
class CurlLoop {
public:
    /// Throws std::bad_alloc.
    CurlLoop();

    /// Drives the exchange that the handle is set up for to its end, and gives libcurl's result. Nothing when a stop
    /// was requested before: the connection is closed then, since half an answer may still come on it, and the handle
    /// is ready for the next exchange.
    [[nodiscard]] std::optional<CURLcode> run(CURL* handle, const std::stop_token& stop);

    /// Have bytes come on one of the connections that no exchange has asked for?
    [[nodiscard]] bool has_bytes_waiting() const noexcept { return sockets_.have_bytes_waiting(); }

private:
    /// Ends what poll waits for, from any thread.
    struct Wake {
        CURLM* multi;
        void operator()() const noexcept { curl_multi_wakeup(multi); }
    };
    struct Cleanup {
        void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
    };

    [[nodiscard]] std::optional<CURLcode> drive(const std::stop_token& stop);
    [[nodiscard]] CURLcode result() const;

    IdleSockets sockets_{};  // before what closes them
    std::unique_ptr<CURLM, Cleanup> multi_;
};

}  // namespace usagekit::http
