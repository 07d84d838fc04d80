#include "http/sigpipe_guard.hpp"

#include <array>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

using usagekit::http::SigpipeGuard;

namespace {

/// What OpenSSL does to a connection that the peer has closed: a write that raises SIGPIPE in this thread.
void write_to_nobody() {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    close(ends[0]);
    CHECK(write(ends[1], "x", 1) == -1);
    close(ends[1]);
}

bool is_blocked() {
    sigset_t mask;
    pthread_sigmask(SIG_BLOCK, nullptr, &mask);
    return sigismember(&mask, SIGPIPE) == 1;
}

bool is_pending() {
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGPIPE) == 1;
}

/// How a child process ends that does this, with SIGPIPE as it is in a new process.
int status_of_child(const auto& action) {
    const auto child = fork();
    if (child == 0) {
        std::signal(SIGPIPE, SIG_DFL);
        action();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

}  // namespace

TEST_CASE("a write to a closed connection ends a process that does not guard itself, and not one that does") {
    const auto unguarded = status_of_child([] { write_to_nobody(); });
    CHECK(WIFSIGNALED(unguarded));
    CHECK(WTERMSIG(unguarded) == SIGPIPE);
    const auto not_needed = status_of_child([] {
        const SigpipeGuard guard(false);
        write_to_nobody();
    });
    CHECK(WIFSIGNALED(not_needed));
    const auto guarded = status_of_child([] {
        for (int i = 0; i < 2; ++i) {
            const SigpipeGuard guard(true);
            write_to_nobody();
            write_to_nobody();
        }
    });
    CHECK(WIFEXITED(guarded));
}

TEST_CASE("the thread's mask is as before again, and no signal of ours is left") {
    REQUIRE(!is_blocked());
    {
        const SigpipeGuard guard(true);
        CHECK(is_blocked());
        write_to_nobody();
        CHECK(is_pending());
    }
    CHECK(!is_blocked());
    CHECK(!is_pending());
}

TEST_CASE("a signal that the host program holds back is left to it") {
    const SigpipeGuard host(true);  // blocks it, as the program would
    write_to_nobody();
    {
        const SigpipeGuard guard(true);
        write_to_nobody();
    }
    CHECK(is_blocked());
    CHECK(is_pending());
}
