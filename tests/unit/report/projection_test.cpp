#include <doctest/doctest.h>

#include <usagekit/report_analysis.hpp>

using namespace usagekit;
using namespace std::chrono;
using namespace std::chrono_literals;
using reports::MetricKind;

namespace {

const Timestamp start = sys_days{2024y / January / 1};
const Timestamp end = sys_days{2024y / January / 31};

UsageReport report_of(std::vector<reports::Metric> metrics) {
    return {.period = {.start = start, .end = end}, .metrics = std::move(metrics)};
}

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

}  // namespace

TEST_CASE("after a third of the period three times as much is projected, with as many decimal places") {
    struct Row {
        const char* used;
        const char* projected;
    };
    static constexpr Row rows[] = {
        {"45230", "135690"}, {"0", "0"}, {"67.50", "202.50"}, {"0.1", "0.3"}, {"1e3", "3000"}, {"-1", "-3"},
    };
    for (const auto& row : rows) {
        const auto projected = projection(
            report_of({{.id = "calls", .kind = MetricKind::counter, .used = decimal(row.used)}}), start + days{10});
        REQUIRE(projected.has_value());
        CHECK(projected->metrics.front().used.str() == row.projected);
        CHECK(projected->now == start + days{10});
        CHECK(projected->method.starts_with("linear"));
        CHECK(projected->method.find("unknown kind are taken for counters") != std::string::npos);
    }
}

TEST_CASE("a projection is rounded to the nearest, and has a percentage where there is a limit") {
    const auto projected = projection(report_of({{.id = "calls",
                                                  .name = "Calls",
                                                  .kind = MetricKind::counter,
                                                  .unit = "requests",
                                                  .used = 10,
                                                  .limit = 60}}),
                                      start + days{7});
    CHECK(projected->metrics
          == std::vector<ProjectedMetric>{
              {.id = "calls", .name = "Calls", .unit = "requests", .used = 43, .percentage = decimal("71.67")}});
}

TEST_CASE("levels and metrics without a number are not projected") {
    const auto projected = projection(report_of({{.id = "seats", .kind = MetricKind::gauge, .used = 10},
                                                 {.id = "nothing", .kind = MetricKind::counter},
                                                 {.id = "unknown", .used = 1, .limit = 0}}),
                                      start + days{15});
    REQUIRE(projected->metrics.size() == 1);
    CHECK(projected->metrics.front().id == "unknown");
    CHECK(projected->metrics.front().used == 2);
    CHECK(!projected->metrics.front().percentage);
}

TEST_CASE("nothing is projected outside of the period, nor without one") {
    const auto report = report_of({{.id = "calls", .used = 1}});
    CHECK(!projection(report, start));
    CHECK(!projection(report, start - 1us));
    CHECK(!projection(report, end));
    CHECK(!projection(report, end + 1h));
    CHECK(projection(report, start + 1us).has_value());
    CHECK(projection(report, end - 1us).has_value());
    CHECK(!projection({.period = {.start = start}, .metrics = report.metrics}, start + 1h));
    CHECK(!projection({.period = {.end = end}, .metrics = report.metrics}, start + 1h));
}

TEST_CASE("a period of days begins and ends at midnight UTC") {
    const UsageReport report{.period = {.start = 2024y / March / 1, .end = 2024y / March / 3},
                             .metrics = {{.id = "tokens", .used = decimal("1.5")}}};
    CHECK(projection(report, sys_days{2024y / March / 1} + 12h)->metrics.front().used.str() == "6.0");
    CHECK(!projection(report, sys_days{2024y / March / 3}));
}
