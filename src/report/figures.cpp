#include "report/figures.hpp"

#include <algorithm>
#include <cstddef>

#include <usagekit/time.hpp>

#include "core/text.hpp"

namespace usagekit {

std::string grouped(const Decimal& number) {
    std::string text = (number + 0).str();  // a sum has no exponent
    const auto first = static_cast<std::size_t>(text.starts_with('-'));
    for (auto end = std::min(text.find('.'), text.size()); end > first + 3;) text.insert(end -= 3, 1, ',');
    return text;
}

std::string shown_percentage(const Decimal& percentage) { return concat(grouped(percentage.rounded(1)), "%"); }

std::string shown_cost(const Decimal& amount) { return grouped(amount.rounded(2)); }

std::string shown_currency(std::string_view currency) {
    auto shown = printable(currency);
    const auto upper = [](char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; };
    std::transform(shown.begin(), shown.end(), shown.begin(), upper);
    return shown;
}

std::string shown_period(const reports::Period& period) {
    if (period.start && period.end) return concat(to_string(*period.start), " to ", to_string(*period.end));
    if (period.start) return concat("from ", to_string(*period.start));
    return period.end ? concat("until ", to_string(*period.end)) : "";
}

Decimal capped(const Decimal& percentage) { return std::clamp(percentage, Decimal{0}, Decimal{100}); }

}  // namespace usagekit
