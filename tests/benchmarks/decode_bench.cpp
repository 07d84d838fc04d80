// Decoding by field table against a decoder written by hand with simdjson, which checks the same: presence of every
// required member, any order, unknown members skipped.
#include <array>
#include <benchmark/benchmark.h>
#include <cstdlib>

#include <simdjson.h>

#include <usagekit/wiremock/models.hpp>

#include "core/time_text.hpp"
#include "providers/wiremock/bodies.hpp"
#include "wire/codec.hpp"

namespace {

namespace ondemand = simdjson::ondemand;
using usagekit::wiremock::Usage;

/// The members of Usage that are counts, as somebody would list them by hand.
struct Count {
    std::string_view name;
    std::int64_t Usage::*member;
};
constexpr std::array counts = {
    Count{"stubCalledCount", &Usage::stub_called_count},
    Count{"organisationMemberCount", &Usage::organisation_member_count},
    Count{"invitationCount", &Usage::invitation_count},
    Count{"totalMockApiCount", &Usage::total_mock_api_count},
    Count{"totalDataSourceCount", &Usage::total_data_source_count},
    Count{"ownMockApiCount", &Usage::own_mock_api_count},
    Count{"teamMockApiCount", &Usage::team_mock_api_count},
    Count{"collaboratorCount", &Usage::collaborator_count},
    Count{"totalSeatCount", &Usage::total_seat_count},
    Count{"teamMemberCount", &Usage::team_member_count},
    Count{"totalTeamCount", &Usage::total_team_count},
};

bool read_optional(ondemand::value value, std::optional<std::int64_t>& out) {
    if (bool(value.is_null())) return out.reset(), true;
    return value.get_int64().get(out.emplace()) == simdjson::SUCCESS;
}

bool read_text_member(std::string_view name, ondemand::value value, Usage& usage, unsigned& seen) {
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) return false;
    ++seen;
    if (name == "id") return usage.id = usagekit::wiremock::UsageId{std::string(text)}, true;
    if (name == "currentPeriodStart") return usagekit::read_timestamp(text, usage.current_period_start);
    return usagekit::read_timestamp(text, usage.current_period_end);
}

bool read_member(std::string_view name, ondemand::value value, Usage& usage, unsigned& seen) {
    if (name == "id" || name == "currentPeriodStart" || name == "currentPeriodEnd") {
        return read_text_member(name, value, usage, seen);
    }
    if (name == "seatLimit") return ++seen, read_optional(value, usage.seat_limit);
    if (name == "exportCalledCount") return read_optional(value, usage.export_called_count);
    if (name == "totalDatabaseConnectionCount") return read_optional(value, usage.total_database_connection_count);
    for (const auto& count : counts) {
        if (count.name == name) return ++seen, value.get_int64().get(usage.*count.member) == simdjson::SUCCESS;
    }
    return true;
}

bool decode_by_hand(simdjson::padded_string_view text, Usage& usage) {
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object object;
    unsigned seen = 0;
    if (parser.iterate(text).get(document) || document["usage"].get_object().get(object)) return false;
    for (auto member : object) {
        std::string_view name;
        ondemand::value value;
        if (member.unescaped_key().get(name) || member.value().get(value)) return false;
        if (!read_member(name, value, usage, seen)) return false;
    }
    return seen == counts.size() + 4;
}

void by_hand(benchmark::State& state) {
    const simdjson::padded_string text(bodies::usage);
    for (auto _ : state) {
        Usage usage;
        if (!decode_by_hand(text, usage)) std::abort();
        benchmark::DoNotOptimize(usage);
    }
}

void by_table(benchmark::State& state) {
    std::string text = bodies::usage;
    for (auto _ : state) {
        auto usage = usagekit::wire::decode<usagekit::wire::Envelope<Usage>>(text);
        if (!usage) std::abort();
        benchmark::DoNotOptimize(usage);
    }
}

BENCHMARK(by_hand)->Name("WireMock usage, by hand with simdjson");
BENCHMARK(by_table)->Name("WireMock usage, by field table");

}  // namespace
