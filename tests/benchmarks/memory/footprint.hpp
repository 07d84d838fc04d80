#pragma once

#include <cstdint>

namespace bench {

/// Bytes that are allocated and not freed.
[[nodiscard]] std::int64_t live_bytes();

/// Bytes of this process that are in memory now.
[[nodiscard]] std::int64_t resident_bytes();

/// The most bytes that were in memory since `forget_peak`.
[[nodiscard]] std::int64_t peak_bytes();

void forget_peak();

}  // namespace bench
