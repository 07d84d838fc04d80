// What the size of a body costs.
#include "transfer_bench.hpp"

#include <memory>
#include <utility>

#include "measure.hpp"
#include "peers/curl_easy.hpp"
#include "peers/peer.hpp"
#include "service.hpp"

namespace bench {

namespace {

void fetch(usagekit::http::Transport& transport, const usagekit::http::Request& request) {
    const auto exchange = transport.send(request);
    if (!exchange.answer || exchange.answer.value().status != 200) give_up("the transport gave no answer");
    benchmark::DoNotOptimize(exchange);
}

/// Against what libcurl does by default: a buffer of 16 kB, and a string that grows.
void add_transfer(const Place& place) {
    const auto name = std::string("transfer/").append(place.name).append("/5MB/");
    const auto request = services(place).back().request;
    const auto transport =
        std::make_shared<usagekit::http::CurlTransport>(usagekit::http::ConnectionOptions{.tls = place.tls()});
    add(name + "usagekit", [=](benchmark::State& state) { measure_call(state, [&] { fetch(*transport, request); }); });
    const auto easy = std::make_shared<CurlEasy>(place, request);
    add(name + "curl_raw", [=](benchmark::State& state) {
        measure_call(state, [&] {
            easy->forget();
            easy->perform();
        });
    });
}

void add_growth(int kilobytes) {
    const auto name = std::string("growth/").append(std::to_string(kilobytes)).append("kB/");
    const auto service = meteroid_service(plain(), kilobytes);
    const auto measured = [&](const std::string& who, Send send) {
        add(name + who, [send = std::move(send)](benchmark::State& state) { measure_call(state, send); });
    };
    measured("usagekit", service.get);
    measured("curl_simdjson", curl_call(plain(), service, service.by_simdjson));
}

}  // namespace

void add_transfers() {
    add_transfer(plain());
    add_transfer(tls());
    for (const int kilobytes : {1, 10, 100, 1000, 10'000}) add_growth(kilobytes);
}

}  // namespace bench
