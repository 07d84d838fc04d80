// What comes of answers that differ from Billing's contract.
#include <doctest/doctest.h>

#include <usagekit/billing/client.hpp>

#include "service.hpp"
#include "spoilt_json.hpp"

using namespace usagekit;
using billing::MetricId;
using billing::Usage;

namespace {

const std::string period = R"({"start":"2024-01-01T00:00:00Z","end":"2024-01-31T23:59:59Z"})";
const std::string metrics =
    R"({"storage":{"name":"Storage","unit":"GB","included":100,"used":67.5,"overage":3,"percentage":67.50}})";
const std::string cost = R"({"base":29.00,"overage":0.10,"total":29.10,"currency":"usd"})";
const std::string projections = R"({"storage":{"projected":80,"percentage":80.0}})";
const std::string data = R"({"period":)" + period + R"(,"metrics":)" + metrics + R"(,"estimatedCost":)" + cost
                         + R"(,"projectedUsage":)" + projections + "}";
const std::string body = R"({"success":true,"data":)" + data + "}";
const std::string storage_path = "$.data.metrics.storage";

Spoilt<Usage> spoilt() {
    auto& host = fresh_host();
    return {.host = host,
            .request = get_of(usage_path),
            .body = body,
            .token = mock_key,
            .call = [client = client_of(host)] { return client.usage(); }};
}

std::string used(const Usage& usage) { return usage.metrics.find(billing::storage)->used.str(); }

}  // namespace

TEST_CASE("fault 36: what is not the documented JSON is a decode error that shows how it begins") {
    check_broken_documents(spoilt());
}

TEST_CASE("fault 36: Billing's JSON is read under any Content-Type") { check_content_types(spoilt()); }

TEST_CASE(
    "fault 37: every required member of Billing's usage is named by its path when it is missing, null or mistyped") {
    check_required(spoilt(), {
                                 {"success", "true", "$.success", "1"},
                                 {"data", data, "$.data"},
                                 {"period", period, "$.data.period"},
                                 {"start", R"("2024-01-01T00:00:00Z")", "$.data.period.start"},
                                 {"end", R"("2024-01-31T23:59:59Z")", "$.data.period.end"},
                                 {"metrics", metrics, "$.data.metrics"},
                                 {"name", R"("Storage")", storage_path + ".name"},
                                 {"unit", R"("GB")", storage_path + ".unit"},
                                 {"included", "100", storage_path + ".included"},
                                 {"used", "67.5", storage_path + ".used"},
                                 {"overage", "3", storage_path + ".overage"},
                                 {"percentage", "67.50", storage_path + ".percentage"},
                                 {"base", "29.00", "$.data.estimatedCost.base"},
                                 {"overage", "0.10", "$.data.estimatedCost.overage"},
                                 {"total", "29.10", "$.data.estimatedCost.total"},
                                 {"projected", "80", "$.data.projectedUsage.storage.projected"},
                                 {"percentage", "80.0", "$.data.projectedUsage.storage.percentage"},
                             });
}

TEST_CASE(
    "fault 37: cost, currency and projection may be missing or null, and are named by their path when they are "
    "mistyped") {
    check_optional(spoilt(), {
                                 {"estimatedCost", cost, "$.data.estimatedCost"},
                                 {"currency", R"("usd")", "$.data.estimatedCost.currency"},
                                 {"projectedUsage", projections, "$.data.projectedUsage"},
                             });
}

TEST_CASE("fault 37: a metric that is no object is named by its path, an undocumented one too") {
    const auto answers = spoilt();
    for (const auto* other : {"null", "7", "[]", "\"x\""}) {
        const auto bytes = with(body, R"("storage":)", R"("gpu hours":)" + std::string(other) + R"(,"storage":)");
        CHECK(answers.refused(bytes).json_path == "$.data.metrics['gpu hours']");
    }
}

TEST_CASE("fault 39: an amount of Billing keeps every digit, or is refused") {
    const auto digits = "1234567890123456789012345678.901234567890";
    check_readings<Usage>(spoilt(), {.name = "used", .value = "67.5", .path = storage_path + ".used"},
                          {
                              {"29.00", "29.00"},
                              {"-0", "-0"},
                              {digits, digits},
                              {R"("0.10")", "0.10"},
                              {"1e-7", "1e-7"},
                              {"9007199254740993", "9007199254740993"},
                              {"18446744073709551616", "18446744073709551616"},
                              {"1e400", "1e400"},
                              {"1e10000", {}},
                              {"NaN", {}},
                              {"Infinity", {}},
                              {"+1", {}},
                              {"1.", {}},
                              {".5", {}},
                              {"067", {}},
                              {R"("67 GB")", {}},
                          },
                          used);
}

TEST_CASE("fault 40: text of Billing keeps escaped NULs and any language") {
    using namespace std::string_literals;
    check_readings<Usage>(spoilt(), {.name = "unit", .value = R"("GB")", .path = storage_path + ".unit"},
                          {
                              {R"("a\u0000b")", "a\0b"s},
                              {R"("caf\u00e9 \ud83c\udf41")", "caf\xC3\xA9 \xF0\x9F\x8D\x81"},
                              {R"("\ud83c")", {}},
                              {R"("")", ""},
                          },
                          [](const Usage& usage) { return usage.metrics.find(billing::storage)->unit; });
}

TEST_CASE("a moment of Billing must be one") {
    check_readings<Usage>(spoilt(),
                          {.name = "start", .value = R"("2024-01-01T00:00:00Z")", .path = "$.data.period.start"},
                          {
                              {R"("2024-01-01T01:00:00+01:00")", "2024-01-01T00:00:00Z"},
                              {R"("2024-01-01")", {}},
                              {R"("2024-02-30T00:00:00Z")", {}},
                              {"1704067200", {}},
                          },
                          [](const Usage& usage) { return to_string(usage.period.start); });
}

TEST_CASE("of a repeated member of Billing's usage the last counts, of a repeated metric too") {
    const auto answers = spoilt();
    CHECK(used(answers.answered(with(body, R"("used":)", R"("used":1,"used":)")).value()) == "67.5");
    const auto again = metrics.substr(1, metrics.size() - 2);
    const auto twice = answers.answered(with(body, again, with(again, "67.5", "1") + "," + again)).value();
    CHECK(twice.metrics.size() == 1);
    CHECK(used(twice) == "67.5");
    CHECK(answers.answered(with(body, R"("success":true)", R"("success":false,"success":true)")));
    CHECK(
        error_of(answers.answered(with(body, R"("success":true)", R"("success":true,"success":false)")), mock_key).kind
        == ErrorKind::rejected);
}

TEST_CASE("both spellings of a metric in one answer are kept, and found to the letter") {
    const auto metric = metrics.substr(metrics.find(':') + 1, metrics.size() - metrics.find(':') - 2);
    const auto bytes =
        with(body, metrics, R"({"gpu_hours":)" + with(metric, "67.5", "1") + R"(,"gpuHours":)" + metric + "}");
    const auto usage = spoilt().answered(bytes).value();
    CHECK(usage.metrics.size() == 2);
    CHECK(usage.metrics.find(MetricId{"gpu_hours"})->used.str() == "1");
    CHECK(usage.metrics.find(MetricId{"gpuHours"})->used.str() == "67.5");
}

TEST_CASE("fault 37: an unknown member of Billing's usage is skipped, wherever it stands") {
    const auto answers = spoilt();
    for (const auto* before : {"\"data\"", "\"metrics\"", "\"used\"", "\"currency\"", "\"projected\""}) {
        const auto bytes = with(body, before, R"("new":{"a":[1,null]},)" + std::string(before));
        CHECK(answers.answered(bytes) == answers.answered(body));
    }
}
