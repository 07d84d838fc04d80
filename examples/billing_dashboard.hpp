#pragma once

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/billing/models.hpp>

#include "printable.hpp"

namespace examples {

/// Whether colours are written, as ANSI escape sequences.
enum class Colours { none, ansi };

namespace dashboard {

using usagekit::Decimal;

enum class Colour { red = 31, green = 32, yellow = 33 };

inline constexpr int bar_cells = 30;

/// The rule of the documented component.
inline Colour colour_of(const Decimal& percentage) {
    return percentage > 90 ? Colour::red : percentage > 75 ? Colour::yellow : Colour::green;
}

inline std::string painted(const std::string& text, Colour colour, Colours colours) {
    if (colours == Colours::none || text.empty()) return text;
    std::string out = "\x1b[";
    return out.append(std::to_string(static_cast<int>(colour))).append("m").append(text).append("\x1b[0m");
}

/// Every digit, with a comma between each three of the integer part.
inline std::string grouped(const Decimal& number) {
    std::string text = (number + 0).str();  // a sum has no exponent, whatever the service wrote
    const auto first = static_cast<std::size_t>(text.starts_with('-'));
    for (auto end = std::min(text.find('.'), text.size()); end > first + 3;) text.insert(end -= 3, 1, ',');
    return text;
}

inline std::string amount(const Decimal& number, const std::string& unit) {
    return grouped(number).append(unit.empty() ? "" : " ").append(printable(unit));
}

inline std::string percent(const Decimal& percentage) { return grouped(percentage.rounded(1)).append("%"); }

inline std::string bar(const Decimal& percentage, Colours colours) {
    const Decimal shown = std::clamp(percentage, Decimal{0}, Decimal{100});
    const auto filled = static_cast<std::size_t>(shown.to_double().value * bar_cells / 100);
    return std::string("[")
        .append(painted(std::string(filled, '#'), colour_of(percentage), colours))
        .append(bar_cells - filled, '-')
        .append("]");
}

/// What is written of one metric, beside its bar.
struct Row {
    std::string name{};
    std::string bar{};
    std::string used{};
    std::string included{};
    std::string percentage{};
    std::string notes{};
};

inline Row row(const usagekit::billing::Metric& metric, const usagekit::billing::Projection* projection,
               Colours colours) {
    Row row{
        .name = printable(metric.name),
        .bar = bar(metric.percentage, colours),
        .used = grouped(metric.used),
        .included = amount(metric.included, metric.unit),
        .percentage = percent(metric.percentage),
    };
    if (metric.overage != 0) row.notes.append("; ").append(amount(metric.overage, metric.unit)).append(" over");
    if (projection != nullptr) {
        row.notes.append("; projected ").append(grouped(projection->projected));
        row.notes.append(", ").append(percent(projection->percentage));
    }
    return row;
}

inline std::vector<Row> rows(const usagekit::billing::Usage& usage, Colours colours) {
    std::vector<Row> rows;
    for (const auto& [id, metric] : usage.metrics) {
        rows.push_back(row(metric, usage.projected_usage ? usage.projected_usage->find(id) : nullptr, colours));
    }
    return rows;
}

/// In characters, not bytes: of a character's UTF-8 bytes only the first counts.
inline std::size_t width(std::string_view text) {
    const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

inline std::size_t widest(const std::vector<Row>& rows, std::string Row::*column) {
    std::size_t most = 0;
    for (const auto& row : rows) most = std::max(most, width(row.*column));
    return most;
}

inline void draw(std::ostream& out, const std::vector<Row>& rows) {
    const auto left = [&](const Row& row, std::string Row::*column) {
        return row.*column + std::string(widest(rows, column) - width(row.*column), ' ');
    };
    const auto right = [&](const Row& row, std::string Row::*column) {
        return std::string(widest(rows, column) - width(row.*column), ' ') + row.*column;
    };
    for (const auto& row : rows) {
        out << left(row, &Row::name) << "  " << row.bar << "  " << right(row, &Row::used) << " / "
            << left(row, &Row::included) << "  " << right(row, &Row::percentage) << " used" << row.notes << '\n';
    }
}

inline void draw(std::ostream& out, const usagekit::billing::Cost& cost, Colours colours) {
    std::string currency = cost.currency.value_or("");
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
    std::transform(currency.begin(), currency.end(), currency.begin(), upper);
    out << "\nEstimated cost: " << amount(cost.total.rounded(2), currency);
    if (cost.overage > 0) {
        const auto overage = grouped(cost.overage.rounded(2));
        out << ' ' << painted(std::string("(includes ").append(overage).append(" overage)"), Colour::red, colours);
    }
    out << '\n';
}

}  // namespace dashboard

/// Draws the documented dashboard: of each metric a bar and the figures, then the cost, both as far as they are given.
inline void draw(std::ostream& out, const usagekit::billing::Usage& usage, Colours colours) {
    out << "Usage from " << usagekit::to_string(usage.period.start) << " to " << usagekit::to_string(usage.period.end)
        << "\n\n";
    dashboard::draw(out, dashboard::rows(usage, colours));
    if (usage.metrics.empty()) out << "no metrics\n";
    if (usage.estimated_cost) dashboard::draw(out, *usage.estimated_cost, colours);
}

}  // namespace examples
