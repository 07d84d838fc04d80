#include <memory>
#include <utility>

#include <curl/curl.h>

#include "http/curl_error.hpp"
#include "http/curl_handle.hpp"
#include "http/handle_pool.hpp"
#include "http/message.hpp"
#include "http/process_local.hpp"
#include "http/url.hpp"

namespace usagekit::http {

/// The handles of this process.
class CurlTransport::Pool {
public:
    [[nodiscard]] HandlePool& of_this_process() { return handles_.get(make); }

private:
    static std::unique_ptr<HandlePool> make() { return std::make_unique<HandlePool>(); }

    ProcessLocal<HandlePool> handles_{make()};
};

CurlTransport::CurlTransport(const ConnectionOptions&) : pool_(std::make_unique<Pool>()) {
    // Thread-safe in every libcurl that is supported, and counted: the host program may call it too.
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

CurlTransport::~CurlTransport() = default;

Exchange CurlTransport::send(const Request& request) {
    if (auto refused = refuse_request(request)) return {.answer = *std::move(refused)};
    if (request.stop.stop_requested()) return {.answer = stopped_error()};
    auto& handles = pool_->of_this_process();
    auto handle = handles.acquire(before_path(request.url));
    auto exchange = handle->perform(request);
    handles.release(std::move(handle));
    return exchange;
}

}  // namespace usagekit::http
