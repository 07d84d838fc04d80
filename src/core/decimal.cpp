#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <ostream>
#include <system_error>
#include <utility>

#include <usagekit/decimal.hpp>

#include "core/digits.hpp"
#include "core/number.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {
namespace {

constexpr std::string_view figures = "0123456789";

bool skip(std::string_view& text, char wanted) noexcept {
    if (!text.starts_with(wanted)) return false;
    text.remove_prefix(1);
    return true;
}

bool skip_figures(std::string_view& text) noexcept {
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
    text.remove_prefix(count);
    return count > 0;
}

bool skip_mantissa(std::string_view& text) noexcept {
    skip(text, '-');
    if (!skip_figures(text)) return false;
    return !skip(text, '.') || skip_figures(text);
}

bool skip_exponent_mark(std::string_view& text) noexcept { return skip(text, 'e') || skip(text, 'E'); }

bool is_exponent(std::string_view text) noexcept {
    if (!skip(text, '-')) skip(text, '+');
    if (text.find_first_not_of(figures) != text.npos) return false;
    int exponent = 0;
    const auto error = std::from_chars(text.data(), text.data() + text.size(), exponent).ec;
    return error == std::errc{} && exponent <= Decimal::max_exponent;
}

std::optional<std::int64_t> read_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return value;
}

/// Drops the decimal places if all of them are zeros.
bool drop_fraction(Digits& number) {
    const auto places = static_cast<std::size_t>(number.scale);
    if (places >= number.figures.size()) return false;
    const auto whole = number.figures.size() - places;
    if (number.figures.find_first_not_of('0', whole) != std::string::npos) return false;
    number.figures.resize(whole);
    number.scale = 0;
    return true;
}

std::optional<std::int64_t> to_integer(Digits number) {
    constexpr auto longest = std::numeric_limits<std::int64_t>::digits10 + 1;
    if (number.figures.empty()) return 0;
    if (number.scale > 0 && !drop_fraction(number)) return std::nullopt;
    if (static_cast<std::int64_t>(number.figures.size()) - number.scale > longest) return std::nullopt;
    return read_integer(write_plain(std::move(number)));
}

double out_of_range_value(const Digits& number) {
    const bool is_large = static_cast<std::int64_t>(number.figures.size()) > number.scale;
    const double value = is_large ? std::numeric_limits<double>::infinity() : 0.0;
    return number.negative ? -value : value;
}

Digits exact_digits(double finite) {
    // A double has up to 309 digits before the point and 1074 after it.
    std::array<char, 1400> text;
    const auto* end = std::to_chars(text.data(), text.data() + text.size(), finite, std::chars_format::fixed, 1074).ptr;
    return read_digits({text.data(), end});
}

}  // namespace

bool has_form_of_decimal(std::string_view text) noexcept {
    if (!skip_mantissa(text)) return false;
    if (!skip_exponent_mark(text)) return text.empty();
    if (!skip(text, '-')) skip(text, '+');
    return skip_figures(text) && text.empty();
}

bool is_decimal(std::string_view text) noexcept {
    if (!skip_mantissa(text)) return false;
    return skip_exponent_mark(text) ? is_exponent(text) : text.empty();
}

std::optional<std::int64_t> to_count(std::string_view json_number) {
    if (const auto value = read_integer(json_number)) return value;
    if (!is_decimal(json_number)) return std::nullopt;
    return to_integer(read_digits(json_number));
}

Result<Decimal> Decimal::parse(std::string_view text) {
    if (is_decimal(text)) return decimal_from_checked(std::string(text));
    return refusal(concat(in_quotes(text), " is not a decimal number"),
                   "write it as -1234.50 or 1.5e-7, with an exponent of at most 9999");
}

bool Decimal::is_negative() const {
    if (!text_.starts_with('-')) return false;
    const auto mantissa = std::string_view(text_).substr(0, text_.find_first_of("eE"));
    return mantissa.find_first_of("123456789") != mantissa.npos;
}

Result<std::int64_t> Decimal::to_int64() const {
    if (const auto count = to_count(text_)) return *count;
    return refusal(concat(in_quotes(text_), " is not an integer of 64 bits"), "keep it as a decimal");
}

Decimal::Approximation Decimal::to_double() const {
    const auto digits = read_digits(text_);
    double value = 0;
    const auto error = std::from_chars(text_.data(), text_.data() + text_.size(), value).ec;
    if (error == std::errc::result_out_of_range) value = out_of_range_value(digits);
    return {value, std::isfinite(value) && std::is_eq(compare(exact_digits(value), digits))};
}

std::weak_ordering Decimal::operator<=>(const Decimal& other) const {
    return compare(read_digits(text_), read_digits(other.text_));
}

Decimal Decimal::plus(const Decimal& other) const {
    return decimal_from_checked(write_plain(sum(read_digits(text_), read_digits(other.text_))));
}

Decimal Decimal::rounded(int decimal_places) const {
    return decimal_from_checked(write_plain(usagekit::rounded(read_digits(text_), std::max(decimal_places, 0))));
}

Decimal Decimal::operator-() const { return decimal_from_checked(write_plain(negated(read_digits(text_)))); }

Decimal product(const Decimal& left, const Decimal& right) {
    return decimal_from_checked(write_plain(product(read_digits(left.str()), read_digits(right.str()))));
}

Decimal quotient(const Decimal& dividend, const Decimal& divisor, int decimal_places) {
    return decimal_from_checked(
        write_plain(quotient(read_digits(dividend.str()), read_digits(divisor.str()), decimal_places)));
}

Decimal percentage(const Decimal& part, const Decimal& whole) { return quotient(product(part, 100), whole, 2); }

int decimal_places(const Decimal& decimal) {
    return static_cast<int>(std::max(read_digits(decimal.str()).scale, std::int64_t{0}));
}

std::ostream& operator<<(std::ostream& out, const Decimal& decimal) { return out << decimal.str(); }

}  // namespace USAGEKIT_NAMESPACE
