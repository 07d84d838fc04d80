// Many calls for the same small body, of which some are under way at any time.
#include "batch_bench.hpp"

#include <algorithm>

#include "batch/batch.hpp"
#include "measure.hpp"

namespace bench {

namespace {

/// About half a second of work.
std::int64_t calls_of(const Place& place, int in_flight) {
    const bool is_slow = place.name.ends_with("ms");
    return is_slow ? std::int64_t{50} * in_flight : 10'000;
}

/// Batches are made when they are run, so that only one holds its connections at a time.
template <class Make>
void add_batch(const std::string& name, std::int64_t calls, int in_flight, Make make) {
    add(name,
        [=](benchmark::State& state) {
            const Batch batch = make();
            if (!batch) return state.SkipWithError("this compiler cannot");
            batch(2 * in_flight);  // connections stand then
            measure(state, calls, [&] { batch(calls); });
        })
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
}

void add_batches(const Place& place, const Service& service, int in_flight) {
    const auto name =
        std::string("batch/").append(place.name).append("/").append(std::to_string(in_flight)).append("/");
    const auto calls = calls_of(place, in_flight);
    const auto peer = [&](const std::string& who, auto make, Decode decode) {
        add_batch(name + who, calls, in_flight, [=] { return make(place, service, in_flight, decode); });
    };
    add_batch(name + "usagekit", calls, in_flight, [=] { return usagekit_batch(place, in_flight); });
    add_batch(name + "usagekit_async", calls, in_flight, [=] { return usagekit_async_batch(place, in_flight); });
    add_batch(name + "usagekit_futures", calls, in_flight, [=] { return usagekit_futures_batch(place, in_flight); });
    peer("curl_multi_raw", curl_multi_batch, nullptr);
    peer("curl_multi_simdjson", curl_multi_batch, service.by_simdjson);
    peer("curl_threads_simdjson", curl_threads_batch, service.by_simdjson);
    if (!place.bundle.empty()) return;  // these do without TLS
    peer("curl_epoll_raw", curl_epoll_batch, nullptr);
    peer("beast_coroutines_simdjson", beast_coroutines_batch, service.by_simdjson);
}

/// How the time of a call changes with the number of calls in a batch.
void add_count(std::int64_t calls) {
    constexpr int in_flight = 64;
    const auto name = std::string("count/").append(std::to_string(calls)).append("/");
    const auto service = services(plain()).front();
    add_batch(name + "usagekit", calls, in_flight, [=] { return usagekit_batch(plain(), in_flight); });
    add_batch(name + "curl_multi_raw", calls, in_flight,
              [=] { return curl_multi_batch(plain(), service, in_flight, nullptr); });
}

}  // namespace

void add_batches() {
    for (const auto& place : {plain(), plain().slow()}) {
        for (const int in_flight : {1, 8, 64, 256}) add_batches(place, services(place).front(), in_flight);
    }
    for (const auto& place : {tls(), h2()}) add_batches(place, services(place).front(), 64);
    for (const std::int64_t calls : {100, 1'000, 10'000, 100'000}) add_count(calls);
}

}  // namespace bench
