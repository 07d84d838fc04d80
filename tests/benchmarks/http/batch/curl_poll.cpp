#include <memory>

#include "batch/curl_multi.hpp"
#include "measure.hpp"

namespace bench {

namespace {

void run(CurlMulti& multi, std::int64_t calls) {
    multi.start(calls);
    while (multi.is_busy()) {
        int running = 0;
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK) give_up("curl_multi_perform");
        multi.take_finished();
        if (running > 0 && curl_multi_poll(multi.get(), nullptr, 0, 1000, nullptr) != CURLM_OK)
            give_up("curl_multi_poll");
    }
}

}  // namespace

Batch curl_multi_batch(const Place& place, const Service& service, int in_flight, Decode decode) {
    return [multi = std::make_shared<CurlMulti>(place, service, in_flight, decode)](std::int64_t calls) {
        run(*multi, calls);
    };
}

}  // namespace bench
