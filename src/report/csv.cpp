#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include <usagekit/report_writers.hpp>

#include "core/text.hpp"
#include "report/fields.hpp"
#include "wire/encode.hpp"

// RFC 4180 says nothing of control characters. Tabs and line breaks are text that people write, and stay; the others
// (NUL, ESC, DEL, C1), which other programs stumble over or obey, and bytes that are not UTF-8, become escapes: `\x1b`.

namespace USAGEKIT_NAMESPACE {

namespace {

using reports::Cost;
using reports::Group;
using reports::Metric;
using reports::Period;

enum Column : std::size_t {
    record,
    provider,
    subject,
    period_start,
    period_end,
    metric_id,
    metric_name,
    kind,
    unit,
    used,
    limit,
    overage,
    percentage,
    projected,
    projected_percentage,
    dimensions,
    cost_total,
    cost_base,
    cost_overage,
    currency,
    note,
    column_count,
};

constexpr std::string_view heading =
    "record,provider,subject,period_start,period_end,metric_id,metric_name,kind,unit,used,limit,overage,percentage,"
    "projected,projected_percentage,dimensions,cost_total,cost_base,cost_overage,currency,note\r\n";

bool is_kept(char c) { return c == '\t' || c == '\r' || c == '\n'; }

std::string plain(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t length = 0;
        while (length < text.size() && !is_kept(text[length])) ++length;
        out += printable(text.substr(0, length));
        if (length < text.size()) out += text[length++];
        text.remove_prefix(length);
    }
    return out;
}

bool looks_like_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

void append_cell(std::string& out, std::string_view cell) {
    if (cell.find_first_of("\",\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
    out += '"';
}

/// One line. It begins as the line of a report, which the others are made of.
class Row {
public:
    Row(const UsageReport& report, const CsvOptions& options) : escapes_formulas_(options.escapes_formulas) {
        set(provider, report.provider);
        set(subject, report.subject.value_or(""));
        set(report.period);
    }

    void set(Column column, std::string_view text) {
        cells_[column] = plain(text);
        if (escapes_formulas_ && looks_like_formula(cells_[column])) cells_[column].insert(0, 1, '\'');
    }
    void set(Column column, const Decimal& number) { cells_[column] = (number + 0).str(); }  // a sum has no exponent
    void set(Column column, const std::optional<Decimal>& number) {
        if (number) set(column, *number);
    }
    void set(const Period& period) {
        cells_[period_start] = period.start ? to_string(*period.start) : "";
        cells_[period_end] = period.end ? to_string(*period.end) : "";
    }

    void append_to(std::string& out, std::string_view what) const {
        out += what;
        for (std::size_t i = record + 1; i < column_count; ++i) append_cell(out += ',', cells_[i]);
        out += "\r\n";
    }

private:
    std::array<std::string, column_count> cells_{};
    bool escapes_formulas_;
};

/// DEL and C1 may stand in a JSON text as they are; escaped, they are neither obeyed nor changed.
std::string without_controls(std::string_view json) {
    static constexpr std::string_view hex = "0123456789abcdef";
    const auto byte = [&](std::size_t i) { return i < json.size() ? static_cast<unsigned char>(json[i]) : 0U; };
    std::string out;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const bool is_c1 = byte(i) == 0xC2 && byte(i + 1) >= 0x80 && byte(i + 1) < 0xA0;
        if (!is_c1 && byte(i) != 0x7F) {
            out += json[i];
            continue;
        }
        const auto code = byte(is_c1 ? ++i : i);
        ((out += "\\u00") += hex[code >> 4U]) += hex[code & 15U];
    }
    return out;
}

std::string json_of(const Map<std::string>& map) {
    std::string json;
    wire::encode(json, map);
    return without_controls(json);
}

std::string_view name_of(const Open<reports::MetricKind>& metric_kind) {
    const auto known = metric_kind.known();
    return known ? wire::labels<reports::MetricKind>.text_of(*known) : metric_kind.unknown();
}

void append_group(std::string& out, Row row, const Group& group) {
    row.set(dimensions, json_of(group.dimensions));
    if (group.period) row.set(*group.period);
    row.set(used, group.used);
    row.append_to(out, "group");
}

void append_metric(std::string& out, Row row, const Metric& metric) {
    row.set(metric_id, metric.id);
    row.set(metric_name, metric.name);
    row.set(kind, name_of(metric.kind));
    row.set(unit, metric.unit.value_or(""));
    const Row group_row = row;
    row.set(used, metric.used);
    row.set(limit, metric.limit);
    row.set(overage, metric.overage);
    row.set(percentage, metric.percentage);
    if (metric.projection) {
        row.set(projected, metric.projection->used);
        row.set(projected_percentage, metric.projection->percentage);
    }
    row.append_to(out, "metric");
    for (const auto& group : metric.groups) append_group(out, group_row, group);
}

void append_cost(std::string& out, Row row, const Cost& cost) {
    row.set(cost_total, cost.total);
    row.set(cost_base, cost.base);
    row.set(cost_overage, cost.overage);
    row.set(currency, cost.currency.value_or(""));
    row.append_to(out, "cost");
}

void append_note(std::string& out, Row row, const std::string& text) {
    row.set(note, text);
    row.append_to(out, "note");
}

void append_report(std::string& out, const UsageReport& report, const CsvOptions& options) {
    const Row row(report, options);
    for (const auto& metric : report.metrics) append_metric(out, row, metric);
    if (report.cost) append_cost(out, row, *report.cost);
    for (const auto& text : report.notes) append_note(out, row, text);
    // It must not get lost.
    if (report.metrics.empty() && !report.cost && report.notes.empty()) row.append_to(out, "report");
}

}  // namespace

std::string to_csv(std::span<const UsageReport> reports, const CsvOptions& options) {
    std::string out(heading);
    for (const auto& report : reports) append_report(out, report, options);
    return out;
}

}  // namespace USAGEKIT_NAMESPACE
