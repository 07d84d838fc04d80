// Many calls on many threads against a service that misbehaves at random: every result must be the one that its fault
// calls for, and afterwards no memory, descriptor or thread may be left.
//
// usage: soak [CALLS [THREADS [SEED]]]
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>
#include <unistd.h>
#include <vector>

#include <usagekit/wiremock/client.hpp>

#include "faulty_service.hpp"
#include "sanitizers.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

constexpr auto token = "s0ak-token";

/// What the process holds.
struct Footprint {
    double megabytes = 0;
    std::ptrdiff_t descriptors = 0;
    std::ptrdiff_t threads = 0;
};

std::ptrdiff_t entries(const char* folder) {
    return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

Footprint footprint() {
    std::ifstream statm("/proc/self/statm");
    long pages = 0;
    statm >> pages >> pages;  // the second figure is what is resident
    return {.megabytes = static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6,
            .descriptors = entries("/proc/self/fd") - 1,  // one reads the folder
            .threads = entries("/proc/self/task")};
}

void print(const char* when, const Footprint& is) {
    std::printf("%-28s %6.1f MB resident, %3td descriptors, %2td threads\n", when, is.megabytes, is.descriptors,
                is.threads);
}

/// A fault for each share, to draw from.
std::vector<std::size_t> lots() {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < faults.size(); ++i) all.insert(all.end(), static_cast<std::size_t>(faults[i].share), i);
    return all;
}

/// Is the result what the fault calls for? An error must be whole: kind, message, advice, and no token.
bool is_right(const Result<wiremock::Organisation>& result, const Fault& fault, const std::string& id) {
    if (result) return fault.succeeds && result.value().id.str().ends_with(id);
    const auto& error = result.error();
    const auto line = to_string(error);
    return !fault.succeeds && error.kind == fault.kind && !error.message.empty() && !error.advice.empty()
           && line.find(token) == std::string::npos && line.find('\n') == std::string::npos;
}

/// One thread's calls, and what came of them.
class Caller {
public:
    Caller(const wiremock::Client& client, int number, unsigned seed)
        : client_(client), prefix_(std::to_string(number) + "-"), random_(seed + static_cast<unsigned>(number)) {}

    void make(int calls) {
        static const auto all = lots();
        for (int i = 0; i < calls; ++i) make(faults[all[random_() % all.size()]]);
    }

    int wrong = 0;
    int requests = 0;

private:
    void make(const Fault& fault) {
        const auto id = std::string(fault.name) + "-" + prefix_ + std::to_string(++count_);
        CallInfo info;
        std::stop_source stop;
        const auto call = [&] {
            return client_.organisation(wiremock::OrganisationId{id}, {.stop = stop.get_token(), .info = &info}).get();
        };
        const std::jthread stopper = fault.name == "stopped" ? std::jthread([&] {
            std::this_thread::sleep_for(1ms);
            stop.request_stop();
        })
                                                             : std::jthread();
        const auto result = call();
        requests += info.requests;
        if (is_right(result, fault, id)) return;
        ++wrong;
        std::printf("%s: %s\n", id.c_str(), result ? "succeeded" : to_string(result.error()).c_str());
    }

    const wiremock::Client& client_;
    std::string prefix_;
    std::mt19937 random_;
    int count_ = 0;
};

/// The sums over all threads.
struct Tally {
    int wrong = 0;
    int requests = 0;
};

Tally run(const wiremock::Client& client, int calls, int threads, unsigned seed) {
    std::vector<Caller> callers;
    for (int i = 0; i < threads; ++i) callers.emplace_back(client, i, seed);
    {
        std::vector<std::jthread> running;
        for (auto& caller : callers) running.emplace_back([&] { caller.make(calls / threads); });
    }
    Tally sum;
    for (const auto& caller : callers) {
        sum.wrong += caller.wrong;
        sum.requests += caller.requests;
    }
    return sum;
}

int argument(int count, char** values, int index, int otherwise) {
    return index < count ? std::atoi(values[index]) : otherwise;
}

}  // namespace

int main(int count, char** values) {
    const int calls = argument(count, values, 1, 100'000);
    const int threads = argument(count, values, 2, 8);
    const auto seed = static_cast<unsigned>(argument(count, values, 3, 1));
    const FaultyService service;
    std::thread([] {}).join();  // with the first one, a sanitizer starts one of its own
    const auto before = footprint();
    print("before", before);
    Tally sum;
    Footprint warm;
    Footprint last;
    const auto start = std::chrono::steady_clock::now();
    {
        ClientOptions options{.base_url = service.base_url()};
        options.timeouts.attempt = 250ms;
        options.retry.base_delay = 0ms;
        options.retry_budget = {.retry_cost = 0, .timeout_cost = 0};  // a service this bad would soon spend it
        const wiremock::Client client{ApiToken{token}, options};
        for (int tenth = 1; tenth <= 10; ++tenth) {
            const auto part = run(client, calls / 10, threads, seed + static_cast<unsigned>(1000 * tenth));
            sum.wrong += part.wrong;
            sum.requests += part.requests;
            last = footprint();
            if (tenth == 1) warm = last;
            print((std::to_string(tenth * (calls / 10)) + " calls").c_str(), last);
        }
    }
    const auto after = footprint();
    print("without the client", after);
    const auto time = std::chrono::duration<double>(std::chrono::steady_clock::now() - start);
    std::printf("%d calls, %d requests, %d threads, seed %u, %.1f s; %d results not as they must be\n", calls,
                sum.requests, threads, seed, time.count(), sum.wrong);
    const bool is_flat = under_sanitizers || last.megabytes < warm.megabytes + 5;
    const bool is_clean = after.descriptors == before.descriptors && after.threads == before.threads;
    if (!is_flat)
        std::printf("the memory has grown by %.1f MB since the first tenth\n", last.megabytes - warm.megabytes);
    if (!is_clean) std::printf("descriptors or threads are left\n");
    return sum.wrong == 0 && is_flat && is_clean ? EXIT_SUCCESS : EXIT_FAILURE;
}
