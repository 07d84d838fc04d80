// One blocking call with a typed result at its end, by usagekit and by its peers.
#include "call_bench.hpp"

#include "measure.hpp"
#include "peers/peer.hpp"
#include "service.hpp"

namespace bench {

namespace {

void add_call(const std::string& name, const Send& send) {
    add(name, [send](benchmark::State& state) { measure_call(state, send); });
}

void add_calls(const Place& place, const Service& service) {
    const auto name = std::string("call/").append(place.name).append("/").append(service.name).append("/");
    add_call(name + "usagekit", service.get);
    add_call(name + "curl_simdjson", curl_call(place, service, service.by_simdjson));
    add_call(name + "curl_nlohmann", curl_call(place, service, service.by_nlohmann));
    add_call(name + "httplib_nlohmann", httplib_call(place, service, service.by_nlohmann));
    add_call(name + "beast_nlohmann", beast_call(place, service, service.by_nlohmann));
    add_call(name + "beast_simdjson", beast_call(place, service, service.by_simdjson));
}

}  // namespace

void add_calls() {
    for (const auto& place : {plain(), tls()}) {
        for (const auto& service : services(place)) add_calls(place, service);
    }
}

}  // namespace bench
