// Many calls against a service that misbehaves at random, in each of the three ways to make them: every result must be
// the one that its fault calls for, and afterwards no memory, descriptor or thread may be left.
//
// usage: soak [CALLS [SEED [blocking|batch|asynchronous]]]
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "memory.hpp"
#include "modes.hpp"

namespace {

/// A way to make calls.
struct Mode {
    std::string_view name;
    void (*make_calls)(Run&);
    std::size_t one_fault_in;  ///< So many calls.
    int at_once;               ///< So many requests must be under way at some time.
};

constexpr std::array<Mode, 3> modes = {{
    {"blocking", &make_blocking_calls, 4, 1},
    {"batch", &make_batch, 100, in_flight},
    {"asynchronous", &make_asynchronous_calls, 100, in_flight},
}};

/// Few calls have more faults, so that each comes several times.
Plan plan_of(const Mode& mode, std::size_t calls, unsigned seed) {
    constexpr std::size_t fewest = 200;
    return {std::string(mode.name), calls, std::max(calls / mode.one_fault_in, fewest), seed};
}

/// What is left of the memory does not count as taken when it is only kept for the next use.
Footprint footprint_at_rest(const char* when) {
    malloc_trim(0);
    const auto is = footprint();
    print(when, is);
    return is;
}

bool soak(const Mode& mode, const Plan& plan, const std::string& base_url) {
    std::printf("\n%s: %zu calls, %zu of them with faults\n", plan.name().c_str(), plan.size(),
                plan.size() - plan.count(good));
    const auto before = footprint_at_rest("before");
    Run run(plan, base_url);
    const auto most = memory_taken_by([&] { mode.make_calls(run); });
    run.close();
    const auto after = footprint_at_rest("without the client");
    const bool is_right = run.report(mode.at_once, static_cast<double>(most) / 1e6);
    const bool is_clean = after.descriptors == before.descriptors && after.threads == before.threads;
    if (!is_clean) std::printf("descriptors or threads are left\n");
    return is_right && is_clean;
}

void print_row(const std::vector<Plan>& plans, const Fault& fault) {
    std::printf("%-14s", std::string(fault.name).c_str());
    for (const auto& plan : plans) std::printf(" %12zu", plan.count(fault));
    const auto kind = fault.kind ? std::string(to_string(*fault.kind)) : "success";
    std::printf("    %s%s\n", kind.c_str(), fault.is_repeated ? " after all attempts" : "");
}

/// How many calls met each fault, and what must have come of them.
void print_faults(const std::vector<Plan>& plans) {
    std::printf("\n%-14s", "calls");
    for (const auto& plan : plans) std::printf(" %12s", plan.name().c_str());
    std::printf("\n");
    print_row(plans, good);
    for (const auto& fault : faults) print_row(plans, fault);
}

int argument(int count, char** values, int index, int otherwise) {
    return index < count ? std::atoi(values[index]) : otherwise;
}

}  // namespace

int main(int count, char** values) {
    const auto calls = static_cast<std::size_t>(argument(count, values, 1, 100'000));
    const auto seed = static_cast<unsigned>(argument(count, values, 2, 1));
    const std::string_view only = count > 3 ? values[3] : "";
    const FaultyService service;
    std::thread([] {}).join();  // with the first one, a sanitizer starts one of its own
    std::vector<Plan> plans;
    bool is_right = true;
    for (const auto& mode : modes) {
        if (!only.empty() && only != mode.name) continue;
        is_right = soak(mode, plans.emplace_back(plan_of(mode, calls, seed)), service.base_url()) && is_right;
    }
    print_faults(plans);
    std::printf("\nseed %u: %s\n", seed, is_right ? "all as it must be" : "NOT as it must be");
    return is_right ? EXIT_SUCCESS : EXIT_FAILURE;
}
