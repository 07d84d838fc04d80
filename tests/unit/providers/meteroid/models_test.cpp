#include <sstream>

#include <doctest/doctest.h>

#include <usagekit/meteroid/models.hpp>

#include "bodies.hpp"
#include "with.hpp"

using namespace usagekit;
using namespace std::chrono;
using meteroid::Usage;

namespace {

Decimal decimal(const char* text) { return Decimal::parse(text).value(); }

const Usage documented{
    .period_start = 2024y / January / 1,
    .period_end = 2024y / February / 1,
    .usage = {{.metric_id = meteroid::MetricId{"bm_7n42DGM5Tflk9n8mt7Fhc7"},
               .metric_name = "Tokens",
               .metric_code = "tokens",
               .total_value = decimal("1234567.890123456789"),
               .grouped_usage = {
                   {.value = decimal("1000000"), .dimensions = {{"model", "large"}, {"region", "eu"}}},
                   {.value = decimal("234567.890123456789"), .dimensions = {{"model", "small"}, {"region", "us"}}}}}}};

}  // namespace

TEST_CASE("Meteroid's documented usage decodes, with every value in its place") {
    CHECK(from_json<Usage>(bodies::meteroid_usage).value() == documented);
}

TEST_CASE("Meteroid's documented usage is encoded as it came") { CHECK(to_json(documented) == bodies::meteroid_usage); }

TEST_CASE("no digit of a Meteroid amount is lost, in either spelling") {
    for (const std::string digits :
         {"1234567.890123456789", "1234567890123456789012345678901234567890", "0.10", "29.00", "1e-7", "-0.5", "0"}) {
        CAPTURE(digits);
        for (const auto& spelling : {"\"" + digits + "\"", digits}) {
            const auto body = with(bodies::meteroid_usage, R"("1234567.890123456789")", spelling);
            const auto usage = from_json<Usage>(body).value();
            CHECK(usage.usage.front().total_value.str() == digits);
            CHECK(to_json(usage).find(R"("total_value":")" + digits + "\"") != std::string::npos);
        }
    }
}

TEST_CASE("a Meteroid amount that is no decimal is told with its path") {
    for (const std::string value : {"\"\"", "\"1,5\"", "\"NaN\"", "null", "true", "01", "\"1e10000\""}) {
        CAPTURE(value);
        const auto usage = from_json<Usage>(with(bodies::meteroid_usage, R"("234567.890123456789")", value));
        REQUIRE(!usage);
        CHECK(usage.error().kind == ErrorKind::decode);
        CHECK(usage.error().json_path.starts_with("$.usage[0].grouped_usage[1].value"));
    }
}

TEST_CASE("each member of Meteroid's usage that is missing is named by its path") {
    struct Row {
        const char* name;
        const char* path;
    };
    static constexpr Row rows[] = {
        {"period_start", "$.period_start"},
        {"period_end", "$.period_end"},
        {"usage", "$.usage"},
        {"metric_id", "$.usage[0].metric_id"},
        {"metric_name", "$.usage[0].metric_name"},
        {"metric_code", "$.usage[0].metric_code"},
        {"total_value", "$.usage[0].total_value"},
        {"grouped_usage", "$.usage[0].grouped_usage"},
        {"value", "$.usage[0].grouped_usage[0].value"},
        {"dimensions", "$.usage[0].grouped_usage[0].dimensions"},
    };
    for (const auto& row : rows) {
        const std::string name = row.name;
        const auto usage = from_json<Usage>(with(bodies::meteroid_usage, "\"" + name + "\":", "\"renamed\":"));
        REQUIRE(!usage);
        CHECK(usage.error().json_path == row.path);
    }
}

TEST_CASE("a code that is not in Meteroid's list is kept as text") {
    using meteroid::ErrorCode;
    CHECK(meteroid::error_code({.code = "NOT_FOUND"}) == ErrorCode::not_found);
    CHECK(meteroid::error_code({.code = "TOO_MANY_REQUESTS"}) == ErrorCode::too_many_requests);
    const auto locked = meteroid::error_code({.code = "SUBSCRIPTION_LOCKED"});
    REQUIRE(locked);
    CHECK(locked->known() == std::nullopt);
    CHECK(locked->unknown() == "SUBSCRIPTION_LOCKED");
    CHECK(meteroid::error_code({}) == std::nullopt);
}

TEST_CASE("a Meteroid request prints as JSON, its path included") {
    std::ostringstream out;
    out << meteroid::GetSubscriptionUsage{.subscription_id = meteroid::SubscriptionId{"sub_1"},
                                          .end_date = 2024y / February / 1};
    CHECK(out.str() == R"({"subscription_id":"sub_1","end_date":"2024-02-01"})");
}
