#include "http/process_local.hpp"

#include <array>
#include <mutex>
#include <optional>
#include <sys/wait.h>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

using usagekit::http::ProcessLocal;

namespace {

struct Guarded {
    std::mutex mutex{};
    int* destroyed = nullptr;

    explicit Guarded(int* counter = nullptr) : destroyed(counter) {}
    Guarded(const Guarded&) = delete;
    Guarded& operator=(const Guarded&) = delete;
    ~Guarded() {
        if (destroyed != nullptr) ++*destroyed;
    }
};

std::unique_ptr<Guarded> make() { return std::make_unique<Guarded>(); }

/// The exit status of a child process that does this.
int in_child(const auto& action) {
    const auto child = fork();
    if (child == 0) _exit(action());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a process has one object, also for several threads") {
    ProcessLocal<Guarded> local(make());
    auto* const object = &local.get(make);
    std::array<Guarded*, 8> seen{};
    {
        std::vector<std::jthread> threads;
        for (auto& one : seen) threads.emplace_back([&] { one = &local.get(make); });
    }
    for (auto* one : seen) CHECK(one == object);
}

TEST_CASE("a child has an object of its own, even when a thread of its parent held a lock") {
    ProcessLocal<Guarded> local(make());
    auto& inherited = local.get(make);
    const std::lock_guard held(inherited.mutex);
    CHECK(in_child([&] {
              auto& own = local.get(make);
              const std::lock_guard free(own.mutex);
              return &own != &inherited && &local.get(make) == &own ? 7 : 1;
          })
          == 7);
    CHECK(&local.get(make) == &inherited);
}

TEST_CASE("a child destroys only what is its own") {
    int destroyed = 0;
    std::optional<ProcessLocal<Guarded>> local(std::in_place, std::make_unique<Guarded>(&destroyed));
    CHECK(in_child([&] {
              local.reset();
              return destroyed;
          })
          == 0);
    CHECK(in_child([&] {
              (void)local->get([&] { return std::make_unique<Guarded>(&destroyed); });
              local.reset();
              return destroyed;
          })
          == 1);
    local.reset();
    CHECK(destroyed == 1);
}
