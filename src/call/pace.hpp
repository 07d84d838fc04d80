#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include <usagekit/rate_limit.hpp>

#include "call/event.hpp"

namespace USAGEKIT_NAMESPACE::call {

/// When one client may send its next request, for all its calls on all threads: the generic cell rate algorithm, a
/// token bucket that is a single number. Without a lock, which another thread could hold when the process forks.
class Pace {
public:
    /// Requests that may be sent at once, at most.
    static constexpr int largest_burst = 10'000;

    explicit Pace(const RateLimit& limit);

    /// Takes the next turn and gives its time, which is now or later.
    [[nodiscard]] TimePoint take_turn(TimePoint now) noexcept;

    /// When the next turn is; nobody has it yet.
    [[nodiscard]] TimePoint next_turn(TimePoint now) const noexcept;

    /// The service has asked for fewer requests: of calls that run beside others, none is sent before this time.
    void hold_until(TimePoint time) noexcept;

    /// When the longest hold ends: now, when none is left.
    [[nodiscard]] TimePoint held_until(TimePoint now) const noexcept;

private:
    using Ticks = std::int64_t;  // nanoseconds since the epoch of the clock

    [[nodiscard]] Ticks turn_at(Ticks full, Ticks now) const noexcept;

    Ticks interval_;   // between two requests in the long run; 0 for no limit
    Ticks tolerance_;  // how far requests may be ahead of that
    std::atomic<Ticks> full_at_;
    std::atomic<Ticks> held_until_;
};

}  // namespace USAGEKIT_NAMESPACE::call
