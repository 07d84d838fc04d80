#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include "by_hand/decode.hpp"
#include "by_hand/models.hpp"
#include "core/time_text.hpp"

// Whoever needs no digits beyond a double's would read numbers as such; the structures are the same as those of the
// other decoder here, so numbers become text again, which costs what it costs with this parser.

namespace by_hand {

namespace {

using nlohmann::json;

Timestamp timestamp(const json& value) {
    Timestamp time{};
    if (!usagekit::read_timestamp(value.get_ref<const std::string&>(), time)) throw std::runtime_error("no time");
    return time;
}

Date date(const json& value) {
    Date day{};
    if (!usagekit::read_date(value.get_ref<const std::string&>(), day)) throw std::runtime_error("no date");
    return day;
}

template <class Value>
void get_optional(const json& from, const char* name, std::optional<Value>& out) {
    const auto found = from.find(name);
    if (found != from.end() && !found->is_null()) out = found->get<Value>();
}

}  // namespace

namespace wiremock {

void from_json(const json& from, Usage& usage) {
    from.at("id").get_to(usage.id);
    usage.current_period_start = timestamp(from.at("currentPeriodStart"));
    usage.current_period_end = timestamp(from.at("currentPeriodEnd"));
    from.at("stubCalledCount").get_to(usage.stub_called_count);
    get_optional(from, "exportCalledCount", usage.export_called_count);
    from.at("organisationMemberCount").get_to(usage.organisation_member_count);
    from.at("invitationCount").get_to(usage.invitation_count);
    get_optional(from, "seatLimit", usage.seat_limit);
    from.at("totalMockApiCount").get_to(usage.total_mock_api_count);
    from.at("totalDataSourceCount").get_to(usage.total_data_source_count);
    get_optional(from, "totalDatabaseConnectionCount", usage.total_database_connection_count);
    from.at("ownMockApiCount").get_to(usage.own_mock_api_count);
    from.at("teamMockApiCount").get_to(usage.team_mock_api_count);
    from.at("collaboratorCount").get_to(usage.collaborator_count);
    from.at("totalSeatCount").get_to(usage.total_seat_count);
    from.at("teamMemberCount").get_to(usage.team_member_count);
    from.at("totalTeamCount").get_to(usage.total_team_count);
}

}  // namespace wiremock

namespace billing {

void from_json(const json& from, Metric& metric) {
    from.at("name").get_to(metric.name);
    from.at("unit").get_to(metric.unit);
    metric.included = from.at("included").dump();
    metric.used = from.at("used").dump();
    metric.overage = from.at("overage").dump();
    metric.percentage = from.at("percentage").dump();
}

void from_json(const json& from, Cost& cost) {
    cost.base = from.at("base").dump();
    cost.overage = from.at("overage").dump();
    cost.total = from.at("total").dump();
    get_optional(from, "currency", cost.currency);
}

void from_json(const json& from, Projection& projection) {
    projection.projected = from.at("projected").dump();
    projection.percentage = from.at("percentage").dump();
}

void from_json(const json& from, Usage& usage) {
    usage.start = timestamp(from.at("period").at("start"));
    usage.end = timestamp(from.at("period").at("end"));
    from.at("metrics").get_to(usage.metrics);
    get_optional(from, "estimatedCost", usage.estimated_cost);
    if (from.contains("projectedUsage")) from.at("projectedUsage").get_to(usage.projected_usage);
}

}  // namespace billing

namespace meteroid {

void from_json(const json& from, Group& group) {
    from.at("value").get_to(group.value);
    from.at("dimensions").get_to(group.dimensions);
}

void from_json(const json& from, Metric& metric) {
    from.at("metric_id").get_to(metric.id);
    from.at("metric_name").get_to(metric.name);
    from.at("metric_code").get_to(metric.code);
    from.at("total_value").get_to(metric.total_value);
    from.at("grouped_usage").get_to(metric.groups);
}

void from_json(const json& from, Usage& usage) {
    usage.start = date(from.at("period_start"));
    usage.end = date(from.at("period_end"));
    from.at("usage").get_to(usage.metrics);
}

}  // namespace meteroid

namespace measure {

void from_json(const json& from, Period& period) {
    period.start = timestamp(from.at("start_date"));
    period.end = timestamp(from.at("end_date"));
}

void from_json(const json& from, Part& part) {
    from.at("period").get_to(part.period);
    part.grouping = from.at("grouping").dump();
    part.breakout = from.at("breakout").dump();
    part.value = from.at("value").dump();
}

void from_json(const json& from, Record& record) {
    from.at("subscription_metric_record_id").get_to(record.id);
    from.at("period").get_to(record.period);
    record.value = from.at("value").dump();
    from.at("breakdown").get_to(record.parts);
}

void from_json(const json& from, Usage& usage) {
    usage.metric = from.at("metric").dump();
    usage.pricing = from.at("product_metric_pricing").dump();
    from.at("usage").get_to(usage.records);
}

}  // namespace measure

namespace with_nlohmann {

bool wiremock_usage(std::string& body) {
    const auto usage = json::parse(body).at("usage").get<wiremock::Usage>();
    benchmark::DoNotOptimize(usage);
    return true;
}

bool billing_usage(std::string& body) {
    const auto answer = json::parse(body);
    const auto usage = answer.at("data").get<billing::Usage>();
    benchmark::DoNotOptimize(usage);
    return answer.at("success").get<bool>();
}

bool meteroid_usage(std::string& body) {
    const auto usage = json::parse(body).get<meteroid::Usage>();
    benchmark::DoNotOptimize(usage);
    return true;
}

bool measure_usage(std::string& body) {
    const auto usage = json::parse(body).get<measure::Usage>();
    benchmark::DoNotOptimize(usage);
    return true;
}

}  // namespace with_nlohmann

}  // namespace by_hand
