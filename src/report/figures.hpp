#pragma once

#include <string>
#include <string_view>

#include <usagekit/decimal.hpp>
#include <usagekit/report.hpp>

// Figures as people read them. They are the same in every format for people.

namespace USAGEKIT_NAMESPACE {

/// Every digit, without an exponent, with a comma between each three of the integer part.
[[nodiscard]] std::string grouped(const Decimal& number);

/// With one decimal place and a percent sign.
[[nodiscard]] std::string shown_percentage(const Decimal& percentage);

/// With two decimal places, grouped.
[[nodiscard]] std::string shown_cost(const Decimal& amount);

/// As it is mostly written, with the ASCII letters as capitals, and without control characters.
[[nodiscard]] std::string shown_currency(std::string_view currency);

/// `2024-01-01 to 2024-02-01`, or what there is of it: `from 2024-01-01`, `until 2024-02-01`; empty for neither.
[[nodiscard]] std::string shown_period(const reports::Period& period);

/// What people are to call it: its name, else its ID, else a few words.
[[nodiscard]] std::string_view shown_name(const reports::Metric& metric);

/// What a bar shows of a percentage: 0 to 100.
[[nodiscard]] Decimal capped(const Decimal& percentage);

}  // namespace USAGEKIT_NAMESPACE
