#include <sstream>
#include <unordered_set>

#include <doctest/doctest.h>

#include <usagekit/billing/metric_id.hpp>

using namespace usagekit;
using namespace usagekit::billing;

TEST_CASE("a metric is spelled in snake case in requests and in camel case in answers, whichever it was given in") {
    struct Row {
        const char* given;
        const char* query_name;
        const char* json_name;
    };
    static constexpr Row rows[] = {
        {"apiCalls", "api_calls", "apiCalls"},
        {"api_calls", "api_calls", "apiCalls"},
        {"storage", "storage", "storage"},
        {"gpu_hours_used", "gpu_hours_used", "gpuHoursUsed"},
        {"gpuHoursUsed", "gpu_hours_used", "gpuHoursUsed"},
        {"http2Requests", "http2_requests", "http2Requests"},
        {"http2_requests", "http2_requests", "http2Requests"},
        {"storage_2", "storage_2", "storage2"},
        {"HTTPCalls", "http_calls", "HTTPCalls"},
        {"callsByAPI", "calls_by_api", "callsByAPI"},
        {"gpu-hours", "gpu-hours", "gpu-hours"},
        {"_internal", "_internal", "_internal"},
        {"a__b", "a__b", "a_B"},
        {"trailing_", "trailing_", "trailing_"},
        {"Gpu_Hours", "Gpu_Hours", "GpuHours"},
        {"x", "x", "x"},
        {"", "", ""},
        {"caf\xC3\xA9", "caf\xC3\xA9", "caf\xC3\xA9"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.given);
        const MetricId id{row.given};
        CHECK(id.query_name() == row.query_name);
        CHECK(id.json_name() == row.json_name);
        CHECK(id.str() == row.given);
        std::ostringstream out;
        out << id;
        CHECK(out.str() == row.given);
    }
}

TEST_CASE("the documented metrics are constants") {
    struct Row {
        MetricId id;
        const char* query_name;
        const char* json_name;
    };
    const Row rows[] = {
        {api_calls, "api_calls", "apiCalls"},  {storage, "storage", "storage"}, {seats, "seats", "seats"},
        {bandwidth, "bandwidth", "bandwidth"}, {emails, "emails", "emails"},    {webhooks, "webhooks", "webhooks"}};
    for (const auto& row : rows) {
        CHECK(row.id.query_name() == row.query_name);
        CHECK(row.id.json_name() == row.json_name);
    }
}

TEST_CASE("a documented metric prints as its name") {
    std::ostringstream out;
    out << api_calls;
    CHECK(out.str() == "apiCalls");
}

TEST_CASE("both spellings are the same metric") {
    CHECK(MetricId{"api_calls"} == api_calls);
    CHECK(MetricId{"apiCalls"} == MetricId{"api_calls"});
    CHECK(MetricId{"apicalls"} != api_calls);
    CHECK(MetricId{"a"} < MetricId{"b"});
    CHECK(MetricId{"api_calls"} <= MetricId{"apiCalls"});
    CHECK(MetricId{"api_calls"} >= MetricId{"apiCalls"});
    CHECK(api_calls != storage);
    CHECK(std::unordered_set<MetricId>{MetricId{"apiCalls"}, MetricId{"api_calls"}, storage}.size() == 2);
}
