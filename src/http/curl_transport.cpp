#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include <curl/curl.h>

#include "http/curl_handle.hpp"
#include "http/message.hpp"
#include "http/proxy_options.hpp"
#include "http/tls_options.hpp"
#include "http/url.hpp"

namespace usagekit::http {

/// The handles that nobody uses at the moment.
class CurlTransport::Pool {
public:
    explicit Pool(const ConnectionOptions& options) : options_(options) {
        refusal_ = refuse_tls_options(options_.tls);
        if (!refusal_) refusal_ = refuse_proxy_options(options_.proxy);
    }

    /// Why no connection can be made with these options.
    [[nodiscard]] const std::optional<Error>& refusal() const noexcept { return refusal_; }

    /// The idle handle that last spoke with this host, else any other, else a new one.
    [[nodiscard]] std::unique_ptr<CurlHandle> acquire(std::string_view authority) {
        if (auto idle = take_idle(authority)) return idle;
        return std::make_unique<CurlHandle>(options_);
    }

    void release(std::unique_ptr<CurlHandle> handle) {
        const std::lock_guard lock(mutex_);
        if (idle_.size() < most_idle) idle_.push_back(std::move(handle));
    }

private:
    static constexpr std::size_t most_idle = 64;

    [[nodiscard]] std::unique_ptr<CurlHandle> take_idle(std::string_view authority) {
        const std::lock_guard lock(mutex_);
        if (idle_.empty()) return nullptr;
        const auto same = [&](const auto& handle) { return handle->authority() == authority; };
        const auto found = std::find_if(idle_.rbegin(), idle_.rend(), same);
        if (found != idle_.rend()) std::swap(*found, idle_.back());
        auto handle = std::move(idle_.back());
        idle_.pop_back();
        return handle;
    }

    const ConnectionOptions options_;
    std::optional<Error> refusal_{};
    std::mutex mutex_{};
    std::vector<std::unique_ptr<CurlHandle>> idle_{};
};

CurlTransport::CurlTransport(const ConnectionOptions& options) : pool_(std::make_unique<Pool>(options)) {
    // Thread-safe in every libcurl that is supported, and counted: the host program may call it too.
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

CurlTransport::~CurlTransport() = default;

Exchange CurlTransport::send(const Request& request) {
    if (auto refused = refuse_request(request)) return {.answer = *std::move(refused)};
    if (pool_->refusal()) return {.answer = *pool_->refusal()};
    auto handle = pool_->acquire(before_path(request.url));
    auto exchange = handle->perform(request);
    pool_->release(std::move(handle));
    return exchange;
}

}  // namespace usagekit::http
