#include "http/curl_multi.hpp"

#include <new>

namespace USAGEKIT_NAMESPACE::http {

namespace {

/// As many as there are exchanges at once: libcurl would keep four for each handle that is in it at the time, and close
/// the others when a batch nears its end.
constexpr long most_connections = 4096;

/// How often libcurl is called before it is looked at what else there is.
constexpr int most_in_a_row = 16;

CURLM* make_multi() {
    curl_global_init(CURL_GLOBAL_DEFAULT);  // thread-safe and counted: the host program may call it too
    return curl_multi_init();
}

}  // namespace

CurlMulti::CurlMulti(SocketEvents& events) : events_(events), multi_(make_multi()) {
    if (!multi_) throw std::bad_alloc();
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, most_connections);
    curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETFUNCTION, &CurlMulti::watch);
    curl_multi_setopt(multi_.get(), CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi_.get(), CURLMOPT_TIMERFUNCTION, &CurlMulti::set_timer);
    curl_multi_setopt(multi_.get(), CURLMOPT_TIMERDATA, this);
}

int CurlMulti::watch(CURL*, curl_socket_t socket, int what, void* multi, void*) noexcept {
    std::uint32_t events = 0;
    if (what == CURL_POLL_IN || what == CURL_POLL_INOUT) events |= EPOLLIN;
    if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT) events |= EPOLLOUT;
    return static_cast<CurlMulti*>(multi)->events_.want(socket, events, multi) ? 0 : -1;
}

int CurlMulti::set_timer(CURLM*, long milliseconds, void* multi) noexcept {
    static_cast<CurlMulti*>(multi)->timer_ =
        milliseconds < 0 ? Clock::time_point::max() : Clock::now() + std::chrono::milliseconds{milliseconds};
    return 0;
}

bool CurlMulti::add(CURL* handle) noexcept {
    if (curl_multi_add_handle(multi_.get(), handle) != CURLM_OK) return false;
    ++size_;
    return true;
}

void CurlMulti::remove(CURL* handle) noexcept {
    curl_multi_remove_handle(multi_.get(), handle);
    --size_;
}

bool CurlMulti::act(int socket, std::uint32_t events) noexcept {
    const int what =
        ((events & EPOLLIN) != 0 ? CURL_CSELECT_IN : 0) | ((events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0);
    int running = 0;
    return curl_multi_socket_action(multi_.get(), socket, what, &running) == CURLM_OK;
}

bool CurlMulti::act_when_due() noexcept {
    for (int i = 0; i < most_in_a_row && timer_ <= Clock::now(); ++i) {
        if (!act(CURL_SOCKET_TIMEOUT, 0)) return false;
        long left = -1;  // libcurl does not say again what it has said, even where it was called too early
        if (curl_multi_timeout(multi_.get(), &left) != CURLM_OK) return false;
        set_timer(multi_.get(), left, this);
    }
    return true;
}

bool CurlMulti::perform() noexcept {
    int running = 0;
    return curl_multi_perform(multi_.get(), &running) == CURLM_OK;
}

void CurlMulti::wait(int other, std::chrono::milliseconds longest) noexcept {
    curl_waitfd waited{.fd = other, .events = CURL_WAIT_POLLIN, .revents = 0};
    curl_multi_wait(multi_.get(), &waited, 1, static_cast<int>(longest.count()), nullptr);
}

std::optional<CurlMulti::Done> CurlMulti::next_done() noexcept {
    int left = 0;
    const auto* message = curl_multi_info_read(multi_.get(), &left);
    if (message == nullptr) return std::nullopt;
    return Done{message->easy_handle, message->data.result};
}

}  // namespace USAGEKIT_NAMESPACE::http
