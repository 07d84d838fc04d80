#include "call/pace.hpp"

#include <limits>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using namespace usagekit;
using namespace std::chrono_literals;
using call::Pace;
using call::TimePoint;

namespace {

constexpr TimePoint start{1000s};

/// The times of turns that are taken at once, from the start.
std::vector<std::chrono::milliseconds> turns(Pace& pace, int count, TimePoint now = start) {
    std::vector<std::chrono::milliseconds> times;
    for (int i = 0; i < count; ++i) {
        times.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(pace.take_turn(now) - start));
    }
    return times;
}

using Times = std::vector<std::chrono::milliseconds>;

}  // namespace

TEST_CASE("without a limit every turn is now") {
    Pace pace({});
    CHECK(turns(pace, 3) == Times{0ms, 0ms, 0ms});
    CHECK(pace.next_turn(start) == start);
}

TEST_CASE("turns are as far apart as the limit says") {
    Pace pace({.per_second = 4});
    CHECK(turns(pace, 3) == Times{0ms, 250ms, 500ms});
    CHECK(pace.next_turn(start) == start + 750ms);
    Pace slow({.per_second = 0.5});
    CHECK(turns(slow, 2) == Times{0ms, 2000ms});
}

TEST_CASE("a burst may go at once, and again after a pause, but no more than that") {
    Pace pace({.per_second = 10, .burst = 3});
    CHECK(turns(pace, 5) == Times{0ms, 0ms, 0ms, 100ms, 200ms});
    CHECK(turns(pace, 2, start + 350ms) == Times{350ms, 400ms});
    CHECK(turns(pace, 5, start + 1h) == Times{1h, 1h, 1h, 1h + 100ms, 1h + 200ms});
}

TEST_CASE("asking for the next turn does not take it") {
    Pace pace({.per_second = 1});
    CHECK(pace.next_turn(start) == start);
    CHECK(pace.next_turn(start) == start);
    CHECK(turns(pace, 2) == Times{0ms, 1000ms});
}

TEST_CASE("of several holds the longest counts, and one that has passed does not") {
    Pace pace({});
    CHECK(pace.held_until(start) == start);
    pace.hold_until(start + 5s);
    pace.hold_until(start + 2s);
    CHECK(pace.held_until(start) == start + 5s);
    CHECK(pace.held_until(start + 6s) == start + 6s);
}

TEST_CASE("each turn is given once, also to threads that ask at the same time") {
    Pace pace({.per_second = 1000});
    std::vector<Times> taken(4);
    {
        std::vector<std::jthread> threads;
        for (auto& times : taken) threads.emplace_back([&] { times = turns(pace, 250); });
    }
    std::vector<bool> seen(1000);
    for (const auto& times : taken) {
        for (const auto time : times) {
            const auto turn = static_cast<std::size_t>(time.count());
            REQUIRE(turn < seen.size());
            CHECK(!seen[turn]);
            seen[turn] = true;
        }
    }
}

TEST_CASE("limits at the edge of what can be told overflow nothing") {
    for (const double per_second : {1e-300, 1e-9, 1e9, 1e300, std::numeric_limits<double>::denorm_min()}) {
        Pace pace({.per_second = per_second, .burst = Pace::largest_burst});
        CHECK(pace.take_turn(start) == start);
        CHECK(pace.next_turn(start) >= start);
    }
}
