#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <sys/epoll.h>
#include <vector>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// Waits until something can be read from or written to one of many sockets. A socket that is not wanted for a while
/// stays registered with the system, since it mostly is wanted again at once; only when something happens to it
/// meanwhile is it taken out. All members but `wake` are for one thread at a time.
class SocketEvents {
public:
    /// Throws std::system_error when the process has no descriptors left.
    SocketEvents();
    SocketEvents(const SocketEvents&) = delete;
    SocketEvents& operator=(const SocketEvents&) = delete;
    ~SocketEvents();

    /// What has happened to a socket: EPOLLIN, EPOLLOUT or both.
    struct Event {
        int socket;
        std::uint32_t events;
        void* user;  ///< Who wanted that.
    };

    /// A socket was made, and `closed` will be called before it is closed. Throws std::bad_alloc.
    void opened(int socket);

    /// A socket that was `opened` is about to be closed.
    void closed(int socket) noexcept;

    /// From now on the events are waited for, which are EPOLLIN and EPOLLOUT or 0 for none, on behalf of the user. A
    /// socket that was not `opened` may be closed when it is not wanted. False when that cannot be done.
    [[nodiscard]] bool want(int socket, std::uint32_t events, void* user) noexcept;

    /// Waits for events that are wanted, or for `wake`, or as long as this. What has happened; an error or the end of
    /// the connection counts as what is wanted. Valid until the next call.
    [[nodiscard]] std::span<const Event> wait(std::chrono::milliseconds longest) noexcept;

    /// Ends the present or the next `wait`, from any thread.
    void wake() const noexcept;

    /// Can be read after a `wake` until `calm_down`: for who waits for it by other means.
    [[nodiscard]] int waker() const noexcept { return waker_; }
    void calm_down() const noexcept;

private:
    struct Socket {
        bool is_kept = false;         // registered while it is not wanted
        std::uint8_t registered = 0;  // events
        std::uint8_t wanted = 0;
        void* user = nullptr;
    };

    [[nodiscard]] bool set(int socket, std::uint8_t events) noexcept;
    void note(const epoll_event& event) noexcept;

    int epoll_;
    int waker_ = -1;
    std::vector<Socket> sockets_{};      // by their numbers
    std::vector<epoll_event> reported_;  // by the system
    std::vector<Event> events_{};
};

}  // namespace USAGEKIT_NAMESPACE::http
