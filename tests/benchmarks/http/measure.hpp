#pragma once

#include <benchmark/benchmark.h>
#include <cstdint>
#include <string>

#include "allocations.hpp"
#include "give_up.hpp"

namespace bench {

/// Repeats `work`, which does `calls` calls each time, after one time that is not counted: connections stand then.
template <class Work>
void measure(benchmark::State& state, std::int64_t calls, Work&& work) {
    work();
    const auto before = allocations();
    for (auto _ : state) work();
    const auto allocated = static_cast<double>(allocations() - before);
    const auto count = static_cast<double>(state.iterations() * calls);
    state.SetItemsProcessed(state.iterations() * calls);
    state.counters["allocations_per_call"] = allocated / count;
}

/// Registers a benchmark that measures wall time and the CPU time of all threads of this process.
template <class Function>
benchmark::internal::Benchmark* add(const std::string& name, Function&& function) {
    return benchmark::RegisterBenchmark(name.c_str(), std::forward<Function>(function))
        ->UseRealTime()
        ->MeasureProcessCPUTime();
}

}  // namespace bench
