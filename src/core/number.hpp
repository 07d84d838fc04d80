#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <usagekit/decimal.hpp>

namespace USAGEKIT_NAMESPACE {

/// Whether `Decimal::parse` reads the text: its grammar, and an exponent within `Decimal::max_exponent`.
[[nodiscard]] bool is_decimal(std::string_view text) noexcept;

/// Whether the text has the grammar of a decimal, whatever its exponent is.
[[nodiscard]] bool has_form_of_decimal(std::string_view text) noexcept;

/// A decimal from text for which `is_decimal` holds; it is not checked again.
[[nodiscard]] inline Decimal decimal_from_checked(std::string text) {
    Decimal decimal;
    decimal.text_ = std::move(text);
    return decimal;
}

/// Sets a decimal to such a text.
inline void assign_checked(Decimal& decimal, std::string_view text) { decimal.text_.assign(text); }

/// The integer that a decimal text amounts to (`12`, `1.0`, `1e2`). Nothing when it has a fraction, does not fit, or
/// is not a decimal.
[[nodiscard]] std::optional<std::int64_t> to_count(std::string_view json_number);

/// Exact, with as many decimal places as both have together.
[[nodiscard]] Decimal product(const Decimal& left, const Decimal& right);

/// The nearest number with so many decimal places, halves away from zero. The divisor must not be zero.
[[nodiscard]] Decimal quotient(const Decimal& dividend, const Decimal& divisor, int decimal_places);

/// `part` in percent of `whole`, which must not be zero, with two decimal places.
[[nodiscard]] Decimal percentage(const Decimal& part, const Decimal& whole);

/// How many it is written with, in plain notation: 2 for `0.10`, none for `1e3`.
[[nodiscard]] int decimal_places(const Decimal& decimal);

}  // namespace USAGEKIT_NAMESPACE
