#pragma once

#include <cstdint>

namespace bench {

/// How often this thread has called malloc, calloc or realloc, by operator new or from a library, libcurl for example.
[[nodiscard]] std::int64_t allocations() noexcept;

}  // namespace bench
