#pragma once

#include <condition_variable>
#include <mutex>

/// The resolution of `hangs.test`: it takes until it is let go. Any other name is unknown at once.
class HangingNames {
public:
    [[nodiscard]] static HangingNames& of_this_program();

    /// Hangs, as a resolver does whose server does not answer.
    void wait() {
        std::unique_lock lock(mutex_);
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return is_free_; });
        --waiting_;
        changed_.notify_all();
    }

    /// How many hang at the moment.
    [[nodiscard]] int waiting() {
        const std::lock_guard lock(mutex_);
        return waiting_;
    }

    /// Lets all that hang go, and waits until they are gone; later ones hang again.
    void let_go() {
        std::unique_lock lock(mutex_);
        is_free_ = true;
        changed_.notify_all();
        changed_.wait(lock, [this] { return waiting_ == 0; });
        is_free_ = false;
    }

private:
    std::mutex mutex_{};
    std::condition_variable changed_{};
    bool is_free_ = false;
    int waiting_ = 0;
};
