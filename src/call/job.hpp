#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <stop_token>

#include <usagekit/http.hpp>

#include "call/event.hpp"
#include "call/operation.hpp"

namespace USAGEKIT_NAMESPACE::call {

class Scheduler;
class Job;

/// Jobs that wait, by when they go on.
using Timers = std::multimap<TimePoint, Job*>;

/// A call that a scheduler runs, and who waits for its result.
class Job {
public:
    /// The call must live as long as this.
    explicit Job(Operation& operation) noexcept : operation_(operation) {}
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    virtual ~Job() = default;

    /// The call has begun, and no longer waits for others.
    virtual void begun() {}
    /// The call has ended, and its result is there.
    virtual void ended() = 0;

private:
    friend class Scheduler;

    struct NoteStop {
        Scheduler* scheduler;
        void operator()() const noexcept;
    };

    Operation& operation_;
    std::size_t place_ = 0;                    // among the jobs that have begun
    http::Request request_{};                  // that it sends, or is ready to
    std::optional<Timers::iterator> timer_{};  // while it waits
    bool is_ready_ = false;                    // to send
    std::optional<std::stop_callback<NoteStop>> stop_{};
};

}  // namespace USAGEKIT_NAMESPACE::call
