// call_memory calls|batch|made NUMBER, or call_memory large: the memory that calls take, as JSON. A process of its own
// for each figure, since a heap never forgets how large it was.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/batch.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/wiremock/client.hpp>

#include "footprint.hpp"
#include "give_up.hpp"
#include "made_calls.hpp"
#include "place.hpp"

namespace {

using namespace bench;
using usagekit::wiremock::SubscriptionId;

template <class T>
void check(const usagekit::Result<T>& result) {
    if (result) return;
    std::ostringstream text;
    text << result.error();
    give_up(text.str());
}

/// One after the other.
void measure_calls(const usagekit::wiremock::Client& client, int number) {
    for (int call = 0; call < number; ++call) check(client.usage(SubscriptionId{"qmr8z"}).get());
    std::printf("{\"calls\": %d, \"peak\": %lld, \"live\": %lld}\n", number, static_cast<long long>(peak_bytes()),
                static_cast<long long>(live_bytes()));
}

using Calls = std::vector<usagekit::Call<usagekit::wiremock::Usage>>;

Calls calls(const usagekit::wiremock::Client& client, int number) {
    Calls made;
    made.reserve(static_cast<std::size_t>(number));
    for (int call = 0; call < number; ++call) made.push_back(client.usage(SubscriptionId{"qmr8z"}));
    return made;
}

/// At once, each made when it is come to. Beyond what the results take.
void measure_made(const usagekit::wiremock::Client& client, int number) {
    const auto made = [&](int count) {
        return usagekit::get_all(MadeCalls(count, [&](int) { return client.usage(SubscriptionId{"qmr8z"}); }),
                                 {.max_in_flight = 64});
    };
    for (const auto& result : made(256)) check(result);
    const auto before = live_bytes();
    const auto resident = resident_bytes();
    forget_peak();
    const auto results = made(number);
    const auto peak = peak_bytes();
    const auto of_results = live_bytes() - before;
    for (const auto& result : results) check(result);
    std::printf("{\"calls\": %d, \"peak\": %lld, \"a_result\": %lld, \"beyond\": %lld}\n", number,
                static_cast<long long>(peak), static_cast<long long>(of_results / number),
                static_cast<long long>(peak - resident - of_results));
}

/// At once. Beyond what the calls or the results take, whichever is more: calls end while results come.
void measure_batch(const usagekit::wiremock::Client& client, int number) {
    for (const auto& result : get_all(calls(client, 256), {.max_in_flight = 64})) check(result);
    const auto before = live_bytes();
    const auto resident = resident_bytes();
    auto made = calls(client, number);
    const auto of_calls = live_bytes() - before;
    forget_peak();
    const auto results = get_all(std::move(made), {.max_in_flight = 64});
    const auto peak = peak_bytes();
    made = Calls();
    const auto of_results = live_bytes() - before;
    for (const auto& result : results) check(result);
    std::printf("{\"calls\": %d, \"peak\": %lld, \"a_call\": %lld, \"a_result\": %lld, \"beyond\": %lld}\n", number,
                static_cast<long long>(peak), static_cast<long long>(of_calls / number),
                static_cast<long long>(of_results / number),
                static_cast<long long>(peak - resident - std::max(of_calls, of_results)));
}

void get_usage(const usagekit::meteroid::Client& client, const std::string& subscription) {
    check(client.subscription_usage({.subscription_id = usagekit::meteroid::SubscriptionId{subscription}}).get());
}

/// What stays when an answer of 5 MB has been used and thrown away.
void measure_large() {
    const usagekit::meteroid::Client client{usagekit::BearerToken{"a-token"}, {.base_url = plain().base_url}};
    get_usage(client, "sub_1kB");
    const auto before = live_bytes();
    const auto resident = resident_bytes();
    get_usage(client, "sub_5MB");
    const auto peak = peak_bytes();
    const auto kept = live_bytes() - before;
    malloc_trim(0);
    std::printf("{\"peak\": %lld, \"kept\": %lld, \"resident\": %lld}\n", static_cast<long long>(peak - resident),
                static_cast<long long>(kept), static_cast<long long>(resident_bytes() - resident));
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc > 1 ? argv[1] : "";
    const int number = argc > 2 ? std::atoi(argv[2]) : 1;
    const usagekit::wiremock::Client client{usagekit::ApiToken{"a-token"}, {.base_url = plain().base_url}};
    if (what == "calls") return measure_calls(client, number), 0;
    if (what == "batch") return measure_batch(client, number), 0;
    if (what == "made") return measure_made(client, number), 0;
    if (what == "large") return measure_large(), 0;
    std::fputs("call_memory calls|batch|made NUMBER, or call_memory large\n", stderr);
    return 2;
}
