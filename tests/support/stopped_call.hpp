#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>
#include <tuple>
#include <utility>

#include <doctest/doctest.h>

#include <usagekit/error.hpp>

#include "sanitizers.hpp"

inline constexpr std::chrono::milliseconds stopping_time{under_sanitizers ? 300 : 100};

/// Makes a call and requests a stop after 80 ms from another thread: how long after that it ended, and its error.
inline std::pair<std::chrono::nanoseconds, usagekit::Error> stop_once(
    const std::function<usagekit::Error(std::stop_token)>& call) {
    using Clock = std::chrono::steady_clock;
    std::stop_source source;
    Clock::time_point requested;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{80});
        requested = Clock::now();
        source.request_stop();
    });
    auto error = call(source.get_token());
    const auto ended = Clock::now();
    stopper.join();
    CHECK(error.kind == usagekit::ErrorKind::cancelled);
    CHECK(ended >= requested);
    return {ended - requested, std::move(error)};
}

/// The error of a call that is stopped from another thread. It must end within `stopping_time` of the request, at the
/// latest the third time: a machine may be busy, but what is not woken never ends in time.
inline usagekit::Error stopped(const std::function<usagekit::Error(std::stop_token)>& call) {
    auto [time, error] = stop_once(call);
    for (int again = 0; again < 2 && time >= stopping_time; ++again) std::tie(time, error) = stop_once(call);
    CHECK(time < stopping_time);
    return error;
}
