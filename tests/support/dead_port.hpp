#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

/// A loopback port at which nobody listens: it is bound as long as this object lives, so that nobody else takes it.
class DeadPort {
public:
    DeadPort() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bind(socket_, reinterpret_cast<const sockaddr*>(&address), size);
        getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
    }
    DeadPort(const DeadPort&) = delete;
    DeadPort& operator=(const DeadPort&) = delete;
    ~DeadPort() { close(socket_); }

    [[nodiscard]] int port() const noexcept { return port_; }

private:
    int socket_ = socket(AF_INET, SOCK_STREAM, 0);
    int port_ = 0;
};
