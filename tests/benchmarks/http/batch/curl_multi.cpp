#include "batch/curl_multi.hpp"

#include "measure.hpp"

namespace bench {

CurlMulti::CurlMulti(const Place& place, const Service& service, int in_flight, Decode decode) : decode_(decode) {
    curl_multi_setopt(get(), CURLMOPT_MAXCONNECTS, static_cast<long>(in_flight));  // none is closed between calls
    for (int number = 0; number < in_flight; ++number) {
        auto& easy = handles_.emplace_back(std::make_unique<CurlEasy>(place, service.request));
        curl_easy_setopt(easy->get(), CURLOPT_PRIVATE, easy.get());
        curl_easy_setopt(easy->get(), CURLOPT_PIPEWAIT, 1L);
    }
}

CurlMulti::~CurlMulti() {
    handles_.clear();  // before the connections that they use
}

void CurlMulti::start(std::int64_t calls) {
    left_ = calls;
    for (const auto& handle : handles_) {
        if (left_ > 0) start_one(handle->get());
    }
}

void CurlMulti::start_one(CURL* handle) {
    --left_;
    ++under_way_;
    if (curl_multi_add_handle(get(), handle) != CURLM_OK) give_up("curl_multi: a handle was refused");
}

void CurlMulti::take_finished() {
    int more = 0;
    while (const auto* message = curl_multi_info_read(get(), &more)) {
        auto* handle = message->easy_handle;
        finish(handle, message->data.result);
        if (left_ > 0) start_one(handle);
    }
}

void CurlMulti::finish(CURL* handle, CURLcode code) {
    CurlEasy* easy = nullptr;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &easy);
    if (code != CURLE_OK || !easy->is_ok()) give_up(std::string("curl_multi: ").append(curl_easy_strerror(code)));
    if (decode_ != nullptr && !decode_(easy->body())) give_up("curl_multi: the answer could not be decoded");
    curl_multi_remove_handle(get(), handle);
    easy->start();
    --under_way_;
}

}  // namespace bench
