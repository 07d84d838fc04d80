#pragma once

#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

/// A loopback port whose listener accepts nobody and has no room for another connection: who connects gets no answer
/// at all, as from a host that drops packets.
class FullBacklog {
public:
    FullBacklog() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bind(listener_, reinterpret_cast<const sockaddr*>(&address), size);
        listen(listener_, 0);
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        for (auto& waiting : waiting_) {  // Linux keeps one more than it is told to; the others make sure
            waiting = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
            connect(waiting, reinterpret_cast<const sockaddr*>(&address), size);
            pollfd connected{.fd = waiting, .events = POLLOUT, .revents = 0};
            poll(&connected, 1, 20);
        }
    }
    FullBacklog(const FullBacklog&) = delete;
    FullBacklog& operator=(const FullBacklog&) = delete;
    ~FullBacklog() {
        for (const int waiting : waiting_) close(waiting);
        close(listener_);
    }

    [[nodiscard]] int port() const noexcept { return port_; }

private:
    int listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int port_ = 0;
    std::array<int, 3> waiting_{};
};
