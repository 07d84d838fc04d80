#include "http/curl_multi.hpp"

#include <algorithm>
#include <new>

namespace usagekit::http {

namespace {

/// As many as there are exchanges at once: libcurl would keep four for each handle that is in it at the time, and close
/// the others when a batch nears its end.
constexpr long most_connections = 4096;

CURLM* make_multi() {
    curl_global_init(CURL_GLOBAL_DEFAULT);  // thread-safe and counted: the host program may call it too
    return curl_multi_init();
}

}  // namespace

CurlMulti::CurlMulti() : multi_(make_multi()) {
    if (!multi_) throw std::bad_alloc();
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, most_connections);
}

bool CurlMulti::add(CURL* handle) noexcept { return curl_multi_add_handle(multi_.get(), handle) == CURLM_OK; }

void CurlMulti::remove(CURL* handle) noexcept { curl_multi_remove_handle(multi_.get(), handle); }

bool CurlMulti::perform() noexcept {
    int running = 0;
    return curl_multi_perform(multi_.get(), &running) == CURLM_OK;
}

void CurlMulti::wait(std::chrono::milliseconds longest) noexcept {
    constexpr std::chrono::milliseconds most{1000};  // libcurl shortens it to what its own timers ask for
    const auto time = std::clamp(longest, std::chrono::milliseconds{0}, most);
    curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(time.count()), nullptr);
}

std::optional<CurlMulti::Done> CurlMulti::next_done() noexcept {
    int left = 0;
    const auto* message = curl_multi_info_read(multi_.get(), &left);
    if (message == nullptr) return std::nullopt;
    return Done{message->easy_handle, message->data.result};
}

}  // namespace usagekit::http
