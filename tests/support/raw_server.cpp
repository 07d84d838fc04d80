#include "raw_server.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace {

int listen_on_loopback(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const int yes = 1;  // connections of a server that was there before do not matter
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (socket < 0 || bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        || listen(socket, SOMAXCONN) != 0) {
        throw std::runtime_error("no loopback port can be listened on");
    }
    return socket;
}

int port_of(int socket) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

/// What a Content-Length field of the head says, or 0.
std::size_t announced_length(std::string head) {
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return std::tolower(c); });
    constexpr std::string_view field = "\r\ncontent-length:";
    const auto at = head.find(field);
    return at == head.npos ? 0 : std::stoul(head.substr(at + field.size()));
}

}  // namespace

std::string RawServer::Connection::read_request() {
    constexpr std::string_view end_of_head = "\r\n\r\n";
    std::size_t end = 0;
    while ((end = received_.find(end_of_head)) == received_.npos) {
        if (!receive()) return {};
    }
    const auto size = end + end_of_head.size() + announced_length(received_.substr(0, end));
    while (received_.size() < size) {
        if (!receive()) return {};
    }
    auto request = received_.substr(0, size);
    received_.erase(0, size);
    const std::lock_guard lock(server_.mutex_);
    return server_.requests_.emplace_back(std::move(request));
}

bool RawServer::Connection::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);  // no SIGPIPE
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawServer::Connection::drip(std::string_view bytes, std::chrono::milliseconds pause_before_each) {
    return std::all_of(bytes.begin(), bytes.end(), [&](const char& byte) {
        return pause(pause_before_each) && write({&byte, 1});
    });
}

bool RawServer::Connection::pause(std::chrono::milliseconds time) {
    pollfd client{.fd = socket_, .events = POLLRDHUP, .revents = 0};
    return poll(&client, 1, static_cast<int>(time.count())) == 0;
}

void RawServer::Connection::wait_for_close() {
    while (receive()) received_.clear();
}

void RawServer::Connection::reset() {
    const linger at_once{.l_onoff = 1, .l_linger = 0};
    setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close();
}

bool RawServer::Connection::receive() {
    std::array<char, 16 * 1024> buffer;
    const auto size = recv(socket_, buffer.data(), buffer.size(), 0);
    if (size <= 0) return false;
    received_.append(buffer.data(), static_cast<std::size_t>(size));
    return true;
}

void RawServer::Connection::close() {
    std::array<char, 1024> unread;  // closing with bytes unread would be a reset
    while (recv(socket_, unread.data(), unread.size(), MSG_DONTWAIT) > 0) {
    }
    const std::lock_guard lock(server_.mutex_);
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
}

void RawServer::Connection::interrupt() {
    if (socket_ >= 0) shutdown(socket_, SHUT_RDWR);
}

RawServer::RawServer(Script script, int port)
    : script_(std::move(script)),
      listener_(listen_on_loopback(port)),
      port_(port_of(listener_)),
      acceptor_([this] { accept_all(); }) {}

RawServer::~RawServer() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
        for (auto& session : sessions_) session.connection.interrupt();
    }
    shutdown(listener_, SHUT_RDWR);  // ends accept()
    acceptor_.join();
    close(listener_);
    for (auto& session : sessions_) session.thread.join();
}

RawServer::Script RawServer::always(std::string answer) {
    return [answer = std::move(answer)](Connection& connection) {
        while (!connection.read_request().empty()) connection.write(answer);
    };
}

RawServer::Script RawServer::once(std::string answer) {
    return [answer = std::move(answer)](Connection& connection) {
        if (!connection.read_request().empty()) connection.write(answer);
    };
}

std::vector<std::string> RawServer::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

std::size_t RawServer::connections() const {
    const std::lock_guard lock(mutex_);
    return accepted_;
}

void RawServer::accept_all() {
    for (;;) {
        const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0) {
            join_finished();
            serve(socket);
        } else if (errno != ECONNABORTED && errno != EINTR) {
            return;
        }
    }
}

void RawServer::serve(int socket) {
    const std::lock_guard lock(mutex_);
    auto& session = sessions_.emplace_back(*this, socket, ++accepted_);
    if (is_ending_) session.connection.interrupt();
    session.thread = std::thread([this, &session] {
        script_(session.connection);
        session.connection.close();
        const std::lock_guard ended(mutex_);
        session.is_over = true;
    });
}

void RawServer::join_finished() {
    std::list<Session> finished;
    {
        const std::lock_guard lock(mutex_);
        for (auto next = sessions_.begin(); next != sessions_.end();) {
            const auto session = next++;
            if (session->is_over) finished.splice(finished.end(), sessions_, session);
        }
    }
    for (auto& session : finished) session.thread.join();
}

std::string whole_answer(std::string_view body, std::string_view content_type) {
    std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: ";
    answer.append(content_type).append("\r\nContent-Length: ").append(std::to_string(body.size()));
    return answer.append("\r\n\r\n").append(body);
}
