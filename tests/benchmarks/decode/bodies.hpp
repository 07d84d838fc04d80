#pragma once

#include <string>

// What the benchmarks decode: the examples of the contracts, and larger answers that are made here.

namespace bodies {

/// Measure, 40 kB: one metric, its pricing with tiers, and a record a day with breakdowns.
[[nodiscard]] std::string measure_month();

/// Meteroid: `metrics` metrics, each with `groups` groups of two or three dimensions.
[[nodiscard]] std::string meteroid_groups(int metrics, int groups);

}  // namespace bodies
