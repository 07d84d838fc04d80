#pragma once

#include <cstdint>
#include <span>
#include <string>

#include <usagekit/abi.hpp>
#include <usagekit/report.hpp>
#include <usagekit/report_analysis.hpp>

/// Reports as people and other programs read them. JSON is `to_json` of usagekit/json.hpp.
///
/// Each function takes any number of reports and gives one whole document. Text of a provider stays text wherever it
/// stands: it is escaped as the format wants it, and can neither steer a terminal, nor be a formula, nor be markup.
namespace USAGEKIT_NAMESPACE {

/// How a report is shown on a terminal.
struct TextOptions {
    bool has_colours = false;  ///< Are bars coloured by ANSI escape sequences?
    int bar_width = 30;        ///< Of a full bar, in characters; below 1: no bars.
    Thresholds thresholds{};   ///< Where bars change their colours.
};

/// Lines of text in UTF-8: the period, a line for each metric with a bar where there is a limit, its groups, the cost,
/// and the notes. Every digit is shown of amounts, one decimal place of percentages, two of costs.
[[nodiscard]] USAGEKIT_EXPORT std::string to_text(std::span<const UsageReport> reports,
                                                  const TextOptions& options = {});

/// How a report is written for spreadsheets.
struct CsvOptions {
    /// Are texts that a spreadsheet would take for a formula, as they begin with `=`, `+`, `-`, `@`, a tab or a line
    /// break, written with an apostrophe before them?
    bool escapes_formulas = true;
};

/// CSV (RFC 4180, with a header line and CR LF) in UTF-8: a line for each metric, group, cost and note; the first
/// column says which. Numbers are exact, with a point.
[[nodiscard]] USAGEKIT_EXPORT std::string to_csv(std::span<const UsageReport> reports, const CsvOptions& options = {});

/// OpenMetrics 1.0 text, which Prometheus reads as its own format as well, in UTF-8. docs/formats.md has the names.
[[nodiscard]] USAGEKIT_EXPORT std::string to_openmetrics(std::span<const UsageReport> reports);

/// How a page is made.
struct HtmlOptions {
    std::string title = "Usage";  ///< Of the page.
    Thresholds thresholds{};      ///< Where bars change their colours.
};

/// One HTML page in UTF-8 that needs nothing else: no script, no network. Light or dark as the reader has chosen.
[[nodiscard]] USAGEKIT_EXPORT std::string to_html(std::span<const UsageReport> reports,
                                                  const HtmlOptions& options = {});

/// One report.
[[nodiscard]] inline std::string to_text(const UsageReport& report, const TextOptions& options = {}) {
    return to_text(std::span(&report, 1), options);
}
/// One report.
[[nodiscard]] inline std::string to_csv(const UsageReport& report, const CsvOptions& options = {}) {
    return to_csv(std::span(&report, 1), options);
}
/// One report.
[[nodiscard]] inline std::string to_openmetrics(const UsageReport& report) {
    return to_openmetrics(std::span(&report, 1));
}
/// One report.
[[nodiscard]] inline std::string to_html(const UsageReport& report, const HtmlOptions& options = {}) {
    return to_html(std::span(&report, 1), options);
}

}  // namespace USAGEKIT_NAMESPACE
