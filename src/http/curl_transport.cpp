#include <memory>
#include <optional>
#include <utility>

#include <curl/curl.h>

#include "core/cancelled.hpp"
#include "http/curl_handle.hpp"
#include "http/handle_pool.hpp"
#include "http/message.hpp"
#include "http/process_local.hpp"
#include "http/proxy_options.hpp"
#include "http/tls_options.hpp"
#include "http/url.hpp"

namespace usagekit::http {

/// The handles of this process, and what they are made with.
class CurlTransport::Pool {
public:
    explicit Pool(ConnectionOptions options) : options_(std::move(options)) {
        refusal_ = refuse_tls_options(options_.tls);
        if (!refusal_) refusal_ = refuse_proxy_options(options_.proxy);
    }

    /// Why no connection can be made with these options.
    [[nodiscard]] const std::optional<Error>& refusal() const noexcept { return refusal_; }

    [[nodiscard]] HandlePool& of_this_process() {
        return handles_.get([this] { return make(); });
    }

private:
    [[nodiscard]] std::unique_ptr<HandlePool> make() const { return std::make_unique<HandlePool>(options_); }

    const ConnectionOptions options_;
    std::optional<Error> refusal_{};
    ProcessLocal<HandlePool> handles_{make()};
};

CurlTransport::CurlTransport(const ConnectionOptions& options) : pool_(std::make_unique<Pool>(options)) {
    // Thread-safe in every libcurl that is supported, and counted: the host program may call it too.
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

CurlTransport::~CurlTransport() = default;

Exchange CurlTransport::send(const Request& request) {
    if (auto refused = refuse_request(request)) return {.answer = *std::move(refused)};
    if (pool_->refusal()) return {.answer = *pool_->refusal()};
    if (request.stop.stop_requested()) return {.answer = cancelled()};
    auto& handles = pool_->of_this_process();
    auto handle = handles.acquire(before_path(request.url));
    auto exchange = handle->perform(request);
    handles.release(std::move(handle));
    return exchange;
}

}  // namespace usagekit::http
