#include <doctest/doctest.h>

#include <usagekit/report_writers.hpp>

using namespace usagekit;
using namespace std::chrono;

namespace {

constexpr std::string_view heading =
    "record,provider,subject,period_start,period_end,metric_id,metric_name,kind,unit,used,limit,overage,percentage,"
    "projected,projected_percentage,dimensions,cost_total,cost_base,cost_overage,currency,note\r\n";

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

/// The lines behind the header.
std::string lines_of(const UsageReport& report, const CsvOptions& options = {}) {
    const auto csv = to_csv(report, options);
    REQUIRE(csv.starts_with(heading));
    return csv.substr(heading.size());
}

/// A note's cell.
std::string written(const std::string& note, const CsvOptions& options = {}) {
    const auto line = lines_of({.notes = {note}}, options);
    const std::string before = "note,,,,,,,,,,,,,,,,,,,,";
    REQUIRE(line.starts_with(before));
    REQUIRE(line.ends_with("\r\n"));
    return line.substr(before.size(), line.size() - before.size() - 2);
}

}  // namespace

TEST_CASE("a metric, its groups, the cost and each note are a line of CSV each") {
    const UsageReport report{
        .provider = "billing",
        .subject = "acme",
        .period = {.start = 2024y / January / 1, .end = parse_timestamp("2024-01-31T23:59:59Z").value()},
        .metrics = {{.id = "apiCalls",
                     .name = "API Calls",
                     .kind = reports::MetricKind::counter,
                     .unit = "requests",
                     .used = decimal("0.10"),
                     .limit = decimal("1e3"),
                     .overage = 0,
                     .percentage = decimal("0.01"),
                     .projection = reports::Projection{.used = 2, .percentage = decimal("0.2")},
                     .groups = {{.dimensions = {{"region", "eu"}, {"tier", "hot"}}, .used = decimal("-5e-3")},
                                {.period = reports::Period{.start = 2024y / January / 2}}}}},
        .cost = reports::Cost{.total = decimal("3.50"), .base = 2, .overage = decimal("1.50"), .currency = "usd"},
        .notes = {"read with care", "twice"}};
    const std::string same = "billing,acme,2024-01-01,2024-01-31T23:59:59Z,";
    CHECK(lines_of(report)
          == "metric," + same + "apiCalls,API Calls,counter,requests,0.10,1000,0,0.01,2,0.2,,,,,,\r\n" + "group," + same
                 + "apiCalls,API Calls,counter,requests,-0.005,,,,,,"
                 + "\"{\"\"region\"\":\"\"eu\"\",\"\"tier\"\":\"\"hot\"\"}\",,,,,\r\n"
                 + "group,billing,acme,2024-01-02,,apiCalls,API Calls,counter,requests,,,,,,,{},,,,,\r\n" + "cost,"
                 + same + ",,,,,,,,,,,3.50,2,1.50,usd,\r\n" + "note," + same + ",,,,,,,,,,,,,,,read with care\r\n"
                 + "note," + same + ",,,,,,,,,,,,,,,twice\r\n");
}

TEST_CASE("several reports are one table of CSV, and none is a header alone") {
    const std::vector<UsageReport> reports = {{.provider = "a", .notes = {"x"}}, {.provider = "b", .notes = {"y"}}};
    CHECK(to_csv(reports)
          == std::string(heading) + "note,a,,,,,,,,,,,,,,,,,,,x\r\n" + "note,b,,,,,,,,,,,,,,,,,,,y\r\n");
    CHECK(to_csv(std::vector<UsageReport>{}) == heading);
}

TEST_CASE("a report with nothing in it is a line of CSV all the same") {
    CHECK(lines_of({.provider = "measure", .subject = "acme"}) == "report,measure,acme,,,,,,,,,,,,,,,,,,\r\n");
}

TEST_CASE("a text is quoted in CSV where RFC 4180 needs it, and keeps tabs and line breaks") {
    CHECK(written("plain text") == "plain text");
    CHECK(written(" blanks ") == " blanks ");
    CHECK(written("a\tb;c'd") == "a\tb;c'd");
    CHECK(written("a,b") == "\"a,b\"");
    CHECK(written("say \"so\"") == "\"say \"\"so\"\"\"");
    CHECK(written("a\nb\r\nc\rd") == "\"a\nb\r\nc\rd\"");
}

TEST_CASE("other control characters, and what is no UTF-8, are escapes in CSV") {
    CHECK(written(std::string("a\0b", 3)) == "a\\x00b");
    CHECK(written("\x1b[31m\x7f") == "\\x1b[31m\\x7f");
    CHECK(written("\xc2\x9b") == "\\xc2\\x9b");
    CHECK(written("\xff") == "\\xff");
    CHECK(written("größer \u20ac") == "größer \u20ac");
}

TEST_CASE("what a spreadsheet would take for a formula gets an apostrophe in CSV, if that is wanted") {
    CHECK(written("=1+1") == "'=1+1");
    CHECK(written("+1") == "'+1");
    CHECK(written("-1") == "'-1");
    CHECK(written("@SUM(A1)") == "'@SUM(A1)");
    CHECK(written("\t=1") == "'\t=1");
    CHECK(written("\n=1") == "\"'\n=1\"");
    CHECK(written("\r=1") == "\"'\r=1\"");
    CHECK(written("=\"a\",1") == "\"'=\"\"a\"\",1\"");
    CHECK(written("1=1") == "1=1");
    CHECK(written("=1+1", {.escapes_formulas = false}) == "=1+1");
}

TEST_CASE("a negative number is no formula in CSV") {
    CHECK(lines_of({.metrics = {{.id = "-a", .name = "b", .used = decimal("-1.50")}}})
          == "metric,,,,,'-a,b,unknown,,-1.50,,,,,,,,,,,\r\n");
}

TEST_CASE("a kind of metric that this version has not heard of is in CSV as it is, but no formula") {
    CHECK(lines_of({.metrics = {{.id = "a", .kind = Open<reports::MetricKind>::unheard_of("=x")}}})
          == "metric,,,,,a,,'=x,,,,,,,,,,,,,\r\n");
}

TEST_CASE("dimensions are JSON in CSV, which escapes every control character") {
    const reports::Group group{.dimensions = {{"a\n\"b", std::string("\0\x7f\xc2\x9b\xc3\xa9", 6)}}};
    CHECK(lines_of({.metrics = {{.id = "m", .groups = {group}}}})
          == "metric,,,,,m,,unknown,,,,,,,,,,,,,\r\n"
             "group,,,,,m,,unknown,,,,,,,,\"{\"\"a\\u000a\\\"\"b\"\":\"\"\\u0000\\u007f\\u009b\xc3\xa9\"\"}\",,,,,\r\n");
}
