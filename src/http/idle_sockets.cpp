#include "http/idle_sockets.hpp"

#include <algorithm>
#include <netinet/in.h>
#include <new>
#include <sys/socket.h>
#include <unistd.h>

namespace USAGEKIT_NAMESPACE::http {

namespace {

bool has_bytes_waiting(curl_socket_t socket) noexcept {
    char byte = 0;
    return recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

/// 0 when it has none.
int local_port(curl_socket_t socket) noexcept {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
    if (address.ss_family == AF_INET) return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
    if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port);
    return 0;
}

}  // namespace

ConnectionEnds::ConnectionEnds(int local_port, std::string_view address, int remote_port) noexcept
    : local_port_(local_port), remote_port_(remote_port) {
    address.copy(address_.data(), address_.size());
}

void IdleSockets::watch(CURL* handle) {
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &IdleSockets::open);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, &IdleSockets::close);
    curl_easy_setopt(handle, CURLOPT_CLOSESOCKETDATA, this);
}

IdleSockets::Found IdleSockets::take(const ConnectionEnds& ends) noexcept {
    const auto used = used_.find(ends);
    if (used != used_.end()) {
        if (used->second.is_multiplexed) return Found::none;
        return has_bytes_waiting(used->second.number) ? Found::unfit : Found::fit;
    }
    try {
        note_first_use(ends);
    } catch (const std::bad_alloc&) {  // the next request on it tries that again
    }
    return Found::none;
}

/// The socket is asked for its port once, rather than libcurl, after each exchange, which connection it was.
void IdleSockets::note_first_use(const ConnectionEnds& ends) {
    const auto is_this = [&](curl_socket_t socket) { return local_port(socket) == ends.local_port(); };
    const auto found = std::find_if(unused_.begin(), unused_.end(), is_this);
    if (found == unused_.end()) return;
    used_.emplace(ends, Socket{.number = *found});
    unused_.erase(found);
}

void IdleSockets::set_multiplexed(const ConnectionEnds& ends) noexcept {
    const auto found = used_.find(ends);
    if (found != used_.end()) found->second.is_multiplexed = true;
}

/// Programs which the host program starts do not inherit it.
curl_socket_t IdleSockets::open(void* sockets, curlsocktype, curl_sockaddr* address) noexcept {
    const auto opened = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (opened < 0) return CURL_SOCKET_BAD;
    auto& self = *static_cast<IdleSockets*>(sockets);
    try {
        self.unused_.reserve(self.unused_.size() + 1);
        self.events_.opened(opened);
        self.unused_.push_back(opened);
        return opened;
    } catch (const std::bad_alloc&) {
        ::close(opened);
        return CURL_SOCKET_BAD;
    }
}

int IdleSockets::close(void* sockets, curl_socket_t socket) noexcept {
    auto& self = *static_cast<IdleSockets*>(sockets);
    self.events_.closed(socket);
    std::erase(self.unused_, socket);
    std::erase_if(self.used_, [&](const auto& used) { return used.second.number == socket; });
    return ::close(socket);
}

}  // namespace USAGEKIT_NAMESPACE::http
