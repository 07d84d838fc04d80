// Calls by cpprestsdk, as those in http/call_bench.cpp. In a program of its own: Debian's cpprestsdk holds Boost.Asio
// as an older C++ compiles it, and falls over when the same program has Boost.Beast's as C++20 does.
#include "measure.hpp"
#include "peers/peer.hpp"
#include "service.hpp"

namespace {

using namespace bench;

void add_calls(const Place& place) {
    for (const auto& service : services(place)) {
        const auto name = std::string("call/").append(place.name).append("/").append(service.name);
        add(name + "/cpprest_nlohmann", [send = cpprest_call(place, service, service.by_nlohmann)](
                                            benchmark::State& state) { measure_call(state, send); });
    }
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    for (const auto& place : {plain(), tls()}) add_calls(place);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
