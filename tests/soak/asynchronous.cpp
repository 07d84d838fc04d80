#include <deque>
#include <future>
#include <utility>

#include "modes.hpp"

namespace {

// together more than are under way at once, so that some wait for room
constexpr int chains = 192;
constexpr std::size_t futures = 128;

/// Makes a call, and another one whenever one has ended. The handlers may outlive all but the run.
void make_chain(Run& run) {
    const auto number = run.next();
    if (!number) return;
    run.call(*number).then([&run, number = *number](OrganisationResult result) {
        run.take(number, result);
        make_chain(run);
    });
}

/// Keeps some futures, and takes the oldest.
void make_futures(Run& run) {
    std::deque<std::pair<std::size_t, std::future<OrganisationResult>>> waiting;
    const auto take_oldest = [&] {
        auto [number, future] = std::move(waiting.front());
        waiting.pop_front();
        run.take(number, future.get());
    };
    while (const auto number = run.next()) {
        waiting.emplace_back(*number, run.call(*number).async());
        if (waiting.size() == futures) take_oldest();
    }
    while (!waiting.empty()) take_oldest();
}

}  // namespace

void make_asynchronous_calls(Run& run) {
    for (int i = 0; i < chains; ++i) make_chain(run);
    make_futures(run);
    run.wait();
}
