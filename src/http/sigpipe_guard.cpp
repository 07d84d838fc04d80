#include "http/sigpipe_guard.hpp"

#include <cerrno>
#include <ctime>

namespace USAGEKIT_NAMESPACE::http {

namespace {

sigset_t only_sigpipe() noexcept {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    return set;
}

bool is_pending() noexcept {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    return sigismember(&pending, SIGPIPE) == 1;
}

}  // namespace

SigpipeGuard::SigpipeGuard(bool is_needed) noexcept {
    if (!is_needed || is_pending()) return;  // a pending one is blocked already, and no second one can come
    const auto sigpipe = only_sigpipe();
    is_active_ = pthread_sigmask(SIG_BLOCK, &sigpipe, &mask_before_) == 0;
}

SigpipeGuard::~SigpipeGuard() {
    if (!is_active_) return;
    if (is_pending()) {
        const auto sigpipe = only_sigpipe();
        const timespec no_time{};
        while (sigtimedwait(&sigpipe, nullptr, &no_time) == -1 && errno == EINTR) {
        }
    }
    pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
}

}  // namespace USAGEKIT_NAMESPACE::http
