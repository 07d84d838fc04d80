#include <cstddef>
#include <vector>

#include <usagekit/batch.hpp>

#include "made_calls.hpp"
#include "modes.hpp"

using namespace usagekit;

namespace {

std::vector<OrganisationResult> results_of(Run& run) {
    const auto note_end = [&](const BatchProgress&) { run.note_end(); };
    const MadeCalls calls(static_cast<int>(run.size()), [&](int n) { return run.call(static_cast<std::size_t>(n)); });
    return get_all(calls, {.max_in_flight = in_flight, .per_host = in_flight, .progress = note_end});
}

}  // namespace

void make_batch(Run& run) {
    const auto before = allocated_megabytes();
    const auto results = results_of(run);
    run.keeps(allocated_megabytes() - before);
    for (std::size_t i = 0; i < results.size(); ++i) run.judge(i, results[i]);
}
