// Whether and when a request is sent again, without a network and without waiting.
#include "call/retries.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include <doctest/doctest.h>

using namespace usagekit;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr auto always = std::chrono::hours{24};

constexpr auto largest = std::numeric_limits<std::uint64_t>::max();

Error answer(int status, std::optional<std::chrono::seconds> retry_after = {}) {
    return {
        .kind = status == 408 ? ErrorKind::timeout : ErrorKind::server, .status = status, .retry_after = retry_after};
}

Error failure(ErrorKind kind) { return {.kind = kind, .is_transient = true}; }

/// The repetitions of one request, whose back-off is always the longest.
struct Fixture {
    explicit Fixture(RetryPolicy with_policy = {}, RetryBudget budget = {})
        : policy(std::move(with_policy)), tokens(budget) {
        retries.start(true);
        retries.count_attempt();
    }

    std::optional<milliseconds> wait_after(Error error, milliseconds time_left = always) {
        const auto wait = retries.wait_after(error, error.status != 0, time_left);
        detail = error.detail;
        if (wait) retries.count_attempt();
        return wait;
    }

    RetryPolicy policy;
    call::RetryTokens tokens;
    RandomSource random = [] { return largest; };
    call::Retries retries{policy, tokens, random};
    std::string detail{};
};

}  // namespace

TEST_CASE("the n-th back-off is random between zero and the base doubled n-1 times, at most the cap") {
    const RetryPolicy policy{.base_delay = 500ms, .max_delay = 8s};
    struct Row {
        int repetition;
        milliseconds longest;
    };
    for (const auto& row : {Row{1, 500ms}, Row{2, 1s}, Row{3, 2s}, Row{4, 4s}, Row{5, 8s}, Row{6, 8s}, Row{2000, 8s},
                            Row{std::numeric_limits<int>::max(), 8s}}) {
        CAPTURE(row.repetition);
        CHECK(call::back_off(policy, row.repetition, 0) == 0ms);
        CHECK(call::back_off(policy, row.repetition, largest / 2) == row.longest / 2 - 1ms);
        CHECK(call::back_off(policy, row.repetition, largest) == row.longest - 1ms);
    }
    CHECK(call::back_off({.base_delay = 0ms}, 3, largest) == 0ms);
    CHECK(call::back_off({.base_delay = 1h, .max_delay = 10ms}, 1, largest) == 9ms);
    CHECK(call::back_off({.max_delay = milliseconds::max()}, 200, largest) > 1h);
}

TEST_CASE("so many attempts are made, and no more") {
    Fixture fixture({.attempts = 3});
    CHECK(fixture.wait_after(answer(503)) == 499ms);
    CHECK(fixture.wait_after(answer(503)) == 999ms);
    CHECK(fixture.wait_after(answer(503)) == std::nullopt);
    CHECK(fixture.retries.attempts() == 3);
    CHECK(Fixture({.attempts = 1}).wait_after(answer(503)) == std::nullopt);
}

TEST_CASE("the statuses of the policy are repeated, and failures that may pass") {
    for (const int status : {408, 429, 500, 502, 503, 504}) {
        CAPTURE(status);
        CHECK(Fixture().wait_after(answer(status)));
    }
    for (const int status : {400, 401, 403, 404, 409, 410, 422, 425, 501, 505}) {
        CAPTURE(status);
        CHECK(!Fixture().wait_after(answer(status)));
    }
    CHECK(Fixture({.statuses = {501}}).wait_after(answer(501)));
    CHECK(!Fixture({.statuses = {501}}).wait_after(answer(503)));
    CHECK(Fixture().wait_after(failure(ErrorKind::network)));
    CHECK(Fixture().wait_after(failure(ErrorKind::timeout)));
    CHECK(Fixture().wait_after(failure(ErrorKind::protocol)));
    CHECK(!Fixture().wait_after({.kind = ErrorKind::protocol}));
    CHECK(!Fixture().wait_after({.kind = ErrorKind::tls}));
    CHECK(!Fixture({.after_failures = false}).wait_after(failure(ErrorKind::network)));
}

TEST_CASE("what may not be repeated is not") {
    Fixture fixture;
    fixture.retries.start(false);
    fixture.retries.count_attempt();
    CHECK(fixture.wait_after(answer(503)) == std::nullopt);
    CHECK(fixture.wait_after(failure(ErrorKind::network)) == std::nullopt);
}

TEST_CASE("the wait is at least what the service asks for, up to a limit") {
    CHECK(Fixture().wait_after(answer(429, 3s)) == 3s);
    CHECK(Fixture().wait_after(answer(503, 0s)) == 499ms);
    CHECK(Fixture().wait_after(answer(503, 120s)) == 120s);
    Fixture fixture;
    CHECK(fixture.wait_after(answer(503, 121s)) == std::nullopt);
    CHECK(fixture.detail
          == "not sent again: the service asks for a longer wait than RetryPolicy::max_retry_after, 120 s");
    CHECK(Fixture({.max_retry_after = 1h}).wait_after(answer(503, 121s)) == 121s);
}

TEST_CASE("a wait that would reach the time limit is not begun") {
    CHECK(Fixture().wait_after(answer(503, 3s), 3001ms) == 3s);
    Fixture fixture;
    CHECK(fixture.wait_after(answer(503, 3s), 3s) == std::nullopt);
    CHECK(fixture.detail == "not sent again: the call's time limit would pass during the wait");
    CHECK(Fixture().wait_after(answer(503), 499ms) == std::nullopt);
    CHECK(Fixture().wait_after(answer(503), 500ms) == 499ms);
}

TEST_CASE("the budget bounds the repetitions of all calls together, timeouts costing more") {
    const RetryBudget budget{.capacity = 20, .retry_cost = 5, .timeout_cost = 10};
    Fixture fixture({.attempts = 100}, budget);
    CHECK(fixture.wait_after(answer(503)));
    CHECK(fixture.wait_after(answer(408)));
    CHECK(!fixture.wait_after(failure(ErrorKind::timeout)));
    CHECK(fixture.detail == "not sent again: the client's RetryBudget is spent");
    CHECK(fixture.wait_after(failure(ErrorKind::network)));
    CHECK(!fixture.wait_after(answer(503)));
    CHECK(!Fixture({}, {.capacity = 0, .retry_cost = 0}).wait_after(answer(503)));
}

TEST_CASE("success gives back what the last repetition took, or one token, and never more than there were") {
    call::RetryTokens tokens({.capacity = 10, .retry_cost = 5, .timeout_cost = 10});
    tokens.put_back(100);
    CHECK(tokens.take(ErrorKind::server) == 5);
    CHECK(tokens.take(ErrorKind::server) == 5);
    CHECK(tokens.take(ErrorKind::server) == std::nullopt);
    tokens.put_back(5);
    CHECK(tokens.take(ErrorKind::timeout) == std::nullopt);
    for (int i = 0; i < 4; ++i) tokens.put_back(0);
    CHECK(tokens.take(ErrorKind::timeout) == std::nullopt);
    tokens.put_back(0);
    CHECK(tokens.take(ErrorKind::timeout) == 10);
}

TEST_CASE("without random numbers the wait is the longest") {
    Fixture fixture;
    fixture.random = []() -> std::uint64_t { throw std::runtime_error("no entropy"); };
    CHECK(fixture.wait_after(answer(503)) == 499ms);
}
