#include <array>
#include <benchmark/benchmark.h>

#include "by_hand/decode.hpp"
#include "by_hand/models.hpp"
#include "by_hand/simdjson.hpp"

namespace by_hand::with_simdjson {

namespace {

using wiremock::Usage;

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

bool read_usage(ondemand::value& usage_value, Usage& usage, unsigned& seen) {
    return each_member(usage_value, [&](std::string_view name, ondemand::value& value) {
        for (const auto& count : counts) {
            if (count.name == name) return ++seen, read(value, usage.*count.member);
        }
        if (name == "id") return ++seen, read(value, usage.id);
        if (name == "currentPeriodStart") return ++seen, read(value, usage.current_period_start);
        if (name == "currentPeriodEnd") return ++seen, read(value, usage.current_period_end);
        if (name == "seatLimit") return ++seen, read(value, usage.seat_limit);
        if (name == "exportCalledCount") return read(value, usage.export_called_count);
        if (name == "totalDatabaseConnectionCount") return read(value, usage.total_database_connection_count);
        return true;
    });
}

}  // namespace

bool wiremock_usage(std::string& body) {
    Usage usage;
    unsigned seen = 0;
    const bool is_read = document(body, [&](ondemand::object& object) {
        return each_member(object, [&](std::string_view name, ondemand::value& value) {
            return name != "usage" || read_usage(value, usage, seen);
        });
    });
    benchmark::DoNotOptimize(usage);
    return is_read && seen == counts.size() + 4;
}

}  // namespace by_hand::with_simdjson
