#include "report/figures.hpp"

#include <algorithm>
#include <cstddef>

#include <usagekit/time.hpp>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

std::string grouped(const Decimal& number) {
    const auto text = (number + 0).str();  // a sum has no exponent
    const auto sign = static_cast<std::size_t>(text.starts_with('-'));
    const auto end = std::min(text.find('.'), text.size());
    std::string out;
    for (auto i = sign; i < end; ++i) {
        if (i > sign && (end - i) % 3 == 0) out += ',';
        out += text[i];
    }
    return concat(std::string_view(text).substr(0, sign), out, std::string_view(text).substr(end));
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

std::string_view shown_name(const reports::Metric& metric) {
    if (!metric.name.empty()) return metric.name;
    return metric.id.empty() ? "a metric without a name" : std::string_view(metric.id);
}

Decimal capped(const Decimal& percentage) { return std::clamp(percentage, Decimal{0}, Decimal{100}); }

}  // namespace USAGEKIT_NAMESPACE
