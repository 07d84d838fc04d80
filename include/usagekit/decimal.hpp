#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include <usagekit/abi.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE {

/// A decimal number of any length, kept as the text that it came in, so that no digit is ever lost: `0.10` stays
/// `0.10`.
///
/// Comparison is by value (`0.10 == 0.1`), arithmetic is exact. No conversion to or from binary floating point is
/// implicit; `to_double()` says when it is inexact.
class USAGEKIT_EXPORT Decimal {
public:
    /// The largest magnitude of the written exponent: `1e9999` is read, `1e10000` is refused, so that a few bytes
    /// cannot make arithmetic write gigabytes.
    static constexpr int max_exponent = 9999;

    /// Zero.
    Decimal() = default;

    /// An integer; exact. A `bool` or a character is refused.
    template <std::integral Integer>
        requires(
            sizeof(Integer) > sizeof(char)
            && !std::same_as<Integer, wchar_t> && !std::same_as<Integer, char16_t> && !std::same_as<Integer, char32_t>)
    explicit(false) Decimal(Integer value) : text_(std::to_string(value)) {}

    /// Binary floating point holds few decimal fractions exactly: write `Decimal::parse("0.1")`.
    template <std::floating_point Real>
    Decimal(Real) = delete;

    /// Reads `-?digits(.digits)?([eE][+-]?digits)?`, which covers a JSON number (RFC 8259 section 6) and the
    /// contract's decimal strings. Leading zeros are allowed. Gives `invalid_request` for anything else, and for an
    /// exponent beyond `max_exponent`.
    [[nodiscard]] static Result<Decimal> parse(std::string_view text);

    /// The number exactly as it was read, or in plain notation when it was computed.
    [[nodiscard]] const std::string& str() const noexcept { return text_; }

    /// Less than zero; `-0` is not.
    [[nodiscard]] bool is_negative() const;

    /// The number as an integer. Gives `invalid_request` when it has a fraction or does not fit; `1.0` and `1e2` do.
    [[nodiscard]] Result<std::int64_t> to_int64() const;

    /// A double, and whether it is exactly the decimal.
    struct Approximation {
        double value = 0;   ///< The nearest double.
        bool exact = true;  ///< Whether it is the very same number.
        bool operator==(const Approximation&) const = default;
    };

    /// The nearest double (ties to even). Beyond the range of double it is an infinity or zero, and not exact.
    [[nodiscard]] Approximation to_double() const;

    /// By value: `1.0 == 1`, `-0 == 0`.
    [[nodiscard]] std::weak_ordering operator<=>(const Decimal& other) const;
    [[nodiscard]] friend bool operator==(const Decimal& left, const Decimal& right) {
        return std::is_eq(left <=> right);
    }

    /// The nearest number with exactly so many decimal places, halves away from zero: `0.125` with two is `0.13`. To
    /// show a number to people; less than no places counts as none.
    [[nodiscard]] Decimal rounded(int decimal_places) const;

    /// Exact, with as many decimal places as the operand that has more: `0.10 + 0.20` is `0.30`.
    [[nodiscard]] friend Decimal operator+(const Decimal& left, const Decimal& right) { return left.plus(right); }
    /// As addition.
    [[nodiscard]] friend Decimal operator-(const Decimal& left, const Decimal& right) { return left.plus(-right); }
    /// The number with the other sign.
    [[nodiscard]] Decimal operator-() const;
    /// Adds to this number.
    Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
    /// Subtracts from this number.
    Decimal& operator-=(const Decimal& other) { return *this = *this - other; }

private:
    friend Decimal decimal_from_checked(std::string text);                // private header core/number.hpp
    friend void assign_checked(Decimal& decimal, std::string_view text);  // the same

    [[nodiscard]] Decimal plus(const Decimal& other) const;

    std::string text_ = "0";
};

/// Writes the text of the number.
USAGEKIT_EXPORT std::ostream& operator<<(std::ostream& out, const Decimal& decimal);

}  // namespace USAGEKIT_NAMESPACE
