#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <usagekit/report_writers.hpp>

using namespace usagekit;
using namespace std::chrono;

namespace {

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

reports::Metric metric_at(std::string_view percentage) {
    return {.id = "calls",
            .name = "Calls",
            .unit = "requests",
            .used = decimal("1234567.50"),
            .limit = 1000,
            .percentage = decimal(percentage)};
}

UsageReport report_of(std::vector<reports::Metric> metrics) {
    return {.provider = "billing",
            .period = {.start = 2024y / January / 1, .end = 2024y / February / 1},
            .metrics = std::move(metrics)};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("text shows period, figures, groups, cost and notes, in aligned columns") {
    auto report = report_of({
        metric_at("76"),
        {.id = "seats",
         .name = "Pl\xC3\xA4tze",
         .used = 12,
         .limit = 10,
         .overage = 2,
         .percentage = 120,
         .projection = reports::Projection{.used = 14}},
        {.id = "tokens",
         .unit = "tokens",
         .used = decimal("0.10"),
         .groups = {{.dimensions = {{"region", "eu"}, {"model", "large"}}, .used = decimal("0.07")},
                    {.period = reports::Period{.end = 2024y / January / 5}},
                    {.used = 3}}},
        {.id = "nothing", .name = "Nothing", .unit = "units"},
    });
    report.subject = "acme";
    report.metrics.front().projection = {.used = 2100000, .percentage = 105};
    report.cost = {.total = decimal("1041.50"), .base = 1029, .overage = decimal("12.5"), .currency = "usd"};
    report.notes = {"read with care", "and this too"};
    CHECK(to_text(report)
          == "Usage of billing by acme, 2024-01-01 to 2024-02-01\n"
             "\n"
             "Calls                     [######################--------]  1,234,567.50  / 1,000 requests   76.0%  "
             "projected 2,100,000, 105.0%\n"
             "Pl\xC3\xA4tze                    [##############################]            12  / 10              120.0%  "
             "2 over; projected 14\n"
             "tokens                                                              0.10  tokens\n"
             "  region=eu, model=large                                            0.07\n"
             "  until 2024-01-05                                                     -\n"
             "  (no dimensions)                                                      3\n"
             "Nothing                                                                -\n"
             "\n"
             "Cost: 1,041.50 USD; plan 1,029.00; overage 12.50\n"
             "\n"
             "Note: read with care\n"
             "Note: and this too\n");
}

TEST_CASE("what a report does not have is not shown") {
    CHECK(to_text(UsageReport{.provider = "measure"}) == "Usage of measure\n\nno metrics\n");
    auto report = report_of({{.id = "calls", .used = 5}});
    CHECK(to_text(report) == "Usage of billing, 2024-01-01 to 2024-02-01\n\ncalls  5\n");
    report.cost = {.total = 29};
    CHECK(to_text(report).ends_with("\nCost: 29.00\n"));
    report.metrics.front().overage = decimal("0.00");
    CHECK(!has(to_text(report), "over"));
}

TEST_CASE("several reports stand one behind the other, with a line between them") {
    const UsageReport reports[] = {{.provider = "a"}, {.provider = "b"}};
    CHECK(to_text(reports) == "Usage of a\n\nno metrics\n\nUsage of b\n\nno metrics\n");
    CHECK(to_text(std::span<const UsageReport>()).empty());
}

TEST_CASE("a bar has as many cells as the percentage fills, from none to all") {
    struct Row {
        const char* percentage;
        std::ptrdiff_t cells;
    };
    static constexpr Row rows[] = {
        {"-5", 0},  {"0", 0},      {"3.3", 0},  {"3.4", 1},  {"50", 15},
        {"75", 22}, {"99.99", 29}, {"100", 30}, {"250", 30}, {"1e999", 30},
    };
    for (const auto& row : rows) {
        CAPTURE(row.percentage);
        const auto text = to_text(report_of({metric_at(row.percentage)}));
        CHECK(std::count(text.begin(), text.end(), '#') == row.cells);
        CHECK(text.find(']') - text.find('[') == 31);
    }
    CHECK(!has(to_text(report_of({metric_at("50")}), {.bar_width = 0}), "["));
    CHECK(has(to_text(report_of({metric_at("50")}), {.bar_width = 4}), "[##--]"));
}

TEST_CASE("a bar is red above 90 percent, yellow above 75, and else green, and only when colours are wanted") {
    struct Row {
        const char* percentage;
        const char* colour;
    };
    static constexpr Row rows[] = {
        {"5", "\x1b[32m"},  {"75", "\x1b[32m"},    {"75.01", "\x1b[33m"},
        {"90", "\x1b[33m"}, {"90.01", "\x1b[31m"}, {"120", "\x1b[31m"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.percentage);
        const auto report = report_of({metric_at(row.percentage)});
        CHECK(has(to_text(report, {.has_colours = true}), std::string("[") + row.colour + "#"));
        CHECK(!has(to_text(report), "\x1b"));
    }
    CHECK(has(to_text(report_of({metric_at("50")}), {.has_colours = true}), "#\x1b[0m-"));
    CHECK(!has(to_text(report_of({metric_at("0")}), {.has_colours = true}), "\x1b"));
    const TextOptions strict{.has_colours = true, .thresholds = {.warning = 10, .critical = 20}};
    CHECK(has(to_text(report_of({metric_at("50")}), strict), "[\x1b[31m#"));
}

TEST_CASE("overage of the cost is red when there is some") {
    auto report = report_of({});
    report.cost = {.total = 30, .overage = 1};
    CHECK(has(to_text(report, {.has_colours = true}), "; \x1b[31moverage 1.00\x1b[0m\n"));
    report.cost->overage = 0;
    CHECK(has(to_text(report, {.has_colours = true}), "; overage 0.00\n"));
}

TEST_CASE("one long name does not make every line long") {
    const auto text = to_text(report_of({{.id = std::string(5000, 'x'), .used = 1}, {.id = "short", .used = 2}}));
    CHECK(has(text, std::string(5000, 'x') + "  1\n"));
    CHECK(has(text, "short" + std::string(115, ' ') + "  2\n"));
}

TEST_CASE("a metric without a name and an ID is called so") {
    CHECK(has(to_text(report_of({{.used = 1}})), "\na metric without a name  1\n"));
}

TEST_CASE("no text of a provider turns the direction of a line") {
    for (const auto* control : {"\u202a", "\u202e", "\u2066", "\u2069"}) {
        CHECK(!has(to_text(report_of({{.id = std::string("a").append(control), .used = 1}})), control));
    }
    CHECK(has(to_text(report_of({{.id = "\u2065\u202f\u2029", .used = 1}})), "\u2065\u202f\u2029"));
}

TEST_CASE("no text of a provider can steer the terminal, or begin a line") {
    const std::string hostile = "a\x1b[2J\nb\x07";
    auto report = report_of({{.id = hostile,
                              .name = hostile,
                              .unit = hostile,
                              .used = 1,
                              .limit = 2,
                              .overage = 3,
                              .percentage = 50,
                              .groups = {{.dimensions = {{hostile, hostile}}}}}});
    report.provider = hostile;
    report.subject = hostile;
    report.cost = {.total = 1, .currency = hostile};
    report.notes = {hostile};
    const auto text = to_text(report);
    CHECK(!has(text, "\x1b"));
    CHECK(!has(text, "\x07"));
    CHECK(std::count(text.begin(), text.end(), '\n') == 8);
}
