#include <cstddef>
#include <functional>
#include <vector>

#include <usagekit/batch.hpp>

#include "made_calls.hpp"
#include "modes.hpp"

using namespace usagekit;

namespace {

/// The calls of a run, each made when it is come to.
class AllCalls : public MadeCalls<std::function<OrganisationCall(int)>> {
public:
    explicit AllCalls(Run& run)
        : MadeCalls(static_cast<int>(run.size()), [&](int n) { return run.call(static_cast<std::size_t>(n)); }),
          size_(run.size()) {}

    /// Known beforehand, so that the results do not move, which would take memory for a while.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    std::size_t size_;
};

std::vector<OrganisationResult> results_of(Run& run) {
    const auto note_end = [&](const BatchProgress&) { run.note_end(); };
    return get_all(AllCalls(run), {.max_in_flight = in_flight, .per_host = in_flight, .progress = note_end});
}

}  // namespace

void make_batch(Run& run) {
    const auto before = allocated_megabytes();
    const auto results = results_of(run);
    run.keeps(allocated_megabytes() - before);
    for (std::size_t i = 0; i < results.size(); ++i) run.judge(i, results[i]);
}
