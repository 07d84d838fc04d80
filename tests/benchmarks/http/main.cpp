#include <benchmark/benchmark.h>

#include "batch_bench.hpp"
#include "call_bench.hpp"
#include "cold_bench.hpp"
#include "transfer_bench.hpp"

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    bench::add_calls();
    bench::add_batches();
    bench::add_cold_batches();
    bench::add_transfers();
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
