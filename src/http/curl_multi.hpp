#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>

#include <curl/curl.h>

#include "http/socket_events.hpp"

namespace usagekit::http {

/// Drives the exchanges of many easy handles at once, and keeps the connections between them. Knows nothing of requests
/// and answers. All members but `wake` are for one thread at a time.
class CurlMulti {
public:
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

    /// Takes the handle out. The connection of an exchange that has not ended is closed, since the rest of an answer
    /// may still come on it.
    void remove(CURL* handle) noexcept;

    /// Does what can be done without waiting; false when libcurl cannot go on.
    [[nodiscard]] bool perform() noexcept;

    /// Waits until there is something to do, or `wake` is called, or as long as this.
    void wait(std::chrono::milliseconds longest) noexcept;

    /// An exchange that has ended since; its handle must be removed.
    [[nodiscard]] std::optional<Done> next_done() noexcept;

    /// Ends the present or the next `wait`, from any thread.
    void wake() noexcept { events_.wake(); }

private:
    using Clock = std::chrono::steady_clock;

    static int watch(CURL*, curl_socket_t socket, int what, void* multi, void*) noexcept;
    static int set_timer(CURLM*, long milliseconds, void* multi) noexcept;
    [[nodiscard]] bool act(curl_socket_t socket, int what) noexcept;
    [[nodiscard]] bool is_due() const noexcept { return Clock::now() >= timer_; }

    struct Cleanup {
        void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
    };
    SocketEvents& events_;
    std::span<const epoll_event> happened_{};
    Clock::time_point timer_ = Clock::time_point::max();  // when libcurl wants to be called anyhow
    std::unique_ptr<CURLM, Cleanup> multi_;
};

}  // namespace usagekit::http
