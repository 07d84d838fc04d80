#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include <curl/curl.h>

#include "http/socket_events.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// Drives the exchanges of many easy handles at once, and keeps the connections between them. Knows nothing of requests
/// and answers, and waits for nothing. For one thread at a time.
class CurlMulti {
public:
    using Clock = std::chrono::steady_clock;

    /// Throws std::bad_alloc. The events are those of the handles' sockets, and must outlive it.
    explicit CurlMulti(SocketEvents& events);
    CurlMulti(const CurlMulti&) = delete;
    CurlMulti& operator=(const CurlMulti&) = delete;
    ~CurlMulti() = default;

    /// An exchange that has ended, well or not.
    struct Done {
        CURL* handle;
        CURLcode code;
    };

    /// Begins the exchange that the handle is set up for; false when libcurl does not take it.
    [[nodiscard]] bool add(CURL* handle) noexcept;

    /// Takes a handle out that was added. The connection of an exchange that has not ended is closed, since the rest of
    /// an answer may still come on it.
    void remove(CURL* handle) noexcept;

    /// How many handles are in it.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    // Driven by what happens to sockets, as many handles are

    /// Does what can be done now that this has happened to a socket; false when libcurl cannot go on.
    [[nodiscard]] bool act(int socket, std::uint32_t events) noexcept;

    /// When there is something to do, whatever happens to the sockets.
    [[nodiscard]] Clock::time_point due() const noexcept { return timer_; }

    /// Does what is due; false when libcurl cannot go on.
    [[nodiscard]] bool act_when_due() noexcept;

    // Driven by looking at everything, as a single handle is from its begin to its end: that takes less, but more with
    // each further one

    /// Does what can be done without waiting; false when libcurl cannot go on.
    [[nodiscard]] bool perform() noexcept;

    /// Waits until there is something to do, or the other descriptor can be read, or as long as this.
    void wait(int other, std::chrono::milliseconds longest) noexcept;

    // Either way

    /// An exchange that has ended since; its handle must be removed.
    [[nodiscard]] std::optional<Done> next_done() noexcept;

private:
    static int watch(CURL*, curl_socket_t socket, int what, void* multi, void*) noexcept;
    static int set_timer(CURLM*, long milliseconds, void* multi) noexcept;

    struct Cleanup {
        void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
    };
    SocketEvents& events_;
    std::size_t size_ = 0;
    Clock::time_point timer_ = Clock::time_point::max();
    std::unique_ptr<CURLM, Cleanup> multi_;
};

}  // namespace USAGEKIT_NAMESPACE::http
