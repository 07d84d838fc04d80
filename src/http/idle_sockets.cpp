#include "http/idle_sockets.hpp"

#include <algorithm>
#include <sys/socket.h>
#include <unistd.h>

namespace usagekit::http {

namespace {

bool has_bytes_waiting(curl_socket_t socket) noexcept {
    char byte = 0;
    return recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

}  // namespace

void IdleSockets::watch(CURL* handle) {
    curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, &IdleSockets::close);
    curl_easy_setopt(handle, CURLOPT_CLOSESOCKETDATA, this);
}

void IdleSockets::add_connection_of(CURL* handle) {
    curl_socket_t socket = CURL_SOCKET_BAD;
    long version = 0;
    curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &socket);
    curl_easy_getinfo(handle, CURLINFO_HTTP_VERSION, &version);
    if (socket == CURL_SOCKET_BAD || version == CURL_HTTP_VERSION_2_0) return;
    if (std::find(sockets_.begin(), sockets_.end(), socket) == sockets_.end()) sockets_.push_back(socket);
}

bool IdleSockets::have_bytes_waiting() const noexcept {
    return std::any_of(sockets_.begin(), sockets_.end(), has_bytes_waiting);
}

int IdleSockets::close(void* sockets, curl_socket_t socket) noexcept {
    auto& list = static_cast<IdleSockets*>(sockets)->sockets_;
    list.erase(std::remove(list.begin(), list.end(), socket), list.end());
    return ::close(socket);
}

}  // namespace usagekit::http
