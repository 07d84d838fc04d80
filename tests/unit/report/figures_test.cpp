#include "report/figures.hpp"

#include <doctest/doctest.h>

using namespace usagekit;
using namespace std::chrono;

namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

struct Row {
    const char* number;
    const char* shown;
};

}  // namespace

TEST_CASE("commas stand in the integer part only, and no digit is lost") {
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
    for (const auto& row : rows) CHECK(grouped(decimal(row.number)) == row.shown);
}

TEST_CASE("percentages have one decimal place, costs two") {
    static constexpr Row percentages[] = {
        {"0", "0.0%"},    {"45.23", "45.2%"}, {"67.5", "67.5%"},         {"70", "70.0%"},
        {"0.25", "0.3%"}, {"-5", "-5.0%"},    {"12345.67", "12,345.7%"},
    };
    for (const auto& row : percentages) CHECK(shown_percentage(decimal(row.number)) == row.shown);
    static constexpr Row costs[] = {{"29", "29.00"}, {"29.005", "29.01"}, {"1e3", "1,000.00"}, {"-0.001", "0.00"}};
    for (const auto& row : costs) CHECK(shown_cost(decimal(row.number)) == row.shown);
}

TEST_CASE("of a period there is shown what there is of it") {
    const DateOrTimestamp start = 2024y / January / 1;
    const DateOrTimestamp end = parse_timestamp("2024-01-31T23:59:59Z").value();
    CHECK(shown_period({.start = start, .end = end}) == "2024-01-01 to 2024-01-31T23:59:59Z");
    CHECK(shown_period({.start = start}) == "from 2024-01-01");
    CHECK(shown_period({.end = end}) == "until 2024-01-31T23:59:59Z");
    CHECK(shown_period({}).empty());
}
