#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <curl/curl.h>

#include "http/socket_events.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// What a connection leads from and to.
class ConnectionEnds {
public:
    ConnectionEnds() = default;
    ConnectionEnds(int local_port, std::string_view address, int remote_port) noexcept;

    [[nodiscard]] int local_port() const noexcept { return local_port_; }

    bool operator==(const ConnectionEnds&) const = default;

    /// Connections to one address differ in their local port.
    struct Hash {
        std::size_t operator()(const ConnectionEnds& ends) const noexcept {
            return static_cast<std::size_t>(ends.local_port_);
        }
    };

private:
    int local_port_ = 0;
    int remote_port_ = 0;
    std::array<char, 46> address_{};  // INET6_ADDRSTRLEN; filled up with NULs
};

/// The sockets of connections, which stand between exchanges and may be used for another.
class IdleSockets {
public:
    /// Tells the events, which must outlive it, which sockets there are.
    explicit IdleSockets(SocketEvents& events) : events_(events) {}

    /// From now on, what libcurl opens and closes for this handle's connections is opened and closed here. This object
    /// must outlive the connections.
    void watch(CURL* handle);

    /// What is known of a connection that a request is about to be sent on.
    enum class Found : std::uint8_t {
        none,   ///< It is new, or of HTTP/2.
        fit,    ///< It is used again.
        unfit,  ///< Something has come on it that nobody has asked for: libcurl 7.88 would take it for the beginning
                ///< of the next answer.
    };

    /// The connection with these ends is used now.
    [[nodiscard]] Found take(const ConnectionEnds& ends) noexcept;

    /// The connection is one of HTTP/2: what that sends between exchanges belongs to none of them.
    void set_multiplexed(const ConnectionEnds& ends) noexcept;

private:
    struct Socket {
        curl_socket_t number;
        bool is_multiplexed = false;
    };

    static curl_socket_t open(void* sockets, curlsocktype, curl_sockaddr* address) noexcept;
    static int close(void* sockets, curl_socket_t socket) noexcept;
    void note_first_use(const ConnectionEnds& ends);

    SocketEvents& events_;
    std::vector<curl_socket_t> unused_{};  // opened, and not known to lead anywhere
    std::unordered_map<ConnectionEnds, Socket, ConnectionEnds::Hash> used_{};
};

}  // namespace USAGEKIT_NAMESPACE::http
