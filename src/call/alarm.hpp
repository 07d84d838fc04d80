#pragma once

#include <mutex>
#include <stop_token>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::call {

/// Ends the wait of one thread from others, also one that a `Clock` does.
class Alarm {
public:
    /// Ends the present or the next wait, from any thread.
    void ring() noexcept {
        const std::lock_guard lock(mutex_);
        source_.request_stop();
    }

    /// Stopped when it rings. It has rung already when that was since the last call.
    [[nodiscard]] std::stop_token next() {
        const std::lock_guard lock(mutex_);
        auto token = source_.get_token();
        if (token.stop_requested()) source_ = {};
        return token;
    }

private:
    std::mutex mutex_{};
    std::stop_source source_{};
};

}  // namespace USAGEKIT_NAMESPACE::call
