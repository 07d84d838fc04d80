#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <usagekit/report_writers.hpp>

using namespace usagekit;
using namespace std::chrono;
using reports::MetricKind;
using Lines = std::vector<std::string>;

namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

Lines lines_of(const std::vector<UsageReport>& reports) {
    std::istringstream text(to_openmetrics(reports));
    Lines lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    REQUIRE(!lines.empty());
    REQUIRE(lines.back() == "# EOF");
    lines.pop_back();
    return lines;
}

/// The samples alone.
Lines samples_of(const std::vector<UsageReport>& reports) {
    auto lines = lines_of(reports);
    std::erase_if(lines, [](const std::string& line) { return line.starts_with('#'); });
    return lines;
}

std::vector<UsageReport> with(std::vector<reports::Metric> metrics) {
    return {{.provider = "billing", .metrics = std::move(metrics)}};
}

/// What a metric of this ID and unit is called.
std::string name_of(const std::string& id, std::optional<std::string> unit = {}, MetricKind kind = MetricKind::gauge) {
    const auto samples = samples_of(with({{.id = id, .kind = kind, .unit = std::move(unit), .used = 1}}));
    REQUIRE(samples.size() == 1);
    const std::string before = "usagekit_billing_";
    REQUIRE(samples.front().starts_with(before));
    return samples.front().substr(before.size(), samples.front().find_first_of("{ ") - before.size());
}

/// What an ID looks like in a label.
std::string label_of(const std::string& id) {
    const auto sample = samples_of(with({{.id = id, .name = "x", .used = 1}})).front();
    const auto begin = sample.find('"') + 1;
    return sample.substr(begin, sample.rfind('"') - begin);
}

}  // namespace

TEST_CASE("each figure of a metric is a family of OpenMetrics, with the unit at its end") {
    CHECK(
        lines_of({{.provider = "billing",
                   .subject = "acme",
                   .metrics = {{.id = "storageSize",
                                .name = "Storage",
                                .kind = MetricKind::gauge,
                                .unit = "GB",
                                .used = decimal("6.750e1"),
                                .limit = 100,
                                .overage = 0,
                                .percentage = decimal("67.50"),
                                .projection = reports::Projection{.used = 80, .percentage = 80}}}}})
        == Lines{
            "# HELP usagekit_billing_storage_size_used_gigabyte What has been used of Storage, in GB",
            "# TYPE usagekit_billing_storage_size_used_gigabyte gauge",
            "# UNIT usagekit_billing_storage_size_used_gigabyte gigabyte",
            R"(usagekit_billing_storage_size_used_gigabyte{metric="storageSize",subject="acme"} 67.50)",
            "# HELP usagekit_billing_storage_size_limit_gigabyte What the plan includes or allows of Storage, in GB",
            "# TYPE usagekit_billing_storage_size_limit_gigabyte gauge",
            "# UNIT usagekit_billing_storage_size_limit_gigabyte gigabyte",
            R"(usagekit_billing_storage_size_limit_gigabyte{metric="storageSize",subject="acme"} 100)",
            "# HELP usagekit_billing_storage_size_overage_gigabyte What has been used of Storage beyond the limit, in "
            "GB",
            "# TYPE usagekit_billing_storage_size_overage_gigabyte gauge",
            "# UNIT usagekit_billing_storage_size_overage_gigabyte gigabyte",
            R"(usagekit_billing_storage_size_overage_gigabyte{metric="storageSize",subject="acme"} 0)",
            "# HELP usagekit_billing_storage_size_used_ratio What has been used of Storage, as a share of the limit",
            "# TYPE usagekit_billing_storage_size_used_ratio gauge",
            "# UNIT usagekit_billing_storage_size_used_ratio ratio",
            R"(usagekit_billing_storage_size_used_ratio{metric="storageSize",subject="acme"} 0.6750)",
            "# HELP usagekit_billing_storage_size_projected_gigabyte What the provider expects to be used of Storage by"
            " the end of the period, in GB",
            "# TYPE usagekit_billing_storage_size_projected_gigabyte gauge",
            "# UNIT usagekit_billing_storage_size_projected_gigabyte gigabyte",
            R"(usagekit_billing_storage_size_projected_gigabyte{metric="storageSize",subject="acme"} 80)",
            "# HELP usagekit_billing_storage_size_projected_ratio What the provider expects to be used of Storage by "
            "the"
            " end of the period, as a share of the limit",
            "# TYPE usagekit_billing_storage_size_projected_ratio gauge",
            "# UNIT usagekit_billing_storage_size_projected_ratio ratio",
            R"(usagekit_billing_storage_size_projected_ratio{metric="storageSize",subject="acme"} 0.80)",
        });
}

TEST_CASE("a counter ends in _total and has no type, nor has what nothing is known of") {
    CHECK(lines_of(with({{.id = "a", .kind = MetricKind::counter, .unit = "requests", .used = 1},
                         {.id = "c", .kind = Open<MetricKind>::unheard_of("histogram"), .used = 2}}))
          == Lines{
              "# HELP usagekit_billing_a_used_requests_total What has been used of a, in requests",
              R"(usagekit_billing_a_used_requests_total{metric="a"} 1)",
              "# HELP usagekit_billing_c_used What has been used of c",
              R"(usagekit_billing_c_used{metric="c"} 2)",
          });
}

TEST_CASE("groups are a family of their own, with a label for each dimension") {
    const reports::Metric metric{
        .id = "calls",
        .kind = MetricKind::counter,
        .used = 3,
        .groups = {{.dimensions = {{"Zone id", "z"}, {"area", "a"}, {"", "x"}}, .used = 1},
                   {.period = reports::Period{.start = 2024y / January / 2, .end = 2024y / January / 3}, .used = 2},
                   {.dimensions = {{"area", "without a number"}}}}};
    const std::string group = "usagekit_billing_calls_used_by_group_total{metric=\"calls\",";
    CHECK(samples_of(with({metric}))
          == Lines{R"(usagekit_billing_calls_used_total{metric="calls"} 3)",
                   group + R"(dimension_area="a",dimension_unnamed="x",dimension_zone_id="z"} 1)",
                   group + R"(period_start="2024-01-02",period_end="2024-01-03"} 2)"});
}

TEST_CASE("dimensions whose names come out the same have labels apart, the same ones in each group") {
    const reports::Metric metric{.id = "a",
                                 .groups = {{.dimensions = {{"re-gion", "1"}, {"re.gion", "2"}}, .used = 1},
                                            {.dimensions = {{"re.gion", "3"}, {"reGion2", "4"}}, .used = 2},
                                            {.dimensions = {{"re_gion_2", "5"}}, .used = 3}}};
    const std::string group = "usagekit_billing_a_used_by_group{metric=\"a\",";
    CHECK(samples_of(with({metric}))
          == Lines{group + R"(dimension_re_gion="1",dimension_re_gion_2="2"} 1)",
                   group + R"(dimension_re_gion2="4",dimension_re_gion_2="3"} 2)",
                   group + R"(dimension_re_gion_2_2="5"} 3)"});
}

TEST_CASE("ends of the period are in Unix time, and a cost tells its parts and currency") {
    CHECK(
        samples_of(
            {{.provider = "wiremock",
              .period = {.start = 1970y / January / 2, .end = parse_timestamp("1969-12-31T23:59:59.5Z").value()},
              .cost =
                  reports::Cost{.total = decimal("29.50"), .base = 29, .overage = decimal("0.50"), .currency = "usd"}},
             {.provider = "measure", .subject = "acme", .cost = reports::Cost{.total = 0}}})
        == Lines{"usagekit_wiremock_period_start_timestamp_seconds 86400",
                 "usagekit_wiremock_period_end_timestamp_seconds -0.500000",
                 R"(usagekit_wiremock_cost{currency="usd"} 29.50)", R"(usagekit_wiremock_cost_base{currency="usd"} 29)",
                 R"(usagekit_wiremock_cost_overage{currency="usd"} 0.50)",
                 R"(usagekit_measure_cost{subject="acme"} 0)"});
}

TEST_CASE("names of metrics are snake case, and have no word that Prometheus' linter refuses") {
    struct Row {
        const char* id;
        const char* name;
    };
    static constexpr Row rows[] = {
        {"apiCalls", "api_calls"},
        {"APIKeys", "api_keys"},
        {"HTTP2Calls", "http2_calls"},
        {"API calls", "api_calls"},
        {"_a--c_", "a_c"},
        {"1größe", "1gr_e"},
        {"", "unnamed"},
        {"字", "unnamed"},
        {"storage_gb", "storage_gigabyte"},
        {"gpuHours", "gpu_hour"},
        {"sent_kilobytes", "sent_kilobyte"},
        {"sent_bytes", "sent_bytes"},
        {"requests_us", "requests_usx"},
        {"a:b", "a_bx"},
        {"my_counter", "my_counters"},
        {"daily summary", "daily_summaries"},
        {"seatCount", "seat_count"},
        {"milliCelsius", "milli_celsius"},
        {"millicelsius", "millidegc"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.id);
        CHECK(name_of(row.id) == std::string(row.name) + "_used");
    }
}

TEST_CASE("units are spelled out, and do not look like a figure or a type of metric") {
    struct Row {
        const char* unit;
        const char* name;
    };
    static constexpr Row rows[] = {
        {"requests", "a_used_requests"},
        {"GB", "a_used_gigabyte"},
        {"gb", "a_used_gigabyte"},
        {"KiB", "a_used_kibibyte"},
        {"B", "a_used_bytes"},
        {"hours", "a_used_hour"},
        {"s", "a_used_seconds"},
        {"ms", "a_used_millisecond"},
        {"%", "a_used_percent"},
        {"", "a_used"},
        {"€", "a_used"},
        {"API calls", "a_used_api_calls"},
        {"count", "a_used_counts"},
        {"ratio", "a_used_ratios"},
        {"total", "a_used_totals"},
        {"<b>", "a_used_bx"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.unit);
        CHECK(name_of("a", row.unit) == row.name);
        CHECK(name_of("a", row.unit, MetricKind::counter) == std::string(row.name) + "_total");
    }
}

TEST_CASE("metrics whose names come out the same are one family, and told apart by their IDs") {
    CHECK(lines_of(with({{.id = "apiCalls", .name = "A", .kind = MetricKind::gauge, .used = 1},
                         {.id = "seats", .kind = MetricKind::gauge, .used = 2},
                         {.id = "api_calls", .name = "B", .kind = MetricKind::gauge, .used = 3}}))
          == Lines{"# HELP usagekit_billing_api_calls_used What has been used of A",
                   "# TYPE usagekit_billing_api_calls_used gauge",
                   R"(usagekit_billing_api_calls_used{metric="apiCalls"} 1)",
                   R"(usagekit_billing_api_calls_used{metric="api_calls"} 3)",
                   "# HELP usagekit_billing_seats_used What has been used of seats",
                   "# TYPE usagekit_billing_seats_used gauge", R"(usagekit_billing_seats_used{metric="seats"} 2)"});
}

TEST_CASE("a family of metrics that move in different ways has no type") {
    CHECK(lines_of(with({{.id = "a", .kind = MetricKind::gauge, .used = 1}, {.id = "A", .used = 2}}))
          == Lines{"# HELP usagekit_billing_a_used What has been used of a", R"(usagekit_billing_a_used{metric="a"} 1)",
                   R"(usagekit_billing_a_used{metric="A"} 2)"});
}

TEST_CASE("no other metric gets into the family of a counter") {
    CHECK(samples_of(with({{.id = "foo", .kind = MetricKind::counter, .used = 1},
                           {.id = "foo_total", .kind = MetricKind::gauge, .used = 2},
                           {.id = "foo_used_total", .kind = MetricKind::gauge, .used = 3},
                           {.id = "foo", .kind = MetricKind::gauge, .unit = "total", .used = 4}}))
          == Lines{R"(usagekit_billing_foo_used_total{metric="foo"} 1)",
                   R"(usagekit_billing_foo_total_used{metric="foo_total"} 2)",
                   R"(usagekit_billing_foo_used_total_used{metric="foo_used_total"} 3)",
                   R"(usagekit_billing_foo_used_totals{metric="foo",occurrence="2"} 4)"});
}

TEST_CASE("what has the same labels is numbered, all figures of a report or metric alike") {
    const UsageReport first{.provider = "billing",
                            .period = {.start = 1970y / January / 1},
                            .metrics = {{.id = "a", .used = 1}, {.id = "a", .used = 2, .limit = 3}}};
    const UsageReport second{.provider = "billing",
                             .period = {.start = 1970y / January / 2},
                             .metrics = {{.id = "a", .used = 4}, {.id = "c", .used = 5}}};
    const std::string a = "usagekit_billing_a_used{metric=\"a\"";
    CHECK(samples_of({first, second})
          == Lines{"usagekit_billing_period_start_timestamp_seconds 0",
                   "usagekit_billing_period_start_timestamp_seconds{occurrence=\"2\"} 86400", a + "} 1",
                   a + ",occurrence=\"2\"} 2", a + ",occurrence=\"3\"} 4",
                   R"(usagekit_billing_a_limit{metric="a",occurrence="2"} 3)",
                   R"(usagekit_billing_c_used{metric="c",occurrence="2"} 5)"});
}

TEST_CASE("groups with the same labels, in whatever order, are numbered") {
    const reports::Metric metric{.id = "a",
                                 .groups = {{.dimensions = {{"x", "1"}, {"y", "2"}}, .used = 1},
                                            {.dimensions = {{"y", "2"}, {"z", ""}, {"x", "1"}}, .used = 2}}};
    const std::string group = R"(usagekit_billing_a_used_by_group{metric="a",dimension_x="1",dimension_y="2")";
    CHECK(samples_of(with({metric})) == Lines{group + "} 1", group + ",occurrence=\"2\"} 2"});
}

TEST_CASE("labels are escaped as OpenMetrics wants it, and control characters as on a terminal") {
    CHECK(label_of(R"(a\b"c)") == R"(a\\b\"c)");
    CHECK(label_of("a\nb\r\n") == R"(a\nb\\r\n)");
    CHECK(label_of(std::string("\0\x1b\x7f\xff", 4)) == R"(\\x00\\x1b\\x7f\\xff)");
    CHECK(label_of("größer") == "größer");
}

TEST_CASE("a help text has no double quote, which OpenMetrics and Prometheus escape differently") {
    CHECK(lines_of(with({{.id = "a", .name = "say \"so\"\\\n\x1b", .unit = "\"", .used = 1}})).front()
          == R"(# HELP usagekit_billing_a_used What has been used of say 'so'\\\n\\x1b, in ')");
}

TEST_CASE("values have every digit and no exponent, and are infinite where Prometheus would refuse them") {
    struct Row {
        const char* used;
        std::string value;
    };
    const Row rows[] = {
        {"123456789012345678901234567890.10", "123456789012345678901234567890.10"},
        {"-1.5e3", "-1500"},
        {"1e-7", "0.0000001"},
        {"1e308", "1" + std::string(308, '0')},
        {"1e309", "+Inf"},
        {"-1e9999", "-Inf"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.used);
        CHECK(samples_of(with({{.id = "", .used = decimal(row.used)}}))
              == Lines{"usagekit_billing_unnamed_used " + row.value});
    }
}

TEST_CASE("what is no number is not in OpenMetrics") {
    CHECK(to_openmetrics(UsageReport{.provider = "a", .metrics = {{.id = "m"}}, .notes = {"a note"}}) == "# EOF\n");
    CHECK(to_openmetrics(std::vector<UsageReport>{}) == "# EOF\n");
}
