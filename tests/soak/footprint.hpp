#pragma once

#include <cstddef>

/// What the process holds.
struct Footprint {
    double megabytes = 0;  ///< That are resident.
    std::ptrdiff_t descriptors = 0;
    std::ptrdiff_t threads = 0;
};

[[nodiscard]] Footprint footprint();

/// Megabytes that are allocated and not freed, by this thread's heap.
[[nodiscard]] double allocated_megabytes();

/// Writes it in a line.
void print(const char* when, const Footprint& is);
