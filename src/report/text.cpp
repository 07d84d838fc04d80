#include "core/text.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include <usagekit/report_writers.hpp>

#include "report/columns.hpp"
#include "report/figures.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

using reports::Group;
using reports::Metric;

/// The foreground colours of ECMA-48.
std::string_view colour_of(Level level) {
    switch (level) {
        case Level::critical:
            return "\x1b[31m";
        case Level::warning:
            return "\x1b[33m";
        case Level::normal:
            break;
    }
    return "\x1b[32m";
}

std::string with_unit(const Decimal& amount, const std::optional<std::string>& unit) {
    return unit && !unit->empty() ? concat(grouped(amount), " ", printable(*unit)) : grouped(amount);
}

std::string painted(std::string text, Level level, const TextOptions& options) {
    if (!options.has_colours || text.empty()) return text;
    return concat(colour_of(level), text, "\x1b[0m");
}

std::string bar(const Decimal& percentage, const TextOptions& options) {
    const auto width = static_cast<std::size_t>(options.bar_width);
    const auto share = capped(percentage).to_double().value / 100;
    const auto filled = static_cast<std::size_t>(share * static_cast<double>(width));
    auto marks = painted(std::string(filled, '#'), level_of(percentage, options.thresholds), options);
    return concat("[", marks, std::string(width - filled, '-'), "]");
}

/// What else there is to say of a metric, behind its figures.
std::string remarks(const Metric& metric) {
    std::vector<std::string> remarks;
    if (metric.overage && *metric.overage != 0) remarks.push_back(with_unit(*metric.overage, metric.unit) + " over");
    if (metric.projection) {
        auto projected = concat("projected ", grouped(metric.projection->used));
        if (metric.projection->percentage) {
            projected.append(", ").append(shown_percentage(*metric.projection->percentage));
        }
        remarks.push_back(std::move(projected));
    }
    std::string text;
    for (const auto& remark : remarks) text.append(text.empty() ? "" : "; ").append(remark);
    return text;
}

std::string label(const Metric& metric) { return printable(shown_name(metric)); }

/// The limit, or else the unit, which stands behind the used amount then.
std::string limit(const Metric& metric) {
    if (metric.limit) return concat("/ ", with_unit(*metric.limit, metric.unit));
    return metric.used ? printable(metric.unit.value_or("")) : "";
}

std::string label(const Group& group) {
    std::string text = "  ";
    for (const auto& [name, value] : group.dimensions) {
        text.append(text.size() == 2 ? "" : ", ").append(printable(name)).append("=").append(printable(value));
    }
    if (group.period) text.append(text.size() == 2 ? "" : ", ").append(shown_period(*group.period));
    return text.size() == 2 ? "  (no dimensions)" : text;
}

void add_rows(Columns& table, const Metric& metric, const TextOptions& options) {
    const bool has_bar = metric.percentage && options.bar_width > 0;
    const auto used = [](const std::optional<Decimal>& amount) { return amount ? grouped(*amount) : "-"; };
    table.add({label(metric), has_bar ? bar(*metric.percentage, options) : "", used(metric.used), limit(metric),
               metric.percentage ? shown_percentage(*metric.percentage) : "", remarks(metric)});
    for (const auto& group : metric.groups) table.add({label(group), "", used(group.used), "", "", ""});
}

std::string cost_line(const reports::Cost& cost, const TextOptions& options) {
    const auto currency = shown_currency(cost.currency.value_or(""));
    auto line = concat("Cost: ", shown_cost(cost.total));
    if (!currency.empty()) line.append(" ").append(currency);
    if (cost.base) line.append("; plan ").append(shown_cost(*cost.base));
    if (!cost.overage) return line;
    auto overage = concat("overage ", shown_cost(*cost.overage));
    return line.append("; ").append(*cost.overage > 0 ? painted(std::move(overage), Level::critical, options)
                                                      : overage);
}

std::string heading(const UsageReport& report) {
    auto line = concat("Usage of ", printable(report.provider));
    if (report.subject) line.append(" by ").append(printable(*report.subject));
    if (report.period != reports::Period{}) line.append(", ").append(shown_period(report.period));
    return line;
}

void write(std::string& out, const UsageReport& report, const TextOptions& options) {
    out.append(heading(report)).append("\n\n");
    Columns table({Side::left, Side::left, Side::right, Side::left, Side::right, Side::left});
    for (const auto& metric : report.metrics) add_rows(table, metric, options);
    table.write(out);
    if (report.metrics.empty()) out += "no metrics\n";
    if (report.cost) out.append("\n").append(cost_line(*report.cost, options)).append("\n");
    if (!report.notes.empty()) out += '\n';
    for (const auto& note : report.notes) out.append("Note: ").append(printable(note)).append("\n");
}

}  // namespace

std::string to_text(std::span<const UsageReport> reports, const TextOptions& options) {
    std::string out;
    for (const auto& report : reports) {
        if (!out.empty()) out += '\n';
        write(out, report, options);
    }
    return out;
}

}  // namespace USAGEKIT_NAMESPACE
