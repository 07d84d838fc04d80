#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/clock.hpp>

#include "call/alarm.hpp"
#include "call/job.hpp"
#include "http/multiplexer.hpp"

namespace USAGEKIT_NAMESPACE::call {

/// How many requests are under way at the same time.
struct SchedulerLimits {
    std::size_t in_all;
    std::size_t per_host;  ///< To the same scheme, host and port.
};

/// Runs many calls at once on one thread: sends what they want sent as soon as there is room, and resumes each when its
/// answer or its time has come. A call that has begun goes before one that has not. All members but `wake` and
/// `note_stop` are for one thread.
class Scheduler {
public:
    /// Uses the connections of this transport, which must outlive it.
    Scheduler(http::Transport& home, const SchedulerLimits& limits);
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;
    /// All jobs must have ended.
    ~Scheduler() = default;

    /// Takes a job, which begins when there is room and its client's rate limit has a turn for it.
    void add(std::unique_ptr<Job> job);

    /// Is there no job?
    [[nodiscard]] bool is_idle() const noexcept { return waiting_.empty() && begun_.empty(); }

    /// Does what can be done, and waits until there is more to do, or `wake` is called.
    void step();

    /// Waits until `wake` is called, when there is no job.
    void sleep();

    /// Ends all jobs, and those that are still to come, as `cancelled`.
    void stop_all();

    /// Lets go of all transports, which may not live any longer: no job sends anything more. To be followed by
    /// `stop_all`; this may be called while that runs, or `step`.
    void let_go();

    /// Ends the present or the next `step`, from any thread.
    void wake() noexcept;

    /// The next `step` does not wait: on its own thread.
    void hurry() noexcept { is_hurried_ = true; }

    /// A stop of one of the calls was requested, from any thread.
    void note_stop() noexcept;

private:
    // Beginning and ending
    void begin_waiting();
    [[nodiscard]] bool may_begin(Job& job);
    void begin(std::unique_ptr<Job> job);
    void finish(Job& job);
    void end_stopped();

    // What a call wants
    void resume(Job& job, Event&& event);
    void perform(Job& job, Action&& action);
    [[nodiscard]] bool is_stopped(const Job& job) const;
    void stop(Job& job);
    void end_wait(Job& job, Event&& event, Error (*why_not_sent)());

    // Requests
    void send_ready();
    void send(Job& job);
    void resume_answered();
    void resume_with(std::vector<http::Finished>& finished);
    /// What has finished is heard first: it may be a reason to send no more.
    [[nodiscard]] bool has_room() const noexcept {
        return !is_stopping_ && under_way_ < limits_.in_all && multiplexer_->finished().empty();
    }
    [[nodiscard]] bool has_room_at(std::string_view url) const;
    void count(std::string_view url, int change);

    // Time
    void set_timer(Job& job, TimePoint time);
    void clear_timer(Job& job);
    void resume_due();
    void wait_for_more();
    /// Something at a time of a clock.
    struct Appointment {
        Clock* clock;
        TimePoint time;
        [[nodiscard]] TimePoint::duration left() const { return time - clock->now(); }
    };
    static void note(std::optional<Appointment>& earliest, Appointment other);
    [[nodiscard]] std::optional<Appointment> next_appointment() const;

    SchedulerLimits limits_;
    std::optional<http::Multiplexer> multiplexer_;
    std::mutex multiplexer_mutex_{};       // between who wakes it and who lets go of it
    std::atomic<bool> has_stops_ = false;  // these before the jobs, whose stops ring
    Alarm alarm_{};
    std::deque<std::unique_ptr<Job>> waiting_{};  // not begun
    std::optional<Appointment> next_begin_{};     // of one that only waits for its turn
    std::vector<std::unique_ptr<Job>> begun_{};
    std::deque<Job*> ready_{};                                 // with a request to be sent
    std::size_t under_way_ = 0;                                // requests that were sent
    std::map<std::string, std::size_t, std::less<>> hosts_{};  // of them, when there is a limit for each host
    std::map<Clock*, Timers> timers_{};
    std::vector<http::Finished> finished_{};  // of the multiplexer, while they are gone through
    std::vector<http::Finished> given_up_{};  // when the transports were let go of
    bool is_stopping_ = false;
    bool is_hurried_ = false;
};

}  // namespace USAGEKIT_NAMESPACE::call
