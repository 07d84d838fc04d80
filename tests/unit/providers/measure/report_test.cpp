#include <doctest/doctest.h>

#include <usagekit/measure/report.hpp>

#include "golden.hpp"
#include "providers/measure/fields.hpp"

using namespace usagekit;

namespace {

RawJson json(std::string_view text) { return RawJson::parse(text).value(); }

measure::Period days(const char* start, const char* end) {
    const auto midnight = [](const char* day) { return parse_timestamp(std::string(day) + "T00:00:00Z").value(); };
    return {.start_date = midnight(start), .end_date = midnight(end)};
}

measure::Usage usage_of(std::vector<measure::UsageRecord> records) { return {.usage = std::move(records)}; }

bool is_noted(const UsageReport& report, std::string_view words) {
    for (const auto& note : report.notes) {
        if (note.find(words) != note.npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("Measure's reports look as they are known to, in every format") {
    const auto to_report = [](const auto& usage) { return measure::report(usage); };  // the contract has no example
    std::vector<UsageReport> examples;
    for (const auto* file : {"measure/__files/usage.json", "measure/__files/usage-period.json"}) {
        examples.push_back(report_of_mock<measure::Usage>(file, to_report));
    }
    CHECK(complaint_about_golden("measure", examples) == "");
}

TEST_CASE("of one record of Measure the value is what was used, whether it is a number or a text with one") {
    for (const auto* value : {"12.50", "\"12.50\""}) {
        const auto period = days("2024-01-01", "2024-02-01");
        const auto report = measure::report(usage_of({{.period = period, .value = json(value)}}), "sub_1");
        CHECK(report.metrics.front().used->str() == "12.50");
        CHECK(report.metrics.front().groups.empty());
        CHECK(report.period == reports::Period{.start = period.start_date, .end = period.end_date});
        CHECK(report.subject == "sub_1");
    }
}

TEST_CASE("a value of Measure that is no number is left out, and noted") {
    for (const auto* value : {"true", "{}", "[1]", "\"many\""}) {
        CAPTURE(value);
        const auto report = measure::report(usage_of({{.value = json(value)}}));
        CHECK(!report.metrics.front().used);
        CHECK(is_noted(report, "1 of 1 values are no numbers"));
    }
    const auto without_value = measure::report(usage_of({{}}));
    CHECK(!without_value.metrics.front().used);
    CHECK(!is_noted(without_value, "values are no numbers"));
}

TEST_CASE("several records of Measure are groups with their periods, and are not added up") {
    const auto first = days("2024-01-01", "2024-02-01");
    const auto second = days("2024-02-01", "2024-03-01");
    const auto report =
        measure::report(usage_of({{.period = second, .value = json("2")}, {.period = first, .value = json("1")}}));
    const auto& metric = report.metrics.front();
    CHECK(!metric.used);
    CHECK(report.period == reports::Period{.start = first.start_date, .end = second.end_date});
    REQUIRE(metric.groups.size() == 2);
    CHECK(metric.groups[0].used == Decimal(2));
    CHECK(metric.groups[0].period == reports::Period{.start = second.start_date, .end = second.end_date});
    CHECK(metric.groups[0].dimensions.empty());
    CHECK(is_noted(report, "2 records are shown as groups"));
}

TEST_CASE("parts of a record of Measure are groups, by what they are grouped by") {
    measure::UsageRecord record{.value = json("3")};
    record.breakdown = {{.grouping = json(R"({"region":"eu","n":1.0})"),
                         .breakout = json(R"({"region":"second","tags":[ "a b\"\\" ]})"),
                         .value = json("1")},
                        {.grouping = json("\"all\"")}};
    const auto report = measure::report(usage_of({record}));
    const auto& metric = report.metrics.front();
    CHECK(metric.used == Decimal(3));
    REQUIRE(metric.groups.size() == 2);
    CHECK(
        metric.groups[0].dimensions
        == Map<std::string>{{"region", "eu"}, {"n", "1.0"}, {"breakout.region", "second"}, {"tags", R"(["a b\"\\"])"}});
    CHECK(metric.groups[1].dimensions == Map<std::string>{{"grouping", "all"}});
    CHECK(!metric.groups[1].used);
}

TEST_CASE("a report of Measure goes by the metric's name, and says when there is no usage") {
    measure::Usage usage{.metric = measure::Metric{.id = measure::MetricId{"met_1"}}};
    CHECK(measure::report(usage).metrics.front().id == "met_1");
    usage.metric->name = "messages";
    usage.metric->external_name = "Messages";
    CHECK(measure::report(usage).metrics.front().id == "messages");
    CHECK(measure::report(usage).metrics.front().name == "Messages");
    CHECK(measure::report({}).metrics.front().id == "usage");
    CHECK(is_noted(measure::report({}), "no usage"));
    CHECK(is_noted(measure::report(usage_of({})), "no usage"));
}

TEST_CASE("of several records of Measure each group says by its ID which one it belongs to") {
    measure::UsageRecord record{.subscription_metric_record_id = measure::SubscriptionMetricRecordId{"smr_1"}};
    record.breakdown = {{.grouping = json(R"({"record":"spoilt","region":"eu"})")}};
    const auto groups = measure::report(usage_of({record, {}})).metrics.front().groups;
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].dimensions == Map<std::string>{{"record", "smr_1"}});
    CHECK(groups[1].dimensions
          == Map<std::string>{{"record", "smr_1"}, {"grouping.record", "spoilt"}, {"region", "eu"}});
    CHECK(groups[2].dimensions.empty());
}
