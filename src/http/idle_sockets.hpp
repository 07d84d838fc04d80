#pragma once

#include <vector>

#include <curl/curl.h>

namespace usagekit::http {

/// The sockets of connections that stand between exchanges and may be used for another.
class IdleSockets {
public:
    /// From now on, what libcurl closes of this handle's connections is closed here, and forgotten. This object must
    /// outlive the connections.
    void watch(CURL* handle);

    /// Looks where the exchange of the handle, which has just ended, has left a connection. The handle must not have
    /// been taken from its multi handle yet.
    void add_connection_of(CURL* handle);

    /// Has anything come on one of them that nobody has asked for? libcurl 7.88 would take it for the beginning of the
    /// next answer. What HTTP/2 sends between exchanges belongs to none of them and does not count.
    [[nodiscard]] bool have_bytes_waiting() const noexcept;

private:
    static int close(void* sockets, curl_socket_t socket) noexcept;

    std::vector<curl_socket_t> sockets_{};
};

}  // namespace usagekit::http
