#pragma once

#include <atomic>
#include <variant>

#include <usagekit/observer.hpp>

/// What was sent in the calls of a client, as its observer is told.
class Traffic {
public:
    /// It must not outlive this.
    [[nodiscard]] usagekit::Observer observer() {
        return [this](const usagekit::CallEvent& event) { std::visit(*this, event.what); };
    }

    void operator()(const usagekit::AttemptStarted&) {
        ++requests_;
        const int here = ++under_way_;
        for (int most = most_; here > most && !most_.compare_exchange_weak(most, here);) {
        }
    }
    void operator()(const usagekit::AttemptAnswered& answered) { ended(answered.connections_opened); }
    void operator()(const usagekit::AttemptFailed& failed) { ended(failed.connections_opened); }
    void operator()(const usagekit::Retrying&) { ++repetitions_; }
    void operator()(const usagekit::Redirected&) { ++redirects_; }
    void operator()(const usagekit::CallFinished&) { ++calls_; }

    [[nodiscard]] int calls() const noexcept { return calls_; }
    [[nodiscard]] int requests() const noexcept { return requests_; }
    [[nodiscard]] int repetitions() const noexcept { return repetitions_; }
    [[nodiscard]] int redirects() const noexcept { return redirects_; }
    [[nodiscard]] int connections() const noexcept { return connections_; }
    /// How many requests are under way, and were at once.
    [[nodiscard]] int under_way() const noexcept { return under_way_; }
    [[nodiscard]] int most_at_once() const noexcept { return most_; }

private:
    void ended(int connections_opened) {
        --under_way_;
        connections_ += connections_opened;
    }

    std::atomic<int> calls_ = 0;
    std::atomic<int> requests_ = 0;
    std::atomic<int> repetitions_ = 0;
    std::atomic<int> redirects_ = 0;
    std::atomic<int> connections_ = 0;
    std::atomic<int> under_way_ = 0;
    std::atomic<int> most_ = 0;
};
