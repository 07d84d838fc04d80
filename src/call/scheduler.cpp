#include "call/scheduler.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "call/driver.hpp"
#include "call/engine.hpp"
#include "call/service.hpp"
#include "core/cancelled.hpp"
#include "http/failed.hpp"
#include "http/url.hpp"

namespace USAGEKIT_NAMESPACE::call {

using std::chrono::milliseconds;

namespace {

/// When the time of a call has passed.
TimePoint end_of(const Operation& operation) {
    constexpr std::chrono::hours most{24};  // so that nothing overflows
    const auto now = operation.clock().now();
    return now + std::min<milliseconds>(operation.time_left(now), most);
}

Error no_room() {
    return {.kind = ErrorKind::timeout,
            .message = "there was no room to send the request",
            .advice = "try again, or raise BatchOptions::max_in_flight or per_host",
            .is_transient = true};
}

}  // namespace

void Job::NoteStop::operator()() const noexcept { scheduler->note_stop(); }

Scheduler::Scheduler(http::Transport& home, const SchedulerLimits& limits)
    : limits_{.in_all = std::max<std::size_t>(limits.in_all, 1), .per_host = std::max<std::size_t>(limits.per_host, 1)},
      multiplexer_(std::in_place, home) {}

void Scheduler::add(std::unique_ptr<Job> job) {
    const auto& stop = job->operation_.stop();
    if (stop.stop_possible()) job->stop_.emplace(stop, Job::NoteStop{this});
    waiting_.push_back(std::move(job));
}

void Scheduler::step() {
    if (has_stops_.exchange(false)) end_stopped();
    resume_due();
    send_ready();
    begin_waiting();
    if (!is_idle()) wait_for_more();
    resume_answered();
}

void Scheduler::sleep() { static_cast<void>(multiplexer_->wait(std::chrono::hours{1})); }

void Scheduler::stop_all() {
    is_stopping_ = true;
    if (multiplexer_) multiplexer_->stop_all();
    resume_answered();
    resume_with(given_up_);
    end_stopped();
}

void Scheduler::let_go() {
    is_stopping_ = true;
    multiplexer_->stop_all();
    given_up_.swap(multiplexer_->finished());
    const std::lock_guard lock(multiplexer_mutex_);
    multiplexer_.reset();
}

void Scheduler::wake() noexcept {
    alarm_.ring();
    const std::lock_guard lock(multiplexer_mutex_);
    if (multiplexer_) multiplexer_->wake();
}

void Scheduler::note_stop() noexcept {
    if (!has_stops_.exchange(true)) wake();
}

// Beginning and ending

void Scheduler::begin_waiting() {
    next_begin_.reset();
    std::vector<const Service*> blocked;  // whose calls need not be looked at one by one
    for (std::size_t i = 0; i < waiting_.size() && (has_room() || is_stopping_);) {
        const auto* const service = waiting_[i]->operation_.service();
        const bool is_blocked = std::find(blocked.begin(), blocked.end(), service) != blocked.end();
        if (is_blocked || !may_begin(*waiting_[i])) {
            if (!is_blocked) blocked.push_back(service);
            ++i;
            continue;
        }
        auto job = std::move(waiting_[i]);
        waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(i));
        begin(std::move(job));
        send_ready();  // now, so that the next one sees how much room is left
    }
}

bool Scheduler::may_begin(Job& job) {
    if (is_stopped(job)) return true;
    auto& operation = job.operation_;
    const auto time = operation.earliest_begin();
    if (time > operation.clock().now()) {
        note(next_begin_, {&operation.clock(), time});
        return false;
    }
    return has_room_at(operation.url());
}

void Scheduler::begin(std::unique_ptr<Job> job) {
    auto& begun = *job;
    begun.place_ = begun_.size();
    begun_.push_back(std::move(job));
    begun.operation_.run_beside_others();
    begun.begun();
    resume(begun, Started{});
}

void Scheduler::finish(Job& job) {
    job.stop_.reset();
    auto& last = begun_.back();
    last->place_ = job.place_;
    std::swap(begun_[job.place_], last);
    const auto ended = std::move(begun_.back());
    begun_.pop_back();
    ended->ended();
}

bool Scheduler::is_stopped(const Job& job) const { return is_stopping_ || job.operation_.stop().stop_requested(); }

/// Those that do not send: what is sent has been given the stop, too.
void Scheduler::end_stopped() {
    for (std::size_t i = begun_.size(); i-- > 0;) {
        if (i >= begun_.size()) continue;  // several may have ended
        auto& job = *begun_[i];
        if (!is_stopped(job) || (!job.timer_ && !job.is_ready_)) continue;
        stop(job);
    }
    for (std::size_t i = 0; i < waiting_.size();) {
        if (!is_stopped(*waiting_[i])) {
            ++i;
            continue;
        }
        auto job = std::move(waiting_[i]);
        waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(i));
        begin(std::move(job));
    }
}

// What a call wants

void Scheduler::resume(Job& job, Event&& event) {
    auto& operation = job.operation_;
    for (;;) {
        auto action = operation.resume(std::move(event), operation.clock().now());
        if (!std::holds_alternative<Authorize>(action)) return perform(job, std::move(action));
        if (is_stopping_) {
            event = Stopped{};
        } else {
            authorize(std::get<Authorize>(action), operation.stop(), event);
        }
    }
}

void Scheduler::perform(Job& job, Action&& action) {
    if (std::holds_alternative<Finish>(action)) return finish(job);
    if (auto* send = std::get_if<Send>(&action)) {
        job.request_ = std::move(send->request);
        job.is_ready_ = true;
        ready_.push_back(&job);
    } else {
        set_timer(job, std::get<Wait>(action).until);
    }
    if (is_stopped(job)) stop(job);
}

void Scheduler::stop(Job& job) { end_wait(job, Stopped{}, &cancelled); }

/// Of a job that waits for a time, or until there is room for its request.
void Scheduler::end_wait(Job& job, Event&& event, Error (*why_not_sent)()) {
    clear_timer(job);
    if (!std::exchange(job.is_ready_, false)) return resume(job, std::move(event));
    ready_.erase(std::find(ready_.begin(), ready_.end(), &job));
    resume(job, Exchanged{http::failed(why_not_sent())});
}

// Requests

void Scheduler::send_ready() {
    for (std::size_t i = 0; i < ready_.size() && has_room();) {
        auto& job = *ready_[i];
        if (!has_room_at(job.request_.url)) {
            ++i;
            continue;
        }
        ready_.erase(ready_.begin() + static_cast<std::ptrdiff_t>(i));
        send(job);
    }
    for (auto* const job : ready_) {
        if (!job->timer_) set_timer(*job, end_of(job->operation_));
    }
}

void Scheduler::send(Job& job) {
    job.is_ready_ = false;
    if (job.timer_) {  // it had to wait for room
        clear_timer(job);
        const auto left = job.operation_.time_left(job.operation_.clock().now());
        job.request_.timeout = std::clamp(left, milliseconds{1}, job.request_.timeout);
    }
    ++under_way_;
    count(job.request_.url, 1);
    multiplexer_->start(job.operation_.engine().transport(), job.request_, &job);
}

void Scheduler::resume_answered() {
    if (!multiplexer_) return;
    finished_.swap(multiplexer_->finished());
    resume_with(finished_);
}

void Scheduler::resume_with(std::vector<http::Finished>& finished) {
    for (auto& [tag, exchange] : finished) {
        auto& job = *static_cast<Job*>(tag);
        --under_way_;
        count(job.request_.url, -1);
        resume(job, Exchanged{std::move(exchange)});
    }
    finished.clear();
}

bool Scheduler::has_room_at(std::string_view url) const {
    if (limits_.per_host >= limits_.in_all) return true;
    const auto found = hosts_.find(http::before_path(url));
    return found == hosts_.end() || found->second < limits_.per_host;
}

void Scheduler::count(std::string_view url, int change) {
    if (limits_.per_host >= limits_.in_all) return;
    const auto host = http::before_path(url);
    auto found = hosts_.find(host);
    if (found == hosts_.end()) found = hosts_.emplace(host, 0).first;
    found->second += static_cast<std::size_t>(change);
}

// Time

void Scheduler::set_timer(Job& job, TimePoint time) {
    job.timer_ = timers_[&job.operation_.clock()].emplace(time, &job);
}

void Scheduler::clear_timer(Job& job) {
    if (!job.timer_) return;
    const auto clock = timers_.find(&job.operation_.clock());
    clock->second.erase(*std::exchange(job.timer_, std::nullopt));
    if (clock->second.empty()) timers_.erase(clock);  // the clock need not live any longer
}

void Scheduler::resume_due() {
    std::vector<Job*> due;
    for (const auto& [clock, timers] : timers_) {
        const auto now = clock->now();
        for (auto timer = timers.begin(); timer != timers.end() && timer->first <= now; ++timer) {
            due.push_back(timer->second);
        }
    }
    for (auto* job : due) end_wait(*job, Elapsed{}, &no_room);
}

void Scheduler::note(std::optional<Appointment>& earliest, Appointment other) {
    if (!earliest || other.left() < earliest->left()) earliest = other;
}

std::optional<Scheduler::Appointment> Scheduler::next_appointment() const {
    auto earliest = next_begin_;
    for (const auto& [clock, timers] : timers_) note(earliest, {clock, timers.begin()->first});
    return earliest;
}

void Scheduler::wait_for_more() {
    if (is_stopping_) return;
    if (std::exchange(is_hurried_, false)) {
        static_cast<void>(multiplexer_->wait(milliseconds{0}));
        return;
    }
    const auto next = next_appointment();
    if (next && under_way_ == 0) {
        const auto alarm = alarm_.next();
        if (!alarm.stop_requested()) next->clock->wait_until(next->time, alarm);
        return;
    }
    const auto time = next ? std::chrono::ceil<milliseconds>(next->left()) : std::chrono::hours{1};
    static_cast<void>(multiplexer_->wait(std::max(time, milliseconds{0})));
}

}  // namespace USAGEKIT_NAMESPACE::call
