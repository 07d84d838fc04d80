#include <atomic>
#include <cstddef>
#include <deque>
#include <future>
#include <sstream>
#include <thread>
#include <utility>

#include <usagekit/batch.hpp>
#include <usagekit/wiremock/client.hpp>

#include "batch/batch.hpp"
#include "made_calls.hpp"
#include "measure.hpp"

namespace bench {

namespace {

using namespace usagekit;

wiremock::Client client_of(const Place& place) {
    return wiremock::Client{ApiToken{"a-token-of-32-characters-or-so-x"},
                            {.base_url = place.base_url, .tls = place.tls()}};
}

void check(const Result<wiremock::Usage>& result) {
    if (result) return;
    std::ostringstream text;
    text << "usagekit: " << result.error();
    give_up(text.str());
}

/// Each call is made when it is come to.
void get(const wiremock::Client& client, std::int64_t number, std::size_t in_flight) {
    const MadeCalls calls(static_cast<int>(number),
                          [&](int) { return client.usage(wiremock::SubscriptionId{"qmr8z"}); });
    for (const auto& result : get_all(calls, {.max_in_flight = in_flight, .per_host = in_flight})) check(result);
}

/// The oldest call is waited for before the next is made.
void get_by_futures(const wiremock::Client& client, std::int64_t number, std::size_t in_flight) {
    std::deque<std::future<Result<wiremock::Usage>>> futures;
    for (; number > 0 || !futures.empty(); --number) {
        if (number > 0) futures.push_back(client.usage(wiremock::SubscriptionId{"qmr8z"}).async());
        if (number > 0 && futures.size() < in_flight) continue;
        check(futures.front().get());
        futures.pop_front();
    }
}

/// Each handler starts the next call.
class Chain {
public:
    Chain(wiremock::Client client, std::int64_t calls) : client_(std::move(client)), left_(calls), missing_(calls) {}

    void run(int in_flight) {
        for (int number = 0; number < in_flight; ++number) start_one();
        for (auto missing = missing_.load(); missing > 0; missing = missing_.load()) missing_.wait(missing);
    }

private:
    void start_one() {
        if (left_-- <= 0) return;
        client_.usage(wiremock::SubscriptionId{"qmr8z"}).then([this](const Result<wiremock::Usage>& result) {
            check(result);
            start_one();
            if (--missing_ == 0) missing_.notify_one();
        });
    }

    wiremock::Client client_;
    std::atomic<std::int64_t> left_;
    std::atomic<std::int64_t> missing_;
};

}  // namespace

Batch usagekit_batch(const Place& place, int in_flight) {
    return [client = client_of(place), in_flight](std::int64_t calls) {
        get(client, calls, static_cast<std::size_t>(in_flight));
    };
}

Batch usagekit_futures_batch(const Place& place, int in_flight) {
    return [client = client_of(place), in_flight](std::int64_t calls) {
        get_by_futures(client, calls, static_cast<std::size_t>(in_flight));
    };
}

Batch usagekit_async_batch(const Place& place, int in_flight) {
    return [client = client_of(place), in_flight](std::int64_t calls) { Chain(client, calls).run(in_flight); };
}

}  // namespace bench
