#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace tool {

/// Makes a stop request of SIGINT and SIGTERM. A second signal ends the program at once, whatever it is doing. A signal
/// that was ignored when the program began (`nohup`, or `&` in a script) stays ignored.
///
/// A thread waits for the signals, since a handler could do next to nothing. They are blocked in the thread that makes
/// this, and in those that it makes afterwards; so make it first.
class Interruption {
public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

private:
    void wait_for_signals();

    sigset_t signals_{};
    std::stop_source source_{};
    std::atomic<bool> is_over_{false};
    std::thread waiter_{};
};

}  // namespace tool
