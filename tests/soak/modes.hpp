#pragma once

#include "run.hpp"

// Ways to make all calls of a run. Each returns when all have ended.

inline constexpr int blocking_threads = 32;
inline constexpr int in_flight = 256;

/// Many threads, each with one call after the other.
void make_blocking_calls(Run& run);

/// One `get_all` on this thread.
void make_batch(Run& run);

/// `then`, whose handlers start further calls, and `async` at the same time.
void make_asynchronous_calls(Run& run);
