#pragma once

#include <benchmark/benchmark.h>
#include <cstdint>
#include <string>

#include "allocations.hpp"
#include "give_up.hpp"

namespace bench {

/// Repeats `work`, which does `calls` calls each time.
template <class Work>
void measure(benchmark::State& state, std::int64_t calls, Work&& work) {
    const auto before = allocations();
    for (auto _ : state) work();
    const auto allocated = static_cast<double>(allocations() - before);
    const auto count = static_cast<double>(state.iterations() * calls);
    state.SetItemsProcessed(state.iterations() * calls);
    state.counters["allocations_per_call"] = allocated / count;
}

/// The same for one call, after one that is not counted: the connection stands then.
template <class Work>
void measure_call(benchmark::State& state, Work&& work) {
    work();
    measure(state, 1, work);
}

/// Registers a benchmark that measures wall time and the CPU time of all threads of this process.
template <class Function>
benchmark::internal::Benchmark* add(const std::string& name, Function&& function) {
    return benchmark::RegisterBenchmark(name.c_str(), std::forward<Function>(function))
        ->UseRealTime()
        ->MeasureProcessCPUTime();
}

}  // namespace bench
