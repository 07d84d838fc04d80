#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <usagekit/report_writers.hpp>

using namespace usagekit;
using namespace std::chrono;

namespace {

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

UsageReport report_of(std::vector<reports::Metric> metrics) {
    return {.provider = "billing", .metrics = std::move(metrics)};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

/// How often the part stands in the text.
int count(std::string_view text, std::string_view part) {
    int found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

}  // namespace

TEST_CASE("a page is one HTML document that allows itself nothing but its own style") {
    const auto page = to_html(report_of({}));
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    CHECK(page.ends_with("</html>\n"));
    CHECK(has(page, "<meta charset=\"utf-8\">"));
    CHECK(has(page, "content=\"default-src 'none'; style-src 'unsafe-inline'\""));
    CHECK(has(page, "content=\"width=device-width, initial-scale=1\""));
    for (const auto* part : {"<script", "<link", "<img", "url(", "@import", "http://", "https://"}) {
        CHECK(!has(page, part));
    }
}

TEST_CASE("a page shows period, figures, groups, cost and notes") {
    auto report =
        report_of({{.id = "tokens",
                    .name = "Tokens",
                    .unit = "tokens",
                    .used = decimal("1234567.50"),
                    .limit = 2000000,
                    .overage = 3,
                    .percentage = decimal("61.7"),
                    .projection = reports::Projection{.used = 1900000, .percentage = 95},
                    .groups = {{.dimensions = {{"region", "eu"}, {"model", "large"}}, .used = decimal("0.10")},
                               {.period = reports::Period{.start = 2024y / January / 2}},
                               {.used = 4}}}});
    report.subject = "acme";
    report.period = {.start = 2024y / January / 1, .end = 2024y / February / 1};
    report.cost = {.total = decimal("1041.5"), .base = 1000, .overage = decimal("41.5"), .currency = "usd"};
    report.notes = {"read with care"};
    const auto page = to_html(report);
    const auto name = [](std::string_view text) {
        return std::string("<span class=\"name\" dir=\"auto\">").append(text).append("</span>");
    };
    CHECK(has(page, name("billing") + " \u2013 " + name("acme") + "</h2>"));
    CHECK(has(page, "2024-01-01 to 2024-02-01"));
    CHECK(has(page, "<th scope=\"row\">" + name("Tokens")));
    CHECK(has(page, "1,234,567.50<small>of 2,000,000 " + name("tokens")));
    CHECK(has(page, "<small>3 " + name("tokens") + " over</small>"));
    CHECK(has(page, "projected 1,900,000 " + name("tokens") + ", 95.0%"));
    CHECK(has(page, name("region") + ": " + name("eu") + ", " + name("model") + ": " + name("large")));
    CHECK(has(page, "all<small>from 2024-01-02</small>"));
    CHECK(has(page, "no dimensions</th><td class=\"amount\">4</td>"));
    CHECK(has(page, "<dt>Cost</dt><dd>1,041.50 " + name("USD") + "</dd>"));
    CHECK(has(page, "<dt>Plan</dt><dd>1,000.00 "));
    CHECK(has(page, "<dt>Overage</dt><dd>41.50 "));
    CHECK(has(page, "<li>" + name("read with care") + "</li>"));
}

TEST_CASE("a bar is as wide as the percentage, from none to all, and of its level") {
    struct Row {
        const char* percentage;
        const char* style;
        const char* words;
    };
    static constexpr Row rows[] = {
        {"-5", "bar normal\" style=\"width:0.000%\"", "-5.0% of the limit used\""},
        {"0", "bar normal\" style=\"width:0.000%\"", "0.0% of the limit used\""},
        {"45.23", "bar normal\" style=\"width:45.230%\"", "45.2% of the limit used\""},
        {"75", "bar normal\" style=\"width:75.000%\"", "75.0% of the limit used\""},
        {"75.0001", "bar warning\" style=\"width:75.000%\"", "75.0% of the limit used, above 75%\""},
        {"90", "bar warning\" style=\"width:90.000%\"", "90.0% of the limit used, above 75%\""},
        {"120", "bar critical\" style=\"width:100.000%\"", "120.0% of the limit used, above 90%\""},
        {"1e3", "bar critical\" style=\"width:100.000%\"", "1,000.0% of the limit used, above 90%\""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.percentage);
        const auto page = to_html(report_of({{.id = "a", .percentage = decimal(row.percentage)}}));
        CHECK(has(page, row.style));
        CHECK(has(page, row.words));
    }
    const auto strict =
        to_html(report_of({{.id = "a", .percentage = 30}}), {.thresholds = {.warning = 10, .critical = 50}});
    CHECK(has(strict, "bar warning"));
    CHECK(has(strict, "<small>above 10%</small>"));
}

TEST_CASE("what a report does not have is told as not given, and is no zero") {
    const auto page = to_html(report_of({{.id = "calls"}}));
    CHECK(has(page, ">calls</span>"));
    CHECK(count(page, "not given") == 2);
    CHECK(!has(page, "class=\"bar"));
    CHECK(!has(page, "<dl>"));
    CHECK(!has(page, "<ul"));
    CHECK(has(to_html(report_of({})), "No metrics."));
    CHECK(has(to_html(std::span<const UsageReport>()), "No reports."));
}

TEST_CASE("no text of a provider becomes markup, or a control character") {
    const std::string hostile = "<b>\"'&\x1b\n</b>";
    const std::string harmless = "&lt;b&gt;&quot;&#39;&amp;\\x1b\\n&lt;/b&gt;";
    auto report = report_of(
        {{.id = "a", .name = hostile, .unit = hostile, .used = 1, .groups = {{.dimensions = {{hostile, hostile}}}}}});
    report.provider = hostile;
    report.subject = hostile;
    report.cost = {.total = 1, .currency = hostile};
    report.notes = {hostile};
    const auto page = to_html(report, {.title = hostile});
    CHECK(!has(page, "<b>"));
    CHECK(!has(page, "\x1b"));
    CHECK(count(page, harmless) == 9);
    CHECK(count(page, "&lt;B&gt;") == 1);  // the currency
}

TEST_CASE("several reports are parts of one page, each with its own heading") {
    const UsageReport reports[] = {{.provider = "a"}, {.provider = "b"}};
    const auto page = to_html(reports, {.title = "Two"});
    CHECK(has(page, "<title>Two</title>"));
    CHECK(has(page, "<h1>Two</h1>"));
    CHECK(count(page, "<h2") == 2);
    CHECK(has(page, "aria-labelledby=\"report-1\">\n<h2 id=\"report-1\">"));
    CHECK(has(page, "aria-labelledby=\"report-2\">\n<h2 id=\"report-2\">"));
}
