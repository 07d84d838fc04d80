#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// A decimal number taken apart: `figures` read as an integer, times ten to the power of `-scale`.
struct Digits {
    bool negative = false;  ///< Never set for zero.
    std::string figures{};  ///< Without leading zeros; empty for zero.
    std::int64_t scale = 0;
};

/// Takes a text apart for which `is_decimal` holds. Exponents are not written out.
[[nodiscard]] Digits read_digits(std::string_view decimal);

/// Plain notation, with `scale` decimal places if that is positive.
[[nodiscard]] std::string write_plain(Digits number);

/// By value, in time that does not depend on the exponents.
[[nodiscard]] std::weak_ordering compare(const Digits& left, const Digits& right);

/// Exact; the scale is the greater of both.
[[nodiscard]] Digits sum(Digits left, Digits right);

/// Exact; the scale is the sum of both.
[[nodiscard]] Digits product(const Digits& left, const Digits& right);

/// With this scale; halves go away from zero. The divisor must not be zero.
[[nodiscard]] Digits quotient(Digits dividend, Digits divisor, std::int64_t scale);

/// With this scale, which is not negative; halves go away from zero.
[[nodiscard]] Digits rounded(Digits number, std::int64_t scale);

/// The number times minus one.
[[nodiscard]] Digits negated(Digits number);

}  // namespace USAGEKIT_NAMESPACE
