#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "http/exchanges.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// The `Exchanges` that nobody uses at the moment, with their connections. May be used from several threads at once.
class ExchangesPool {
public:
    /// The idle one that last spoke with the host of this URL (scheme, host and port as the URL writes them), else any
    /// other, else a new one.
    [[nodiscard]] std::unique_ptr<Exchanges> acquire(std::string_view url);

    /// The idle one that has had the most requests under way at once, and so has the most connections, else a new one.
    [[nodiscard]] std::unique_ptr<Exchanges> acquire_largest();

    /// Keeps it for the next exchanges, unless enough are idle.
    void release(std::unique_ptr<Exchanges> exchanges);

private:
    static constexpr std::size_t most_idle = 64;

    template <class Choose>
    [[nodiscard]] std::unique_ptr<Exchanges> take(const Choose& choose);

    std::mutex mutex_{};
    std::vector<std::unique_ptr<Exchanges>> idle_{};
};

}  // namespace USAGEKIT_NAMESPACE::http
