#include "decode/by_hand_values.hpp"

namespace by_hand {

using usagekit::wiremock::Usage;

static simdjson::error_code read(ondemand::value& in, Usage& out) {
    unsigned seen = 0;
    const auto error = each_member(in, [&](std::string_view key, ondemand::value& value) {
        if (key == "id") return read_required(value, out.id, seen, 1);
        if (key == "currentPeriodStart") return read_required(value, out.current_period_start, seen, 2);
        if (key == "currentPeriodEnd") return read_required(value, out.current_period_end, seen, 4);
        if (key == "stubCalledCount") return read_required(value, out.stub_called_count, seen, 8);
        if (key == "exportCalledCount") return read(value, out.export_called_count);
        if (key == "organisationMemberCount") return read_required(value, out.organisation_member_count, seen, 16);
        if (key == "invitationCount") return read_required(value, out.invitation_count, seen, 32);
        if (key == "seatLimit") return read_required(value, out.seat_limit, seen, 64);
        if (key == "totalMockApiCount") return read_required(value, out.total_mock_api_count, seen, 128);
        if (key == "totalDataSourceCount") return read_required(value, out.total_data_source_count, seen, 256);
        if (key == "totalDatabaseConnectionCount") return read(value, out.total_database_connection_count);
        if (key == "ownMockApiCount") return read_required(value, out.own_mock_api_count, seen, 512);
        if (key == "teamMockApiCount") return read_required(value, out.team_mock_api_count, seen, 1024);
        if (key == "collaboratorCount") return read_required(value, out.collaborator_count, seen, 2048);
        if (key == "totalSeatCount") return read_required(value, out.total_seat_count, seen, 4096);
        if (key == "teamMemberCount") return read_required(value, out.team_member_count, seen, 8192);
        if (key == "totalTeamCount") return read_required(value, out.total_team_count, seen, 16384);
        return simdjson::SUCCESS;
    });
    if (error) return error;
    return seen == 32767 ? simdjson::SUCCESS : simdjson::NO_SUCH_FIELD;
}

bool decode(ondemand::parser& parser, simdjson::padded_string_view text, Usage& out) {
    ondemand::document document;
    ondemand::value root;
    if (parser.iterate(text).get(document) || document.get_value().get(root)) return false;
    bool is_there = false;
    const auto error = each_member(root, [&](std::string_view key, ondemand::value& value) {
        if (key != "usage") return simdjson::SUCCESS;
        is_there = true;
        return read(value, out);
    });
    return !error && is_there && at_end(document);
}

}  // namespace by_hand
