// MISTAKE thrown_away void_thrown_away: ignoring return.* declared with .*'nodiscard'
#include <usagekit/result.hpp>

usagekit::Result<int> counted();
usagekit::Result<void> finished();

void example() {
#if defined(MISTAKE_thrown_away)
    counted();
#elif defined(MISTAKE_void_thrown_away)
    finished();
#endif
    const auto count = counted();
    const auto done = finished();
}
