#include "http/socket_events.hpp"

#include <algorithm>
#include <cerrno>
#include <new>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace USAGEKIT_NAMESPACE::http {

namespace {

constexpr std::size_t most_at_once = 256;

int or_throw(int descriptor) {
    if (descriptor < 0) throw std::system_error(errno, std::generic_category());
    return descriptor;
}

}  // namespace

SocketEvents::SocketEvents() : epoll_(or_throw(epoll_create1(EPOLL_CLOEXEC))), reported_(most_at_once) {
    events_.reserve(most_at_once);
    waker_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    epoll_event event{.events = EPOLLIN, .data = {.fd = waker_}};
    if (waker_ >= 0 && epoll_ctl(epoll_, EPOLL_CTL_ADD, waker_, &event) == 0) return;
    const int why = errno;
    if (waker_ >= 0) ::close(waker_);
    ::close(epoll_);
    throw std::system_error(why, std::generic_category());
}

SocketEvents::~SocketEvents() {
    ::close(waker_);
    ::close(epoll_);
}

void SocketEvents::opened(int socket) {
    const auto place = static_cast<std::size_t>(socket);
    if (place >= sockets_.size()) sockets_.resize(std::max(place + 1, 2 * sockets_.size()));
    sockets_[place] = {.is_kept = true};
}

void SocketEvents::closed(int socket) noexcept {
    const auto place = static_cast<std::size_t>(socket);
    if (place >= sockets_.size()) return;
    // the system forgets it by itself only where no child process has it too
    if (sockets_[place].registered != 0) epoll_ctl(epoll_, EPOLL_CTL_DEL, socket, nullptr);
    sockets_[place] = {};
}

bool SocketEvents::want(int socket, std::uint32_t events, void* user) noexcept {
    const auto place = static_cast<std::size_t>(socket);
    try {
        if (place >= sockets_.size()) sockets_.resize(std::max(place + 1, 2 * sockets_.size()));
    } catch (const std::bad_alloc&) {
        return false;
    }
    auto& entry = sockets_[place];
    entry.wanted = static_cast<std::uint8_t>(events);
    entry.user = user;
    if (entry.wanted == entry.registered || (entry.wanted == 0 && entry.is_kept)) return true;
    return set(socket, entry.wanted);
}

bool SocketEvents::set(int socket, std::uint8_t events) noexcept {
    auto& registered = sockets_[static_cast<std::size_t>(socket)].registered;
    const int how = events == 0 ? EPOLL_CTL_DEL : registered == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    epoll_event event{.events = events, .data = {.fd = socket}};
    registered = events;
    if (epoll_ctl(epoll_, how, socket, &event) == 0 || events == 0) return true;
    return how == EPOLL_CTL_MOD && epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event) == 0;  // it was closed unnoticed
}

std::span<const SocketEvents::Event> SocketEvents::wait(std::chrono::milliseconds longest) noexcept {
    events_.clear();
    const int count =
        epoll_wait(epoll_, reported_.data(), static_cast<int>(reported_.size()), static_cast<int>(longest.count()));
    for (int i = 0; i < count; ++i) note(reported_[static_cast<std::size_t>(i)]);
    return events_;  // none when a signal came, and the caller waits again
}

void SocketEvents::note(const epoll_event& event) noexcept {
    const int socket = event.data.fd;
    if (socket == waker_) {
        calm_down();
        return;
    }
    const auto& entry = sockets_[static_cast<std::size_t>(socket)];
    const bool is_broken = (event.events & (EPOLLERR | EPOLLHUP)) != 0;
    const std::uint32_t wanted = is_broken ? entry.wanted : event.events & entry.wanted;
    if (wanted != 0) {
        events_.push_back({socket, wanted, entry.user});  // there is room
    } else if (entry.wanted == 0) {
        [[maybe_unused]] const bool is_out = set(socket, 0);
    }
}

void SocketEvents::wake() const noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto size = write(waker_, &one, sizeof one);
}

void SocketEvents::calm_down() const noexcept {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto size = read(waker_, &count, sizeof count);
}

}  // namespace USAGEKIT_NAMESPACE::http
