#include <sstream>

#include <doctest/doctest.h>

#include <usagekit/report.hpp>

using namespace usagekit;
using namespace std::chrono;

namespace {

UsageReport full_report() {
    return {.provider = "billing",
            .subject = "acme",
            .period = {.start = 2024y / January / 1, .end = parse_timestamp("2024-01-31T23:59:59Z").value()},
            .metrics = {{.id = "apiCalls",
                         .name = "API Calls",
                         .kind = reports::MetricKind::counter,
                         .unit = "requests",
                         .used = Decimal::parse("0.10").value(),
                         .limit = 10,
                         .overage = 0,
                         .percentage = 1,
                         .projection = reports::Projection{.used = 2, .percentage = 20},
                         .groups = {{.dimensions = {{"region", "eu"}},
                                     .period = reports::Period{.start = 2024y / January / 2},
                                     .used = 1}}}},
            .cost = reports::Cost{.total = 3, .base = 2, .overage = 1, .currency = "usd"},
            .notes = {"read with care"}};
}

constexpr auto full_json =
    R"({"provider":"billing","subject":"acme","period":{"start":"2024-01-01","end":"2024-01-31T23:59:59Z"},)"
    R"("metrics":[{"id":"apiCalls","name":"API Calls","kind":"counter","unit":"requests","used":0.10,"limit":10,)"
    R"("overage":0,"percentage":1,"projection":{"used":2,"percentage":20},)"
    R"("groups":[{"dimensions":{"region":"eu"},"period":{"start":"2024-01-02"},"used":1}]}],)"
    R"("cost":{"total":3,"base":2,"overage":1,"currency":"usd"},"notes":["read with care"]})";

}  // namespace

TEST_CASE("a report is written as JSON and read again, with every digit") {
    CHECK(to_json(full_report()) == full_json);
    CHECK(from_json<UsageReport>(full_json).value() == full_report());
    CHECK(from_json<UsageReport>(full_json).value().metrics.front().used->str() == "0.10");
    std::ostringstream printed;
    printed << full_report();
    CHECK(printed.str() == full_json);
}

TEST_CASE("what a report does not have is not written") {
    CHECK(to_json(UsageReport{.provider = "measure"})
          == R"({"provider":"measure","period":{},"metrics":[],"notes":[]})");
    CHECK(to_json(reports::Metric{.id = "a"}) == R"({"id":"a","name":"","kind":"unknown","groups":[]})");
}

TEST_CASE("several reports are one document") {
    const std::vector<UsageReport> reports = {full_report(), {.provider = "measure"}};
    CHECK(from_json<std::vector<UsageReport>>(to_json(reports)).value() == reports);
}

TEST_CASE("a kind of metric that this version has not heard of is kept") {
    const auto metric = from_json<reports::Metric>(R"({"id":"a","name":"A","kind":"histogram","groups":[]})");
    CHECK(metric.value().kind.unknown() == "histogram");
    CHECK(to_json(metric.value()).find(R"("kind":"histogram")") != std::string::npos);
}
