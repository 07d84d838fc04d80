// The first calls of a program, which must read the system's authorities and make connections.
#include "cold_bench.hpp"

#include "batch/batch.hpp"
#include "measure.hpp"
#include "peers/curl_easy.hpp"

namespace bench {

namespace {

constexpr std::int64_t calls = 64;

/// A batch at a time, of which each is the first.
template <class Make>
void add_first_batch(const std::string& name, Make make) {
    add(name, [make](benchmark::State& state) { measure(state, calls, [&] { make()(calls); }); })
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
}

/// What somebody does who has read no more than libcurl's first example.
Batch new_handles(const Place& place, const Service& service) {
    return [place, service](std::int64_t number) {
        for (std::int64_t index = 0; index < number; ++index) {
            CurlEasy easy(place, service.request);
            easy.perform();
            if (!service.by_simdjson(easy.body())) give_up("curl: the answer could not be decoded");
        }
    };
}

void add_cold_batches(const Place& place) {
    const auto name = std::string("cold/").append(place.name).append("/");
    const auto service = services(place).front();
    add_first_batch(name + "new_handles", [=] { return new_handles(place, service); });
    add_first_batch(name + "curl_multi_raw", [=] { return curl_multi_batch(place, service, calls, nullptr); });
    add_first_batch(name + "usagekit", [=] { return usagekit_batch(place, calls); });
}

}  // namespace

void add_cold_batches() {
    add_cold_batches(tls());
    add_cold_batches(h2());
}

}  // namespace bench
