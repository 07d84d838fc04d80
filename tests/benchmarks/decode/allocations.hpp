#pragma once

#include <cstddef>

/// How often this program asked for memory with `operator new` so far.
[[nodiscard]] std::size_t allocations() noexcept;
