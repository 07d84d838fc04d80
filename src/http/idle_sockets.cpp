#include "http/idle_sockets.hpp"

#include <algorithm>
#include <new>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace usagekit::http {

namespace {

bool has_bytes_waiting(curl_socket_t socket) noexcept {
    char byte = 0;
    return recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

}  // namespace

void IdleSockets::watch(CURL* handle) {
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &IdleSockets::open);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, &IdleSockets::close);
    curl_easy_setopt(handle, CURLOPT_CLOSESOCKETDATA, this);
}

void IdleSockets::add_connection_of(CURL* handle) {
    Idle idle{.socket = CURL_SOCKET_BAD, .local_port = 0, .address = {}, .remote_port = 0};
    long version = 0;
    const char* address = nullptr;
    curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &idle.socket);
    curl_easy_getinfo(handle, CURLINFO_HTTP_VERSION, &version);
    if (idle.socket == CURL_SOCKET_BAD || version == CURL_HTTP_VERSION_2_0) return;
    curl_easy_getinfo(handle, CURLINFO_LOCAL_PORT, &idle.local_port);
    curl_easy_getinfo(handle, CURLINFO_PRIMARY_PORT, &idle.remote_port);
    curl_easy_getinfo(handle, CURLINFO_PRIMARY_IP, &address);
    idle.address = address != nullptr ? address : "";
    sockets_.push_back(std::move(idle));
}

IdleSockets::Found IdleSockets::take(int local_port, std::string_view address, int remote_port) noexcept {
    const auto is_this = [&](const Idle& idle) {
        return idle.local_port == local_port && idle.remote_port == remote_port && idle.address == address;
    };
    const auto found = std::find_if(sockets_.begin(), sockets_.end(), is_this);
    if (found == sockets_.end()) return Found::none;
    const auto socket = found->socket;
    std::swap(*found, sockets_.back());
    sockets_.pop_back();
    return has_bytes_waiting(socket) ? Found::unfit : Found::fit;
}

/// Programs which the host program starts do not inherit it.
curl_socket_t IdleSockets::open(void* sockets, curlsocktype, curl_sockaddr* address) noexcept {
    const auto opened = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (opened < 0) return CURL_SOCKET_BAD;
    try {
        static_cast<IdleSockets*>(sockets)->events_.opened(opened);
        return opened;
    } catch (const std::bad_alloc&) {
        ::close(opened);
        return CURL_SOCKET_BAD;
    }
}

int IdleSockets::close(void* sockets, curl_socket_t socket) noexcept {
    auto& self = *static_cast<IdleSockets*>(sockets);
    self.events_.closed(socket);
    auto& list = self.sockets_;
    const auto is_this = [&](const Idle& idle) { return idle.socket == socket; };
    list.erase(std::remove_if(list.begin(), list.end(), is_this), list.end());
    return ::close(socket);
}

}  // namespace usagekit::http
