// expects: ignoring return.* declared with .*'nodiscard'
#include <usagekit/result.hpp>

usagekit::Result<int> counted();

void example() {
#ifndef MISTAKE
    const auto count = counted();
#else
    counted();
#endif
}
