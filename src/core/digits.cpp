#include "core/digits.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <utility>

namespace USAGEKIT_NAMESPACE {
namespace {

std::int64_t read_exponent(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t exponent = 0;
    std::from_chars(text.data(), text.data() + text.size(), exponent);
    return exponent;
}

std::string_view without_leading_zeros(std::string_view figures) {
    return figures.substr(std::min(figures.find_first_not_of('0'), figures.size()));
}

void drop_leading_zeros(Digits& number) {
    number.figures.erase(0, number.figures.size() - without_leading_zeros(number.figures).size());
    if (number.figures.empty()) number.negative = false;
}

std::string_view without_trailing_zeros(std::string_view figures) {
    return figures.substr(0, figures.find_last_not_of('0') + 1);
}

/// The power of ten that the number, if it is not zero, stays just below.
std::int64_t magnitude(const Digits& number) { return static_cast<std::int64_t>(number.figures.size()) - number.scale; }

std::weak_ordering compare_sizes(const Digits& left, const Digits& right) {
    if (left.figures.empty() || right.figures.empty()) return !left.figures.empty() <=> !right.figures.empty();
    if (const auto order = magnitude(left) <=> magnitude(right); std::is_neq(order)) return order;
    return without_trailing_zeros(left.figures) <=> without_trailing_zeros(right.figures);
}

/// Writes out zeros until the scale is `scale`, which must not be less than the number's own.
void extend(Digits& number, std::int64_t scale) {
    if (!number.figures.empty()) number.figures.append(static_cast<std::size_t>(scale - number.scale), '0');
    number.scale = scale;
}

/// `larger + sign * smaller`, digit by digit; `larger` must not be less than `smaller`, and `sign` is 1 or -1.
std::string combine(std::string larger, std::string_view smaller, int sign) {
    int carry = 0;
    for (std::size_t place = 1; place <= larger.size(); ++place) {
        char& figure = larger[larger.size() - place];
        const int other = place <= smaller.size() ? smaller[smaller.size() - place] - '0' : 0;
        const int total = figure - '0' + sign * other + carry;
        carry = total < 0 ? -1 : total / 10;
        figure = static_cast<char>('0' + total - 10 * carry);
    }
    if (carry > 0) larger.insert(larger.begin(), '1');
    return larger;
}

/// Multiplies figure by figure, as one does on paper.
std::string multiplied(std::string_view left, std::string_view right) {
    std::string figures(left.size() + right.size(), '\0');
    for (std::size_t i = left.size(); i-- > 0;) {
        int carry = 0;
        for (std::size_t j = right.size(); j-- > 0;) {
            char& figure = figures[i + j + 1];
            const int total = figure + (left[i] - '0') * (right[j] - '0') + carry;
            figure = static_cast<char>(total % 10);
            carry = total / 10;
        }
        figures[i] = static_cast<char>(carry);
    }
    for (char& figure : figures) figure = static_cast<char>(figure + '0');
    return figures;
}

bool is_less(std::string_view left, std::string_view right) {
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

/// Subtracts as often as it goes; gives how often.
char take_out(std::string& from, std::string_view what) {
    char times = '0';
    for (; !is_less(from, what); ++times) {
        from = without_leading_zeros(combine(std::move(from), what, -1));
    }
    return times;
}

/// The quotient of two integers, rounded to the nearest, halves up.
std::string divided(std::string_view dividend, std::string_view divisor) {
    std::string figures;
    std::string rest;
    for (const char figure : dividend) {
        if (!rest.empty() || figure != '0') rest += figure;
        figures += take_out(rest, divisor);
    }
    const auto twice = combine("0" + rest, rest, 1);
    const bool up = !is_less(without_leading_zeros(twice), divisor);
    return up ? combine("0" + figures, "1", 1) : figures;
}

}  // namespace

Digits read_digits(std::string_view decimal) {
    Digits number;
    number.negative = decimal.starts_with('-');
    if (number.negative) decimal.remove_prefix(1);
    const auto exponent_mark = std::min(decimal.find_first_of("eE"), decimal.size());
    const auto mantissa = decimal.substr(0, exponent_mark);
    if (exponent_mark < decimal.size()) number.scale = -read_exponent(decimal.substr(exponent_mark + 1));
    const auto point = std::min(mantissa.find('.'), mantissa.size());
    number.figures = mantissa.substr(0, point);
    if (point < mantissa.size()) {
        const auto fraction = mantissa.substr(point + 1);
        number.figures += fraction;
        number.scale += static_cast<std::int64_t>(fraction.size());
    }
    drop_leading_zeros(number);
    return number;
}

std::string write_plain(Digits number) {
    if (number.scale < 0) extend(number, 0);
    const auto places = static_cast<std::size_t>(number.scale);
    auto& text = number.figures;
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    if (places > 0) text.insert(text.size() - places, 1, '.');
    if (number.negative) text.insert(text.begin(), '-');
    return std::move(text);
}

std::weak_ordering compare(const Digits& left, const Digits& right) {
    if (left.negative != right.negative) return right.negative <=> left.negative;
    const auto& lower = left.negative ? right : left;  // of two negative numbers the larger size is the lower one
    const auto& higher = left.negative ? left : right;
    return compare_sizes(lower, higher);
}

Digits sum(Digits left, Digits right) {
    const auto scale = std::max(left.scale, right.scale);
    extend(left, scale);
    extend(right, scale);
    if (std::is_lt(compare_sizes(left, right))) std::swap(left, right);
    left.figures = combine(std::move(left.figures), right.figures, left.negative == right.negative ? 1 : -1);
    drop_leading_zeros(left);
    return left;
}

Digits product(const Digits& left, const Digits& right) {
    Digits number{.negative = left.negative != right.negative,
                  .figures = multiplied(left.figures, right.figures),
                  .scale = left.scale + right.scale};
    drop_leading_zeros(number);
    return number;
}

Digits quotient(Digits dividend, Digits divisor, std::int64_t scale) {
    const auto shift = scale + divisor.scale - dividend.scale;  // by which the quotient of the figures must be moved
    auto& moved = shift > 0 ? dividend : divisor;
    if (!dividend.figures.empty()) moved.figures.append(static_cast<std::size_t>(std::abs(shift)), '0');
    Digits number{.negative = dividend.negative != divisor.negative,
                  .figures = divided(dividend.figures, divisor.figures),
                  .scale = scale};
    drop_leading_zeros(number);
    return number;
}

Digits rounded(Digits number, std::int64_t scale) {
    if (number.scale <= scale) return extend(number, scale), number;
    const auto size = static_cast<std::int64_t>(number.figures.size());
    const auto kept = size - (number.scale - scale);  // figures; less than none when the number is far below a half
    const bool up = kept >= 0 && kept < size && number.figures[static_cast<std::size_t>(kept)] >= '5';
    number.figures.resize(static_cast<std::size_t>(std::max(kept, std::int64_t{0})));
    if (up) number.figures = combine("0" + number.figures, "1", 1);
    number.scale = scale;
    drop_leading_zeros(number);
    return number;
}

Digits negated(Digits number) {
    number.negative = !number.negative && !number.figures.empty();
    return number;
}

}  // namespace USAGEKIT_NAMESPACE
