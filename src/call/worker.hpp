#pragma once

#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "call/job.hpp"
#include "call/scheduler.hpp"

namespace USAGEKIT_NAMESPACE::call {

/// A thread that runs calls, many at once.
class Worker {
public:
    /// As many requests as are under way at once.
    static constexpr std::size_t most_at_once = 256;

    /// Starts the thread, which uses the connections of the transport. Throws std::system_error and std::bad_alloc.
    explicit Worker(http::Transport& transport);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    /// Calls that have not ended end as `cancelled`, and the thread with them. On the thread itself, where a handler
    /// may destroy the last client, they end as soon as the handler has returned; the transport is not used any more.
    ~Worker();

    /// Gives the thread a call to run.
    void post(std::unique_ptr<Job> job);

    /// Is this its thread?
    [[nodiscard]] bool is_this_thread() const noexcept { return std::this_thread::get_id() == thread_.get_id(); }

private:
    /// What the thread works with. It may outlive the Worker for as long as a handler of the user's takes.
    struct State {
        explicit State(http::Transport& transport)
            : scheduler(transport, {.in_all = most_at_once, .per_host = most_at_once}) {}

        Scheduler scheduler;
        std::mutex mutex{};
        std::vector<std::unique_ptr<Job>> posted{};
        bool is_closing = false;
    };

    static void work(const std::shared_ptr<State>& state);
    /// Gives the scheduler what was posted; false when it is the last time.
    [[nodiscard]] static bool take_posted(State& state);

    std::shared_ptr<State> state_;
    std::thread thread_;
};

}  // namespace USAGEKIT_NAMESPACE::call
