#include "http/curl_loop.hpp"

#include <new>

namespace usagekit::http {

namespace {

/// libcurl shortens it to what its own timers ask for.
constexpr int longest_wait_in_milliseconds = 1000;

}  // namespace

CurlLoop::CurlLoop() : multi_(curl_multi_init()) {
    if (!multi_) throw std::bad_alloc();
}

std::optional<CURLcode> CurlLoop::run(CURL* handle, const std::stop_token& stop) {
    sockets_.watch(handle);
    if (curl_multi_add_handle(multi_.get(), handle) != CURLM_OK) return CURLE_FAILED_INIT;
    std::optional<std::stop_callback<Wake>> wake;
    if (stop.stop_possible()) wake.emplace(stop, Wake{multi_.get()});
    const auto code = drive(stop);
    sockets_.add_connection_of(handle);
    curl_multi_remove_handle(multi_.get(), handle);
    return code;
}

std::optional<CURLcode> CurlLoop::drive(const std::stop_token& stop) {
    for (;;) {
        int running = 0;
        if (curl_multi_perform(multi_.get(), &running) != CURLM_OK) return CURLE_FAILED_INIT;
        if (running == 0) return result();
        if (stop.stop_requested()) return std::nullopt;
        if (curl_multi_poll(multi_.get(), nullptr, 0, longest_wait_in_milliseconds, nullptr) != CURLM_OK) {
            return CURLE_FAILED_INIT;
        }
    }
}

CURLcode CurlLoop::result() const {
    int left = 0;
    const auto* message = curl_multi_info_read(multi_.get(), &left);
    return message != nullptr ? message->data.result : CURLE_FAILED_INIT;
}

}  // namespace usagekit::http
