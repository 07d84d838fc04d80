// MISTAKE awaited_as_lvalue: use of deleted function '.*operator co_await|selected deleted operator 'co_await'
// MISTAKE stopped_as_lvalue: cannot bind rvalue reference|no matching function for call to 'with_stop'
// MISTAKE thrown_away: ignoring return
#include <coroutine>
#include <stop_token>
#include <utility>

#include <usagekit/coroutine.hpp>
#include <usagekit/wiremock/client.hpp>

struct Coroutine {
    struct promise_type {
        Coroutine get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() {}
    };
};

Coroutine example(const usagekit::wiremock::Client& client, std::stop_token stop) {
    auto call = client.my_usage();
#ifdef MISTAKE_awaited_as_lvalue
    const auto usage = co_await call;
#else
    const auto usage = co_await std::move(call);
#endif
    auto other = client.my_usage();
#if defined(MISTAKE_stopped_as_lvalue)
    const auto stopped = co_await with_stop(other, stop);
#elif defined(MISTAKE_thrown_away)
    with_stop(std::move(other), stop);
#else
    const auto stopped = co_await with_stop(std::move(other), stop);
#endif
}
