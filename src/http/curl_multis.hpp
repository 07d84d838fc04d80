#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "http/curl_multi.hpp"
#include "http/socket_events.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// Any number of easy handles, some dozens to each multi handle: libcurl looks through all connections of a multi
/// handle for one that is idle, and opens one for each request that a connection of HTTP/2 has no stream left for. All
/// members but `wake` are for one thread at a time.
class CurlMultis {
public:
    /// The events must outlive it.
    explicit CurlMultis(SocketEvents& events) : events_(events) {}

    /// Begins the exchange that the handle is set up for, and gives the multi handle that it is to be removed from;
    /// null when libcurl does not take it.
    [[nodiscard]] CurlMulti* add(CURL* handle) noexcept;

    /// Does what can be done without waiting; false when libcurl cannot go on.
    [[nodiscard]] bool perform() noexcept;

    /// Waits until there is something to do, or `wake` is called, or as long as this.
    void wait(std::chrono::milliseconds longest) noexcept;

    /// An exchange that has ended since; its handle must be removed.
    [[nodiscard]] std::optional<CurlMulti::Done> next_done() noexcept;

    /// Ends the present or the next `wait`, from any thread.
    void wake() noexcept { events_.wake(); }

private:
    [[nodiscard]] CurlMulti& with_room();

    SocketEvents& events_;
    std::span<const SocketEvents::Event> happened_{};
    std::vector<std::unique_ptr<CurlMulti>> multis_{};
};

}  // namespace USAGEKIT_NAMESPACE::http
