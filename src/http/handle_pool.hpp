#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "http/curl_handle.hpp"

namespace usagekit::http {

/// The handles that nobody uses at the moment, with their connections. May be used from several threads at once.
class HandlePool {
public:
    /// The options must outlive the pool.
    explicit HandlePool(const ConnectionOptions& options) noexcept : options_(options) {}

    /// The idle handle that last spoke with this host (scheme, host and port as the URL writes them), else any other,
    /// else a new one.
    [[nodiscard]] std::unique_ptr<CurlHandle> acquire(std::string_view authority);

    /// Keeps the handle for the next exchange, unless enough are idle.
    void release(std::unique_ptr<CurlHandle> handle);

private:
    static constexpr std::size_t most_idle = 64;

    [[nodiscard]] std::unique_ptr<CurlHandle> take_idle(std::string_view authority);

    const ConnectionOptions& options_;
    std::mutex mutex_{};
    std::vector<std::unique_ptr<CurlHandle>> idle_{};
};

}  // namespace usagekit::http
