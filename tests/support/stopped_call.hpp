#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <thread>

#include <doctest/doctest.h>

#include <usagekit/error.hpp>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr std::chrono::milliseconds stopping_time{300};  // everything takes longer
#else
inline constexpr std::chrono::milliseconds stopping_time{100};
#endif

/// Makes a call and requests a stop after 80 ms from another thread: the error that the call ended with. It must have
/// ended within `stopping_time` of the request.
inline usagekit::Error stopped(const std::function<usagekit::Error(std::stop_token)>& call) {
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
    CHECK(ended - requested < stopping_time);
    return error;
}
