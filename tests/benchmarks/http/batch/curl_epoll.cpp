#include <array>
#include <memory>
#include <sys/epoll.h>
#include <unistd.h>

#include "batch/curl_multi.hpp"
#include "measure.hpp"

namespace bench {

namespace {

constexpr std::size_t most_events = 256;

class EpollMulti {
public:
    EpollMulti(const Place& place, const Service& service, int in_flight, Decode decode)
        : multi_(place, service, in_flight, decode) {
        curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETFUNCTION, &watch);
        curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(multi_.get(), CURLMOPT_TIMERFUNCTION, &set_timer);
        curl_multi_setopt(multi_.get(), CURLMOPT_TIMERDATA, this);
    }
    ~EpollMulti() { close(epoll_); }
    EpollMulti(const EpollMulti&) = delete;
    EpollMulti& operator=(const EpollMulti&) = delete;

    void run(std::int64_t calls) {
        multi_.start(calls);
        tell(CURL_SOCKET_TIMEOUT, 0);
        while (multi_.is_busy()) wait();
    }

private:
    static int watch(CURL*, curl_socket_t socket, int what, void* self, void* is_known) {
        auto& loop = *static_cast<EpollMulti*>(self);
        if (what == CURL_POLL_REMOVE) return epoll_ctl(loop.epoll_, EPOLL_CTL_DEL, socket, nullptr), 0;
        epoll_event event{};
        event.events = ((what & CURL_POLL_IN) != 0 ? EPOLLIN : 0U) | ((what & CURL_POLL_OUT) != 0 ? EPOLLOUT : 0U);
        event.data.fd = socket;
        epoll_ctl(loop.epoll_, is_known != nullptr ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event);
        curl_multi_assign(loop.multi_.get(), socket, self);
        return 0;
    }

    static int set_timer(CURLM*, long milliseconds, void* self) {
        static_cast<EpollMulti*>(self)->timeout_ = static_cast<int>(milliseconds);
        return 0;
    }

    void wait() {
        std::array<epoll_event, most_events> events{};
        const auto count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), timeout_);
        if (count == 0) tell(CURL_SOCKET_TIMEOUT, 0);
        for (int index = 0; index < count; ++index) {
            const auto& event = events.at(static_cast<std::size_t>(index));
            const int in = (event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0 ? CURL_CSELECT_IN : 0;
            tell(event.data.fd, in | ((event.events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0));
        }
    }

    void tell(curl_socket_t socket, int events) {
        int running = 0;
        if (curl_multi_socket_action(multi_.get(), socket, events, &running) != CURLM_OK)
            give_up("curl_multi_socket_action");
        multi_.take_finished();
    }

    int epoll_ = epoll_create1(EPOLL_CLOEXEC);
    int timeout_ = -1;
    CurlMulti multi_;
};

}  // namespace

Batch curl_epoll_batch(const Place& place, const Service& service, int in_flight, Decode decode) {
    return [multi = std::make_shared<EpollMulti>(place, service, in_flight, decode)](std::int64_t calls) {
        multi->run(calls);
    };
}

}  // namespace bench
