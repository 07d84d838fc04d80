#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// Where calls have the time from, and how they wait. Replace it to test code that retries without waiting; it may be
/// asked from several threads at once.
class USAGEKIT_EXPORT Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// What time limits are measured by.
    [[nodiscard]] virtual std::chrono::steady_clock::time_point now() = 0;
    /// The time of day, for a wait that a service gives as a date.
    [[nodiscard]] virtual std::chrono::system_clock::time_point date() = 0;
    /// Blocks until this time, or until a stop is requested.
    virtual void wait_until(std::chrono::steady_clock::time_point time, std::stop_token stop) = 0;
};

/// The clock of this machine.
class USAGEKIT_EXPORT SystemClock final : public Clock {
public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() override;
    [[nodiscard]] std::chrono::system_clock::time_point date() override;
    void wait_until(std::chrono::steady_clock::time_point time, std::stop_token stop) override;
};

/// Gives 64 random bits each time; for back-off and idempotency keys. It may be asked from several threads at once.
using RandomSource = std::function<std::uint64_t()>;

}  // namespace USAGEKIT_NAMESPACE
