#include <doctest/doctest.h>

#include <usagekit/report_analysis.hpp>

using namespace usagekit;

namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

}  // namespace

TEST_CASE("a percentage is critical above 90, a warning above 75, and else normal, unless told otherwise") {
    struct Row {
        const char* percentage;
        Level level;
        Level within_50_and_60;
    };
    static constexpr Row rows[] = {
        {"-5", Level::normal, Level::normal},      {"50", Level::normal, Level::normal},
        {"75", Level::normal, Level::critical},    {"75.000000000000000000001", Level::warning, Level::critical},
        {"90", Level::warning, Level::critical},   {"90.1", Level::critical, Level::critical},
        {"1e9", Level::critical, Level::critical},
    };
    for (const auto& row : rows) {
        CAPTURE(row.percentage);
        CHECK(level_of(decimal(row.percentage)) == row.level);
        CHECK(level_of(decimal(row.percentage), {.warning = 50, .critical = 60}) == row.within_50_and_60);
    }
}

TEST_CASE("the metrics above a threshold are told in the report's order, and those without a percentage are none") {
    const UsageReport report{.metrics = {{.id = "a", .name = "A", .percentage = decimal("95.5")},
                                         {.id = "b", .name = "B", .used = 1000000},
                                         {.id = "c", .name = "C", .percentage = 75},
                                         {.id = "d", .name = "D", .percentage = 76}}};
    CHECK(thresholds(report)
          == std::vector<Crossing>{
              {.id = "a", .name = "A", .percentage = decimal("95.5"), .level = Level::critical},
              {.id = "d", .name = "D", .percentage = 76, .level = Level::warning},
          });
    CHECK(thresholds(report, {.warning = 96, .critical = 99}).empty());
}
