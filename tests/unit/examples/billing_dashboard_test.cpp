#include "../../../examples/billing_dashboard.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace usagekit;
using examples::Colours;
using examples::dashboard::Colour;

namespace {

Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

billing::Usage usage() {
    return {.period = {.start = parse_timestamp("2024-01-01T00:00:00Z").value(),
                       .end = parse_timestamp("2024-01-31T23:59:59Z").value()}};
}

billing::Metric metric_at(std::string_view percentage) {
    return {.name = "Calls",
            .unit = "requests",
            .included = 1000,
            .used = decimal("1234567.50"),
            .percentage = decimal(percentage)};
}

billing::Usage usage_of(const billing::Metric& metric) {
    auto of_metric = usage();
    of_metric.metrics = {{billing::api_calls, metric}};
    return of_metric;
}

std::string drawn(const billing::Usage& usage, Colours colours = Colours::none) {
    std::ostringstream out;
    examples::draw(out, usage, colours);
    return out.str();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("the dashboard shows period, figures and cost in aligned columns") {
    auto month = usage();
    month.metrics = {
        {billing::api_calls, metric_at("76")},
        {billing::seats, {.name = "Pl\xC3\xA4tze", .included = 10, .used = 12, .overage = 2, .percentage = 120}},
    };
    month.projected_usage = {{billing::api_calls, {.projected = 2100000, .percentage = 105}}};
    month.estimated_cost = {.base = 29, .overage = decimal("12.5"), .total = decimal("1041.50"), .currency = "usd"};
    CHECK(drawn(month)
          == "Usage from 2024-01-01T00:00:00Z to 2024-01-31T23:59:59Z\n"
             "\n"
             "Calls   [######################--------]  1,234,567.50 / 1,000 requests   76.0% used; projected "
             "2,100,000, 105.0%\n"
             "Pl\xC3\xA4tze  [##############################]            12 / 10              120.0% used; 2 over\n"
             "\n"
             "Estimated cost: 1,041.50 USD (includes 12.50 overage)\n");
}

TEST_CASE("what the service left out is not shown") {
    CHECK(drawn(usage()) == "Usage from 2024-01-01T00:00:00Z to 2024-01-31T23:59:59Z\n\nno metrics\n");
    const auto bare = drawn(usage_of(metric_at("45.23")));
    CHECK(!has(bare, "over"));
    CHECK(!has(bare, "projected"));
    CHECK(!has(bare, "cost"));
    auto without_currency = usage();
    without_currency.estimated_cost = {.base = 29, .total = 29};
    CHECK(has(drawn(without_currency), "\nEstimated cost: 29.00\n"));
}

TEST_CASE("a projection for another metric is not shown") {
    auto month = usage_of(metric_at("50"));
    month.projected_usage = {{billing::storage, {.projected = 1, .percentage = 1}}};
    CHECK(!has(drawn(month), "projected"));
}

TEST_CASE("the overage of a metric has its unit, to the last digit") {
    auto metric = metric_at("120");
    metric.overage = decimal("2000.125");
    CHECK(has(drawn(usage_of(metric)), "120.0% used; 2,000.125 requests over\n"));
    metric.overage = decimal("0.00");
    CHECK(!has(drawn(usage_of(metric)), "over"));
}

TEST_CASE("costs have two decimal places, and overage is told when it is positive") {
    struct Row {
        const char* total;
        const char* overage;
        const char* line;
    };
    static constexpr Row rows[] = {
        {"29", "0", "Estimated cost: 29.00 EUR\n"},
        {"29.005", "-1", "Estimated cost: 29.01 EUR\n"},
        {"41.5", "0.001", "Estimated cost: 41.50 EUR (includes 0.00 overage)\n"},
        {"1e3", "12.5", "Estimated cost: 1,000.00 EUR (includes 12.50 overage)\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.total);
        auto month = usage();
        month.estimated_cost = {.overage = decimal(row.overage), .total = decimal(row.total), .currency = "eUr"};
        CHECK(drawn(month).ends_with(row.line));
    }
}

TEST_CASE("a bar is red above 90 percent, yellow above 75, and else green") {
    struct Row {
        const char* percentage;
        Colour colour;
    };
    static constexpr Row rows[] = {
        {"-5", Colour::green},     {"0", Colour::green},   {"75", Colour::green},
        {"75.01", Colour::yellow}, {"90", Colour::yellow}, {"90.00000000000000000001", Colour::red},
        {"90.01", Colour::red},    {"100.1", Colour::red}, {"120", Colour::red},
    };
    for (const auto& row : rows) {
        CAPTURE(row.percentage);
        CHECK(examples::dashboard::colour_of(decimal(row.percentage)) == row.colour);
    }
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
        const auto bar = examples::dashboard::bar(decimal(row.percentage), Colours::none);
        CHECK(bar.size() == 32);
        CHECK(std::count(bar.begin(), bar.end(), '#') == row.cells);
    }
}

TEST_CASE("commas stand in the integer part only, and no digit is lost") {
    struct Row {
        const char* number;
        const char* shown;
    };
    static constexpr Row rows[] = {
        {"0", "0"},
        {"999", "999"},
        {"-999", "-999"},
        {"1000", "1,000"},
        {"-1234567.5", "-1,234,567.5"},
        {"0.10000", "0.10000"},
        {"1e6", "1,000,000"},
        {"1234567890123456789012345678.901234567890", "1,234,567,890,123,456,789,012,345,678.901234567890"},
        {"1234567890123456789012345678901234567890", "1,234,567,890,123,456,789,012,345,678,901,234,567,890"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.number);
        CHECK(examples::dashboard::grouped(decimal(row.number)) == row.shown);
    }
}

TEST_CASE("percentages have one decimal place") {
    struct Row {
        const char* percentage;
        const char* shown;
    };
    static constexpr Row rows[] = {
        {"0", "0.0%"},    {"45.23", "45.2%"}, {"67.5", "67.5%"},         {"70", "70.0%"},
        {"0.25", "0.3%"}, {"-5", "-5.0%"},    {"12345.67", "12,345.7%"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.percentage);
        CHECK(examples::dashboard::percent(decimal(row.percentage)) == row.shown);
    }
}

TEST_CASE("colours are of the filled cells and of the overage, and only when they are wanted") {
    auto month = usage_of(metric_at("50"));
    month.estimated_cost = {.overage = 1, .total = 30};
    CHECK(!has(drawn(month, Colours::none), "\x1b"));
    const auto coloured = drawn(month, Colours::ansi);
    CHECK(has(coloured, "[\x1b[32m###############\x1b[0m---------------]"));
    CHECK(has(coloured, "30.00 \x1b[31m(includes 1.00 overage)\x1b[0m\n"));
    CHECK(!has(drawn(usage_of(metric_at("0")), Colours::ansi), "\x1b"));
}

TEST_CASE("names, units and currencies cannot steer the terminal") {
    auto metric = metric_at("50");
    metric.name = "a\x1b[2J";
    metric.unit = "b\nc";
    metric.overage = 1;
    auto month = usage_of(metric);
    month.estimated_cost = {.total = 1, .currency = "\x07"};
    const auto text = drawn(month);
    CHECK(has(text, "\na\\x1b[2J  ["));
    CHECK(has(text, "/ 1,000 b\\x0ac  "));
    CHECK(has(text, "; 1 b\\x0ac over\n"));
    CHECK(has(text, ": 1.00 \\x07\n"));
}
