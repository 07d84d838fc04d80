#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <usagekit/report_writers.hpp>

#include "core/text.hpp"
#include "report/figures.hpp"
#include "report/html_style.hpp"

// Only elements that HTML 4 has as well, with ARIA roles, so that any parser knows them.

namespace USAGEKIT_NAMESPACE {

namespace {

using reports::Cost;
using reports::Group;
using reports::Metric;

/// Fit for the content of elements, and for values of attributes in double quotes. Control characters are no part of
/// HTML.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// A text of a provider or a caller, whose direction is its own.
std::string named(std::string_view text) {
    return concat(R"(<span class="name" dir="auto">)", escaped(text), "</span>");
}

constexpr std::string_view not_given =
    "<span aria-hidden=\"true\">\u2013</span><span class=\"unseen\">not given</span>";

std::string amount(const std::optional<Decimal>& number) { return number ? grouped(*number) : std::string(not_given); }

std::string with_unit(const Decimal& number, const std::optional<std::string>& unit) {
    return unit && !unit->empty() ? concat(grouped(number), " ", named(*unit)) : grouped(number);
}

std::string_view class_of(Level level) {
    return level == Level::critical ? "critical" : level == Level::warning ? "warning" : "normal";
}

/// What a bar's colour says, in words.
std::string warning(Level level, const Thresholds& thresholds) {
    if (level == Level::normal) return {};
    const auto& threshold = level == Level::critical ? thresholds.critical : thresholds.warning;
    return concat("above ", grouped(threshold), "%");
}

std::string width_of_bar(const Decimal& percentage) {
    constexpr int places = 3;  // of a percent: less than a pixel
    return capped(percentage).rounded(places).str();
}

void append_share(std::string& out, const Decimal& percentage, const Thresholds& thresholds) {
    const auto level = level_of(percentage, thresholds);
    const auto shown = shown_percentage(percentage);
    const auto words = warning(level, thresholds);
    out.append(R"(<td><div class="track" role="img" aria-label=")").append(shown).append(" of the limit used");
    if (!words.empty()) out.append(", ").append(words);
    out.append(R"("><div class="bar )").append(class_of(level)).append(R"(" style="width:)");
    out.append(width_of_bar(percentage)).append(R"(%"></div></div>)").append(shown);
    if (!words.empty()) out.append("<small>").append(words).append("</small>");
    out += "</td>";
}

void append_small(std::string& out, std::string_view markup) {
    out.append("<small>").append(markup).append("</small>");
}

/// What the provider expects, and what goes beyond the plan.
void append_remarks(std::string& out, const Metric& metric) {
    if (metric.overage && *metric.overage != 0)
        append_small(out, concat(with_unit(*metric.overage, metric.unit), " over"));
    if (!metric.projection) return;
    auto projected = concat("projected ", with_unit(metric.projection->used, metric.unit));
    if (const auto& percentage = metric.projection->percentage)
        projected.append(", ").append(shown_percentage(*percentage));
    append_small(out, projected);
}

void append_metric(std::string& out, const Metric& metric, const Thresholds& thresholds) {
    out.append(R"(<tr class="metric"><th scope="row">)").append(named(shown_name(metric)));
    append_remarks(out, metric);
    out.append(R"(</th><td class="amount">)").append(amount(metric.used));
    if (metric.limit) {
        append_small(out, concat("of ", with_unit(*metric.limit, metric.unit)));
    } else if (metric.used && metric.unit && !metric.unit->empty()) {
        append_small(out, named(*metric.unit));
    }
    out += "</td>";
    if (metric.percentage) {
        append_share(out, *metric.percentage, thresholds);
    } else {
        out.append("<td>").append(not_given).append("</td>");
    }
    out += "</tr>\n";
}

void append_group(std::string& out, const Group& group) {
    out += R"(<tr class="group"><th scope="row">)";
    std::string_view separator;
    for (const auto& [name, value] : group.dimensions) {
        out.append(separator).append(named(name)).append(": ").append(named(value));
        separator = ", ";
    }
    if (group.dimensions.empty()) out += group.period ? "all" : "no dimensions";
    if (group.period) append_small(out, shown_period(*group.period));
    out.append(R"(</th><td class="amount">)").append(amount(group.used)).append("</td><td></td></tr>\n");
}

void append_metrics(std::string& out, const UsageReport& report, const Thresholds& thresholds) {
    if (report.metrics.empty()) {
        out += "<p>No metrics.</p>\n";
        return;
    }
    out +=
        "<table>\n<caption class=\"unseen\">Metrics</caption>\n<thead><tr><th scope=\"col\">Metric</th>"
        "<th scope=\"col\" class=\"amount\">Used</th><th scope=\"col\">Share of the limit</th></tr></thead>\n<tbody>\n";
    for (const auto& metric : report.metrics) {
        append_metric(out, metric, thresholds);
        for (const auto& group : metric.groups) append_group(out, group);
    }
    out += "</tbody>\n</table>\n";
}

void append_cost(std::string& out, const Cost& cost) {
    const auto currency = cost.currency ? concat(" ", named(shown_currency(*cost.currency))) : "";
    const auto add = [&](std::string_view term, const Decimal& value) {
        out.append("<dt>")
            .append(term)
            .append("</dt><dd>")
            .append(shown_cost(value))
            .append(currency)
            .append("</dd>\n");
    };
    out += "<dl>\n";
    add("Cost", cost.total);
    if (cost.base) add("Plan", *cost.base);
    if (cost.overage) add("Overage", *cost.overage);
    out += "</dl>\n";
}

void append_notes(std::string& out, const UsageReport& report) {
    if (report.notes.empty()) return;
    out += "<ul class=\"faint\">\n";
    for (const auto& note : report.notes) out.append("<li>").append(named(note)).append("</li>\n");
    out += "</ul>\n";
}

void append_report(std::string& out, const UsageReport& report, std::size_t number, const Thresholds& thresholds) {
    const auto id = concat("report-", std::to_string(number));
    out.append(R"(<div class="report" role="region" aria-labelledby=")").append(id).append("\">\n<h2 id=\"");
    out.append(id).append("\">").append(named(report.provider));
    if (report.subject) out.append(" \u2013 ").append(named(*report.subject));
    out += "</h2>\n";
    if (const auto period = shown_period(report.period); !period.empty()) {
        out.append(R"(<p class="faint">)").append(period).append("</p>\n");
    }
    append_metrics(out, report, thresholds);
    if (report.cost) append_cost(out, *report.cost);
    append_notes(out, report);
    out += "</div>\n";
}

}  // namespace

std::string to_html(std::span<const UsageReport> reports, const HtmlOptions& options) {
    const auto title = escaped(options.title);
    auto out = concat(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        title, "</title>\n<style>", html_style, "</style>\n</head>\n<body>\n<div role=\"main\">\n<h1>", title,
        "</h1>\n");
    std::size_t number = 0;
    for (const auto& report : reports) append_report(out, report, ++number, options.thresholds);
    if (reports.empty()) out += "<p>No reports.</p>\n";
    return out += "</div>\n</body>\n</html>\n";
}

}  // namespace USAGEKIT_NAMESPACE
