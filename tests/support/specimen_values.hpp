#pragma once

// Values of each kind that are easy to get wrong, and ordinary ones between them. Each number gives the same value
// every time, and the numbers from 0 to 1000 give all of them.

#include <cstddef>
#include <cstdint>
#include <string>

#include <usagekit/decimal.hpp>
#include <usagekit/json.hpp>
#include <usagekit/time.hpp>

namespace specimen {

/// Empty, or with the number at its end, so that texts differ.
[[nodiscard]] std::string text(std::size_t number);
[[nodiscard]] std::int64_t count(std::size_t number);
[[nodiscard]] usagekit::Decimal decimal(std::size_t number);
/// Within the years 0000 to 9999.
[[nodiscard]] usagekit::Timestamp timestamp(std::size_t number);
/// Within the years 0000 to 9999.
[[nodiscard]] usagekit::Date date(std::size_t number);
/// After a `null` comes something else.
[[nodiscard]] usagekit::RawJson json(std::size_t number);

}  // namespace specimen
