#include <doctest/doctest.h>

#include <usagekit/meteroid/report.hpp>

#include "golden.hpp"
#include "providers/meteroid/fields.hpp"

using namespace usagekit;
using namespace std::chrono;

TEST_CASE("Meteroid's reports of its documented answer and of many groups look as they are known to, in every format") {
    const auto to_report = [](const auto& usage) { return meteroid::report(usage); };
    auto contract = Contract::of("meteroid");
    auto examples = reports_of_examples<meteroid::Usage>(contract, "MeteroidUsage", to_report);
    examples.push_back(report_of_mock<meteroid::Usage>("meteroid/__files/usage-current.json", to_report));
    CHECK(complaint_about_golden("meteroid", examples) == "");
}

TEST_CASE("a report of Meteroid keeps every digit and every group, and notes that totals are sums") {
    const auto value = Decimal::parse("234567.890123456789").value();
    const auto report = meteroid::report({.period_start = 2024y / March / 1,
                                          .period_end = 2024y / April / 1,
                                          .usage = {{.metric_id = meteroid::MetricId{"bm_1"},
                                                     .metric_name = "Tokens",
                                                     .metric_code = "tokens",
                                                     .total_value = value,
                                                     .grouped_usage = {{value, {{"region", "eu"}}}, {0, {}}}}}},
                                         "sub_1");
    CHECK(report.subject == "sub_1");
    CHECK(report.period == reports::Period{.start = 2024y / March / 1, .end = 2024y / April / 1});
    REQUIRE(report.metrics.size() == 1);
    const auto& tokens = report.metrics.front();
    CHECK(tokens.id == "tokens");
    CHECK(tokens.kind == reports::MetricKind::unknown);
    CHECK(tokens.used->str() == "234567.890123456789");
    CHECK(!tokens.limit);
    CHECK(!tokens.unit);
    CHECK(tokens.groups == std::vector<reports::Group>{{.dimensions = {{"region", "eu"}}, .used = value}, {.used = 0}});
    CHECK(report.notes.front().find("sum over the groups") != std::string::npos);
}

TEST_CASE("a metric of Meteroid without a code goes by its ID") {
    const auto report = meteroid::report({.usage = {{.metric_id = meteroid::MetricId{"bm_1"}}}});
    CHECK(report.metrics.front().id == "bm_1");
}
