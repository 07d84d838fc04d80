#pragma once

// Opt-in: `co_await` on a call, in any coroutine, without another library. `usagekit/asio.hpp` does the same for
// Boost.Asio.

#include <coroutine>
#include <optional>
#include <stop_token>
#include <utility>

#include <usagekit/abi.hpp>
#include <usagekit/call.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE {

namespace call {

/// Sends a call when it is awaited, and gives its result; not for direct use.
template <class T>
class Awaiter {
public:
    /// Takes the call, and what stops it.
    explicit Awaiter(Call<T>&& call, std::stop_token stop = {}) noexcept
        : call_(std::move(call)), stop_(std::move(stop)) {}
    Awaiter(const Awaiter&) = delete;
    Awaiter& operator=(const Awaiter&) = delete;
    ~Awaiter() = default;

    /// Always waits.
    [[nodiscard]] bool await_ready() const noexcept { return false; }

    /// Sends. The coroutine may have ended, and this awaiter with it, before `then` returns.
    void await_suspend(std::coroutine_handle<> coroutine) {
        auto call = std::move(call_);
        auto stop = std::move(stop_);
        std::move(call).then(
            [this, coroutine](Result<T> result) {
                result_.emplace(std::move(result));
                coroutine.resume();
            },
            std::move(stop));
    }

    /// The result.
    [[nodiscard]] Result<T> await_resume() { return *std::move(result_); }

private:
    Call<T> call_;
    std::stop_token stop_;
    std::optional<Result<T>> result_{};
};

}  // namespace call

/// `co_await client.usage(id)` sends the call on the transport's own thread, as `Call::then` does, and gives its
/// `Result<T>`. Errors are values here, too.
///
/// The coroutine goes on **on that thread**. So it holds up all asynchronous calls of the transport until it awaits the
/// next thing or ends: it must not block there, and `get` and `get_all` of the same transport are refused. An exception
/// that leaves `resume()` is dropped.
///
/// When the last client of the transport is destroyed, the coroutine goes on with `cancelled`: keep the client outside
/// of the coroutine. One that owns the last client may end, and destroy it, on that thread; other calls of the
/// transport then end as `cancelled`. A coroutine that awaits a call must not be destroyed: stop the call instead.
template <class T>
[[nodiscard]] call::Awaiter<T> operator co_await(Call<T>&& call) noexcept {
    return call::Awaiter<T>(std::move(call));
}

/// Sending uses a call up, so one that has a name is awaited by `co_await std::move(call)`.
template <class T>
call::Awaiter<T> operator co_await(Call<T>& call) = delete;

/// To be awaited like the call itself, which ends as `cancelled` also when a stop is requested by `stop`:
///
///     auto usage = co_await with_stop(client.usage(id), stop);
template <class T>
[[nodiscard]] call::Awaiter<T> with_stop(Call<T>&& call, std::stop_token stop) noexcept {
    return call::Awaiter<T>(std::move(call), std::move(stop));
}

}  // namespace USAGEKIT_NAMESPACE
