#include "call/worker.hpp"

#include <csignal>
#include <pthread.h>
#include <utility>

namespace USAGEKIT_NAMESPACE::call {

namespace {

/// While it stands, threads that are started here leave all signals but those of their own faults to the
/// threads of the host program.
class SignalsBlocked {
public:
    SignalsBlocked() noexcept {
        sigset_t all;
        sigfillset(&all);
        for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT}) sigdelset(&all, fault);  // its own
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

}  // namespace

Worker::Worker(http::Transport& transport) : state_(std::make_shared<State>(transport)) {
    const SignalsBlocked blocked;
    thread_ = std::thread(&Worker::work, state_);
}

Worker::~Worker() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->is_closing = true;
    }
    if (is_this_thread()) {
        state_->scheduler.let_go();
        thread_.detach();
    } else {
        state_->scheduler.wake();
        thread_.join();
    }
}

void Worker::post(std::unique_ptr<Job> job) {
    const std::lock_guard lock(state_->mutex);
    const bool is_first = state_->posted.empty();
    state_->posted.push_back(std::move(job));
    if (is_this_thread()) {
        state_->scheduler.hurry();
    } else if (is_first) {
        state_->scheduler.wake();
    }
}

void Worker::work(const std::shared_ptr<State>& state) {
    auto& scheduler = state->scheduler;
    while (take_posted(*state)) {
        if (scheduler.is_idle()) {
            scheduler.sleep();
        } else {
            scheduler.step();
        }
    }
    scheduler.stop_all();
}

bool Worker::take_posted(State& state) {
    std::vector<std::unique_ptr<Job>> posted;
    const std::lock_guard lock(state.mutex);
    posted.swap(state.posted);
    for (auto& job : posted) state.scheduler.add(std::move(job));
    return !state.is_closing;
}

}  // namespace USAGEKIT_NAMESPACE::call
