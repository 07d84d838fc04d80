#include <doctest/doctest.h>

#include <usagekit/report_analysis.hpp>

using namespace usagekit;
using namespace std::chrono;
using reports::MetricKind;

namespace {

reports::Metric counter(const char* id, std::optional<Decimal> used) {
    return {.id = id, .name = "Counter", .kind = MetricKind::counter, .used = std::move(used)};
}

UsageReport january(std::vector<reports::Metric> metrics) {
    return {.provider = "billing",
            .subject = "acme",
            .period = {.start = 2024y / January / 1, .end = 2024y / February / 1},
            .metrics = std::move(metrics)};
}

UsageReport february(std::vector<reports::Metric> metrics) {
    auto report = january(std::move(metrics));
    report.period = {.start = 2024y / February / 1, .end = 2024y / March / 1};
    return report;
}

}  // namespace

TEST_CASE("a report does not differ from itself") {
    const auto report = january({counter("calls", 5)});
    CHECK(diff(report, report).value() == ReportDifference{});
    CHECK(diff(report, january({counter("calls", Decimal::parse("5.00").value())})).value() == ReportDifference{});
}

TEST_CASE("what was used between two reports of one period is told, and which metrics are new or gone") {
    const auto difference =
        diff(january({counter("calls", 5), counter("gone", 1)}), january({counter("new", 1), counter("calls", 12)}));
    CHECK(difference.value()
          == ReportDifference{
              .appeared = {"new"},
              .vanished = {"gone"},
              .changes = {{.id = "calls", .name = "Counter", .before = 5, .after = 12, .difference = 7}}});
}

TEST_CASE("a counter that goes down inside one period is told, a gauge and an unknown metric may") {
    const auto gone_down = [](MetricKind kind) {
        const auto at = [&](int used) { return january({{.id = "m", .kind = kind, .used = used}}); };
        return diff(at(5), at(3)).value().changes.front().went_down;
    };
    CHECK(gone_down(MetricKind::counter));
    CHECK(!gone_down(MetricKind::gauge));
    CHECK(!gone_down(MetricKind::unknown));
}

TEST_CASE("with another period counters began anew, so only a gauge has a difference") {
    const auto seats = [](int used) { return reports::Metric{.id = "seats", .kind = MetricKind::gauge, .used = used}; };
    const auto difference = diff(january({counter("calls", 5), seats(9)}), february({counter("calls", 3), seats(7)}));
    REQUIRE(difference.value().changes.size() == 2);
    CHECK(difference.value().period_changed);
    CHECK(!difference.value().changes[0].difference);
    CHECK(!difference.value().changes[0].went_down);
    CHECK(difference.value().changes[1].difference == Decimal(-2));
}

TEST_CASE("where one of the reports has no number there is no difference, but a change") {
    const auto difference = diff(january({counter("a", std::nullopt)}), january({counter("a", 1)}));
    REQUIRE(difference.value().changes.size() == 1);
    CHECK(!difference.value().changes[0].before);
    CHECK(!difference.value().changes[0].difference);
}

TEST_CASE("with another unit there is no difference, and nothing that went down") {
    auto before = counter("storage", 1500);
    auto after = counter("storage", 1);
    before.unit = "MB";
    after.unit = "GB";
    const auto change = diff(january({before}), january({after})).value().changes.front();
    CHECK(!change.difference);
    CHECK(!change.went_down);
}

TEST_CASE("metrics that share an ID are matched in their order") {
    const auto difference =
        diff(january({counter("a", 1), counter("a", 2)}), january({counter("a", 1), counter("a", 5), counter("a", 7)}));
    REQUIRE(difference.value().changes.size() == 1);
    CHECK(difference.value().changes[0].before == Decimal(2));
    CHECK(difference.value().appeared == std::vector<std::string>{"a"});
}

TEST_CASE("reports of different providers or subjects are not compared") {
    auto other = january({});
    other.provider = "measure";
    CHECK(diff(january({}), other).error().kind == ErrorKind::invalid_request);
    other = january({});
    other.subject = std::nullopt;
    CHECK(diff(january({}), other).error().kind == ErrorKind::invalid_request);
}
