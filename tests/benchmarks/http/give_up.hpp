#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace bench {

/// A benchmark of something that failed would measure nothing.
[[noreturn]] inline void give_up(std::string_view what) {
    std::fprintf(stderr, "benchmark failed: %.*s\n", static_cast<int>(what.size()), what.data());
    std::_Exit(1);
}

}  // namespace bench
