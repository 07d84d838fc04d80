#pragma once

#include <chrono>
#include <coroutine>
#include <exception>
#include <future>
#include <optional>
#include <utility>

/// A coroutine that starts at once, and whose result another thread can wait for. Its variables are gone by then.
template <class T>
class Eventual {
public:
    struct promise_type {
        Eventual get_return_object() { return Eventual(promise.get_future()); }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept {
            promise.set_value(*std::move(value));
            return {};
        }
        void return_value(T result) { value.emplace(std::move(result)); }
        void unhandled_exception() noexcept { std::terminate(); }

        std::promise<T> promise{};
        std::optional<T> value{};
    };

    /// Waits for it.
    [[nodiscard]] T get() { return future_.get(); }
    /// Is it there?
    [[nodiscard]] bool is_ready() const {
        return future_.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
    }

private:
    explicit Eventual(std::future<T> future) : future_(std::move(future)) {}

    std::future<T> future_;
};
