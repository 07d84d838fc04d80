#include "interruption.hpp"

#include <pthread.h>
#include <unistd.h>

#include "exit_codes.hpp"

namespace tool {

namespace {

/// Wakes the waiting thread when all is over. Nobody else sends it.
constexpr int wake_up = SIGUSR2;

bool is_ignored(int signal) {
    struct sigaction action {};
    return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

Interruption::Interruption() {
    sigemptyset(&signals_);
    sigaddset(&signals_, wake_up);
    for (const int signal : {SIGINT, SIGTERM}) {
        if (!is_ignored(signal)) sigaddset(&signals_, signal);
    }
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    waiter_ = std::thread([this] { wait_for_signals(); });
}

Interruption::~Interruption() {
    is_over_ = true;
    pthread_kill(waiter_.native_handle(), wake_up);
    waiter_.join();
}

void Interruption::wait_for_signals() {
    for (;;) {
        int signal = 0;
        if (sigwait(&signals_, &signal) != 0) continue;
        if (is_over_) return;
        if (signal == wake_up) continue;
        if (!source_.request_stop()) _exit(exit_codes::interrupted);  // it is the second one
    }
}

}  // namespace tool
