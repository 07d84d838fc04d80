#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <usagekit/clock.hpp>
#include <usagekit/error.hpp>
#include <usagekit/retry.hpp>

namespace USAGEKIT_NAMESPACE::call {

/// The tokens of one client, for all its calls on all threads. Without a lock, which another thread could hold when the
/// process forks.
class RetryTokens {
public:
    explicit RetryTokens(const RetryBudget& budget) : budget_(budget), tokens_(budget.capacity) {}

    /// Takes what a repetition after such a failure costs and gives the cost, or nothing when too few are left.
    [[nodiscard]] std::optional<int> take(ErrorKind kind);

    /// A request succeeded whose last repetition cost this much; 0 when it was sent once.
    void put_back(int cost);

private:
    RetryBudget budget_;
    std::atomic<int> tokens_;
};

/// The longest wait before the n-th repetition is multiplied by a number in [0, 1) that the random bits mean.
[[nodiscard]] std::chrono::milliseconds back_off(const RetryPolicy& policy, int repetition, std::uint64_t random);

/// How often one request was sent, and whether it is sent again.
class Retries {
public:
    /// All must live as long as this does.
    Retries(const RetryPolicy& policy, RetryTokens& tokens, const RandomSource& random)
        : policy_(policy), tokens_(tokens), random_(random) {}

    /// Begins with a request, which may be repeated or not.
    void start(bool is_repeatable);

    /// The request is about to be sent.
    void count_attempt() noexcept { ++attempts_; }

    /// It was not sent after all.
    void discount_attempt() noexcept { --attempts_; }

    /// How often it was sent.
    [[nodiscard]] int attempts() const noexcept { return attempts_; }

    /// It was answered well.
    void succeeded();

    /// How long to wait until the request is sent again, or nothing when it is not. Where it would be but for the time
    /// or the budget, the error's detail says so.
    [[nodiscard]] std::optional<std::chrono::milliseconds> wait_after(Error& error, bool has_answer,
                                                                      std::chrono::milliseconds time_left);

    /// The longest wait before the first repetition, when the service names none.
    [[nodiscard]] std::chrono::milliseconds longest_delay() const noexcept {
        return std::min(policy_.base_delay, policy_.max_delay);
    }

private:
    [[nodiscard]] bool is_worth_it(const Error& error, bool has_answer) const;
    [[nodiscard]] std::string reason_against(const Error& error, std::chrono::milliseconds wait,
                                             std::chrono::milliseconds time_left);
    [[nodiscard]] std::uint64_t random() const;

    const RetryPolicy& policy_;
    RetryTokens& tokens_;
    const RandomSource& random_;
    bool is_repeatable_ = false;
    int attempts_ = 0;
    int last_cost_ = 0;
};

}  // namespace USAGEKIT_NAMESPACE::call
