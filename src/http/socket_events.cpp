#include "http/socket_events.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>
#include <poll.h>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace usagekit::http {

namespace {

constexpr std::size_t most_at_once = 256;

static_assert(POLLIN == EPOLLIN && POLLOUT == EPOLLOUT && POLLERR == EPOLLERR && POLLHUP == EPOLLHUP);

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
    list(socket, false);  // another one of that number was closed unnoticed
    sockets_[place] = {.is_kept = true};
}

void SocketEvents::closed(int socket) noexcept {
    const auto place = static_cast<std::size_t>(socket);
    if (place >= sockets_.size()) return;
    // the system forgets it by itself only where no child process has it too
    if (sockets_[place].registered != 0) epoll_ctl(epoll_, EPOLL_CTL_DEL, socket, nullptr);
    list(socket, false);
    sockets_[place] = {};
}

bool SocketEvents::want(int socket, std::uint32_t events, void* user) noexcept {
    const auto place = static_cast<std::size_t>(socket);
    try {
        if (place >= sockets_.size()) sockets_.resize(std::max(place + 1, 2 * sockets_.size()));
        if (wanted_.size() == wanted_.capacity()) wanted_.reserve(2 * wanted_.size() + most_polled);
    } catch (const std::bad_alloc&) {
        return false;
    }
    auto& entry = sockets_[place];
    entry.wanted = static_cast<std::uint8_t>(events);
    entry.user = user;
    list(socket, events != 0);
    if (events == 0) return entry.is_kept || entry.registered == 0 || set(socket, 0);
    if (are_few()) return true;
    // the first ones, too, when this is one more than few
    const auto is_registered = [this](int other) { return is_known_to_epoll(other); };
    return wanted_.size() > most_polled + 1 ? is_registered(socket)
                                            : std::all_of(wanted_.begin(), wanted_.end(), is_registered);
}

void SocketEvents::list(int socket, bool is_wanted) noexcept {
    auto& entry = sockets_[static_cast<std::size_t>(socket)];
    if (is_wanted == (entry.place != nowhere)) return;
    if (is_wanted) {
        entry.place = wanted_.size();
        wanted_.push_back(socket);  // there is room
        return;
    }
    sockets_[static_cast<std::size_t>(wanted_.back())].place = entry.place;
    wanted_[entry.place] = wanted_.back();
    wanted_.pop_back();
    entry.place = nowhere;
}

bool SocketEvents::is_known_to_epoll(int socket) noexcept {
    const auto& entry = sockets_[static_cast<std::size_t>(socket)];
    return entry.wanted == entry.registered || set(socket, entry.wanted);
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
    if (are_few()) {
        poll_wanted(static_cast<int>(longest.count()));
    } else {
        ask_epoll(static_cast<int>(longest.count()));
    }
    return events_;  // none when a signal came, and the caller waits again
}

void SocketEvents::poll_wanted(int milliseconds) noexcept {
    std::array<pollfd, most_polled + 1> sockets{{{.fd = waker_, .events = POLLIN, .revents = 0}}};
    std::size_t size = 1;
    for (const int socket : wanted_) {
        const auto events = sockets_[static_cast<std::size_t>(socket)].wanted;
        sockets[size++] = {.fd = socket, .events = events, .revents = 0};
    }
    if (poll(sockets.data(), size, milliseconds) <= 0) return;
    for (std::size_t i = 0; i < size; ++i) {
        if (sockets[i].revents != 0) note(sockets[i].fd, static_cast<std::uint32_t>(sockets[i].revents));
    }
}

void SocketEvents::ask_epoll(int milliseconds) noexcept {
    const int count = epoll_wait(epoll_, reported_.data(), static_cast<int>(reported_.size()), milliseconds);
    for (int i = 0; i < count; ++i) {
        const auto& event = reported_[static_cast<std::size_t>(i)];
        note(event.data.fd, event.events);
    }
}

void SocketEvents::note(int socket, std::uint32_t happened) noexcept {
    if (socket == waker_) {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto size = read(waker_, &count, sizeof count);
        return;
    }
    const auto& entry = sockets_[static_cast<std::size_t>(socket)];
    const bool is_broken = (happened & (EPOLLERR | EPOLLHUP)) != 0;
    const std::uint32_t wanted = is_broken ? entry.wanted : happened & entry.wanted;
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

}  // namespace usagekit::http
