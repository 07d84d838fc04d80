#include "call/pace.hpp"

#include <algorithm>
#include <limits>

namespace USAGEKIT_NAMESPACE::call {

namespace {

constexpr std::int64_t long_ago = std::numeric_limits<std::int64_t>::min();

std::int64_t ticks(TimePoint time) noexcept {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

TimePoint time_at(std::int64_t ticks) noexcept {
    return TimePoint{std::chrono::duration_cast<TimePoint::duration>(std::chrono::nanoseconds{ticks})};
}

/// Bounded, so that sums of it do not overflow.
std::int64_t interval_of(const RateLimit& limit) noexcept {
    constexpr double longest = 1e14;  // 27 hours
    return limit.per_second > 0 ? static_cast<std::int64_t>(std::min(1e9 / limit.per_second, longest)) : 0;
}

}  // namespace

Pace::Pace(const RateLimit& limit)
    : interval_(interval_of(limit)),
      tolerance_(interval_ * (std::clamp(limit.burst, 1, largest_burst) - 1)),
      full_at_(long_ago),
      held_until_(long_ago) {}

Pace::Ticks Pace::turn_at(Ticks full, Ticks now) const noexcept {
    return std::max(now, std::max(full, now) - tolerance_);
}

TimePoint Pace::take_turn(TimePoint now) noexcept {
    if (interval_ == 0) return now;
    auto full = full_at_.load();
    while (!full_at_.compare_exchange_weak(full, std::max(full, ticks(now)) + interval_)) {
    }
    return time_at(turn_at(full, ticks(now)));
}

TimePoint Pace::next_turn(TimePoint now) const noexcept {
    return interval_ == 0 ? now : time_at(turn_at(full_at_.load(), ticks(now)));
}

void Pace::hold_until(TimePoint time) noexcept {
    auto held = held_until_.load();
    while (held < ticks(time) && !held_until_.compare_exchange_weak(held, ticks(time))) {
    }
}

TimePoint Pace::held_until(TimePoint now) const noexcept { return time_at(std::max(held_until_.load(), ticks(now))); }

}  // namespace USAGEKIT_NAMESPACE::call
