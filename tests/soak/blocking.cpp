#include <thread>
#include <vector>

#include "modes.hpp"

void make_blocking_calls(Run& run) {
    std::vector<std::jthread> threads;
    for (int i = 0; i < blocking_threads; ++i) {
        threads.emplace_back([&] {
            while (const auto number = run.next()) run.take(*number, run.call(*number).get());
        });
    }
}
