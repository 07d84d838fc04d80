#include <algorithm>

#include <doctest/doctest.h>

#include <usagekit/wiremock/report.hpp>

#include "golden.hpp"
#include "providers/wiremock/fields.hpp"

using namespace usagekit;
using reports::MetricKind;

namespace {

const reports::Metric& metric(const UsageReport& report, std::string_view id) {
    const auto found = std::find_if(report.metrics.begin(), report.metrics.end(),
                                    [&](const reports::Metric& each) { return each.id == id; });
    REQUIRE(found != report.metrics.end());
    return *found;
}

}  // namespace

TEST_CASE("WireMock's reports of its documented answers look as they are known to, in every format") {
    const auto to_report = [](const auto& envelope) { return wiremock::report(envelope.content); };
    using Envelope = wire::Envelope<wiremock::Usage>;
    auto contract = Contract::of("wiremock");
    auto examples = reports_of_examples<Envelope>(contract, "WireMockUsageEnvelope", to_report);
    examples.push_back(report_of_mock<Envelope>("wiremock/__files/subscription-usage-schema.json", to_report));
    CHECK(complaint_about_golden("wiremock", examples) == "");
}

TEST_CASE("a report of WireMock has a metric for each count that the answer has, by its name in the contract") {
    wiremock::Usage usage{.stub_called_count = 7};
    const auto count = wiremock::report(usage).metrics.size();
    usage.export_called_count = 3;
    usage.total_database_connection_count = 0;
    const auto report = wiremock::report(usage);
    CHECK(report.metrics.size() == count + 2);
    CHECK(metric(report, "stubCalledCount").name == "Stub called count");
    CHECK(metric(report, "stubCalledCount").kind == MetricKind::counter);
    CHECK(metric(report, "exportCalledCount").used == Decimal(3));
    CHECK(metric(report, "totalMockApiCount").kind == MetricKind::gauge);
    CHECK(metric(report, "totalMockApiCount").name == "Total mock api count");
    CHECK(metric(report, "totalDatabaseConnectionCount").used == Decimal(0));
}

TEST_CASE("WireMock's seat limit is that of the seats, whose percentage follows from it; null is none") {
    struct Row {
        std::optional<std::int64_t> limit;
        std::optional<Decimal> percentage;
    };
    const Row rows[] = {
        {std::nullopt, std::nullopt},
        {20, Decimal::parse("75.00").value()},
        {7, Decimal::parse("214.29").value()},
        {0, std::nullopt},
    };
    for (const auto& row : rows) {
        const auto report = wiremock::report({.seat_limit = row.limit, .total_seat_count = 15});
        const auto& seats = metric(report, "totalSeatCount");
        CHECK(seats.limit.has_value() == row.limit.has_value());
        CHECK(seats.percentage == row.percentage);
        const auto is_bounded = [](const reports::Metric& each) { return each.limit.has_value(); };
        CHECK(std::count_if(report.metrics.begin(), report.metrics.end(), is_bounded) == (row.limit ? 1 : 0));
    }
}
