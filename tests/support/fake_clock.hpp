#pragma once

#include <chrono>
#include <stop_token>
#include <vector>

#include <usagekit/clock.hpp>

/// Time that passes only when somebody waits for it, or when the test says so; keeps how long the waits were.
class FakeClock final : public usagekit::Clock {
public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() override { return now_; }
    [[nodiscard]] std::chrono::system_clock::time_point date() override { return today + now_.time_since_epoch(); }
    void wait_until(std::chrono::steady_clock::time_point time, std::stop_token) override {
        waits.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(time - now_));
        now_ = time;
    }
    void pass(std::chrono::milliseconds time) { now_ += time; }

    std::vector<std::chrono::milliseconds> waits{};
    std::chrono::system_clock::time_point today{std::chrono::sys_days{std::chrono::year{2024} / 5 / 17}};

private:
    std::chrono::steady_clock::time_point now_{};
};
