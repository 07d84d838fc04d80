// expects: ignoring return.* declared with .*'nodiscard'
#include <usagekit/result.hpp>

usagekit::Result<void> finished();

void example() {
#ifndef MISTAKE
    const auto done = finished();
#else
    finished();
#endif
}
