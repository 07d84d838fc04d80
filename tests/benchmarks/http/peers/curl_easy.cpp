#include "peers/curl_easy.hpp"

#include <simdjson.h>

#include "measure.hpp"

namespace bench {

CurlEasy::CurlEasy(const Place& place, const usagekit::http::Request& request) : request_(request) {
    curl_easy_setopt(get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(get(), CURLOPT_TIMEOUT_MS, 30'000L);
    curl_easy_setopt(get(), CURLOPT_CONNECTTIMEOUT_MS, 5'000L);
    curl_easy_setopt(get(), CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(get(), CURLOPT_PROXY, "");
    curl_easy_setopt(get(), CURLOPT_WRITEFUNCTION, &take);
    curl_easy_setopt(get(), CURLOPT_WRITEDATA, this);
    if (!place.bundle.empty()) curl_easy_setopt(get(), CURLOPT_CAINFO, place.bundle.c_str());
    set_request();
}

void CurlEasy::set_request() {
    for (const auto& [name, value] : request_.headers) {
        headers_.reset(curl_slist_append(headers_.release(), std::string(name).append(": ").append(value).c_str()));
    }
    curl_easy_setopt(get(), CURLOPT_HTTPHEADER, headers_.get());
    curl_easy_setopt(get(), CURLOPT_URL, request_.url.c_str());
    if (request_.method != "POST") return;
    curl_easy_setopt(get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
    curl_easy_setopt(get(), CURLOPT_POSTFIELDS, request_.body.data());
}

std::size_t CurlEasy::take(char* bytes, std::size_t, std::size_t size, void* self) {
    auto& body = static_cast<CurlEasy*>(self)->body_;
    const auto wanted = body.size() + size + simdjson::SIMDJSON_PADDING;
    if (body.capacity() < wanted) body.reserve(2 * wanted);
    body.append(bytes, size);
    return size;
}

void CurlEasy::perform() {
    start();
    const auto code = curl_easy_perform(get());
    if (code != CURLE_OK || !is_ok()) give_up(std::string("curl: ").append(curl_easy_strerror(code)));
}

bool CurlEasy::is_ok() const {
    long status = 0;
    return curl_easy_getinfo(get(), CURLINFO_RESPONSE_CODE, &status) == CURLE_OK && status == 200;
}

}  // namespace bench
