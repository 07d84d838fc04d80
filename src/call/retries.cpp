#include "call/retries.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::call {

using std::chrono::milliseconds;

std::optional<int> RetryTokens::take(ErrorKind kind) {
    const auto cost = kind == ErrorKind::timeout ? budget_.timeout_cost : budget_.retry_cost;
    if (budget_.capacity == 0) return std::nullopt;
    auto tokens = tokens_.load();
    while (tokens >= cost) {
        if (tokens_.compare_exchange_weak(tokens, tokens - cost)) return cost;
    }
    return std::nullopt;
}

void RetryTokens::put_back(int cost) {
    auto tokens = tokens_.load();
    int more = 0;
    do {
        more = tokens + std::min(budget_.capacity - tokens, std::max(cost, 1));
    } while (!tokens_.compare_exchange_weak(tokens, more));
}

milliseconds back_off(const RetryPolicy& policy, int repetition, std::uint64_t random) {
    const auto longest = std::min(static_cast<double>(policy.max_delay.count()),
                                  std::ldexp(static_cast<double>(policy.base_delay.count()), repetition - 1));
    const auto fraction = std::ldexp(static_cast<double>(random >> 11), -53);  // what a double holds exactly
    return milliseconds{static_cast<milliseconds::rep>(longest * fraction)};
}

void Retries::start(bool is_repeatable) {
    is_repeatable_ = is_repeatable;
    attempts_ = 0;
    last_cost_ = 0;
}

void Retries::succeeded() { tokens_.put_back(std::exchange(last_cost_, 0)); }

std::optional<milliseconds> Retries::wait_after(Error& error, bool has_answer, milliseconds time_left) {
    if (attempts_ >= policy_.attempts || !is_repeatable_ || !is_worth_it(error, has_answer)) return std::nullopt;
    constexpr std::chrono::seconds longest = std::chrono::years{1};  // so that nothing overflows
    const milliseconds asked = std::min(error.retry_after.value_or(std::chrono::seconds{0}), longest);
    const auto wait = std::max(asked, back_off(policy_, attempts_, random()));
    const auto reason = reason_against(error, wait, time_left);
    if (reason.empty()) return wait;
    error.detail.append(error.detail.empty() ? "" : "; ").append("not sent again: ").append(reason);
    return std::nullopt;
}

bool Retries::is_worth_it(const Error& error, bool has_answer) const {
    if (!has_answer) return policy_.after_failures && error.is_transient;
    return std::find(policy_.statuses.begin(), policy_.statuses.end(), error.status) != policy_.statuses.end();
}

std::string Retries::reason_against(const Error& error, milliseconds wait, milliseconds time_left) {
    if (error.retry_after && *error.retry_after > policy_.max_retry_after) {
        return concat("the service asks for a longer wait than RetryPolicy::max_retry_after, ",
                      std::to_string(policy_.max_retry_after.count()), " s");
    }
    if (wait >= time_left) return "the call's time limit would pass during the wait";
    const auto cost = tokens_.take(error.kind);
    if (!cost) return "the client's RetryBudget is spent";
    last_cost_ = *cost;
    return {};
}

std::uint64_t Retries::random() const {
    try {
        return random_();
    } catch (...) {  // without random numbers the longest wait is the kindest
        return std::numeric_limits<std::uint64_t>::max();
    }
}

}  // namespace USAGEKIT_NAMESPACE::call
