#pragma once

// What must hold of a report and of all that is made of it, whatever a service says.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/report_analysis.hpp>
#include <usagekit/report_writers.hpp>

#include "fuzz.hpp"

namespace fuzz {

inline std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

inline void check_text(const std::string& text) {
    const auto steers = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
    require(std::none_of(text.begin(), text.end(), steers), "text has no control characters");
}

inline void check_csv(const std::string& csv) {
    require(csv.ends_with("\r\n"), "CSV ends with a line end");
    require(std::count(csv.begin(), csv.end(), '"') % 2 == 0, "every quote of CSV is closed");
}

inline void check_openmetrics(const std::string& text) {
    require(text.ends_with("# EOF\n"), "OpenMetrics ends with its mark");
    std::set<std::string_view> series;
    for (const auto line : lines_of(text)) {
        require(!line.empty(), "OpenMetrics has no empty lines");
        if (line.front() == '#') continue;
        require(series.insert(line.substr(0, line.rfind(' '))).second, "no series stands twice");
    }
}

inline void check_html(const std::string& page) {
    for (const std::string_view active : {"<script", "<img", "<iframe", "<object", "<link", "<a "}) {
        require(page.find(active) == page.npos, "a page has nothing active, and leads nowhere");
    }
    require(page.ends_with("</html>\n"), "a page is whole");
}

inline void check_report(const usagekit::UsageReport& report) {
    check_round_trip(report);
    check_text(usagekit::to_text(report));
    check_csv(usagekit::to_csv(report));
    const usagekit::UsageReport both[] = {report, report};
    check_openmetrics(usagekit::to_openmetrics(both));
    check_html(usagekit::to_html(report));
    require(usagekit::diff(report, report).value() == usagekit::ReportDifference{}, "a report is as itself");
    require(usagekit::thresholds(report).size() <= report.metrics.size(), "a metric is above one threshold");
    if (report.period.start) {
        if (const auto* start = std::get_if<usagekit::Timestamp>(&*report.period.start)) {
            static_cast<void>(usagekit::projection(report, *start + std::chrono::hours{1}));
        }
    }
}

}  // namespace fuzz
