#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <curl/curl.h>

#include "http/socket_events.hpp"

namespace usagekit::http {

/// The sockets of connections that stand between exchanges and may be used for another.
class IdleSockets {
public:
    /// Tells the events, which must outlive it, which sockets there are.
    explicit IdleSockets(SocketEvents& events) : events_(events) {}

    /// From now on, what libcurl opens and closes for this handle's connections is opened and closed here. This object
    /// must outlive the connections.
    void watch(CURL* handle);

    /// Looks where the exchange of the handle, which has just ended, has left a connection. The handle must not have
    /// been taken from its multi handle yet. What HTTP/2 sends between exchanges belongs to none of them, and its
    /// connections are left out.
    void add_connection_of(CURL* handle);

    /// What is known of a connection that a request is about to be sent on.
    enum class Found : std::uint8_t {
        none,   ///< It is new, or of HTTP/2.
        fit,    ///< It is used again.
        unfit,  ///< Something has come on it that nobody has asked for: libcurl 7.88 would take it for the beginning
                ///< of the next answer.
    };

    /// The connection from this port to that address is used now.
    [[nodiscard]] Found take(int local_port, std::string_view address, int remote_port) noexcept;

private:
    struct Idle {
        curl_socket_t socket;
        long local_port;
        std::string address;
        long remote_port;
    };

    static curl_socket_t open(void* sockets, curlsocktype, curl_sockaddr* address) noexcept;
    static int close(void* sockets, curl_socket_t socket) noexcept;

    SocketEvents& events_;
    std::vector<Idle> sockets_{};
};

}  // namespace usagekit::http
