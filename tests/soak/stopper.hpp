#pragma once

#include <algorithm>
#include <chrono>
#include <iterator>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

/// Requests stops a while later, on a thread of its own.
class Stopper {
public:
    void stop_after(std::chrono::milliseconds time, std::stop_source source) {
        const std::lock_guard lock(mutex_);
        waiting_.push_back({Clock::now() + time, std::move(source)});
    }

private:
    using Clock = std::chrono::steady_clock;
    struct Waiting {
        Clock::time_point time;
        std::stop_source source;
    };

    void work(const std::stop_token& end) {
        for (; !end.stop_requested(); std::this_thread::sleep_for(std::chrono::milliseconds{1})) {
            for (auto& due : take_due()) due.source.request_stop();
        }
    }

    std::vector<Waiting> take_due() {
        const std::lock_guard lock(mutex_);
        const auto is_early = [now = Clock::now()](const Waiting& waiting) { return waiting.time > now; };
        const auto first_due = std::partition(waiting_.begin(), waiting_.end(), is_early);
        std::vector<Waiting> due(std::make_move_iterator(first_due), std::make_move_iterator(waiting_.end()));
        waiting_.erase(first_due, waiting_.end());
        return due;
    }

    std::mutex mutex_{};
    std::vector<Waiting> waiting_{};
    std::jthread thread_{[this](const std::stop_token& end) { work(end); }};
};
