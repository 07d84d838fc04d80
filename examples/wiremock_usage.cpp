// How much of WireMock Cloud has the token's own organisation used in the current billing period?
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>

#include <usagekit/wiremock/client.hpp>

#include "command_line.hpp"

namespace {

void print(const usagekit::wiremock::Usage& usage) {
    const auto row = [](const char* name, const std::optional<std::int64_t>& count, const char* otherwise) {
        std::cout << std::left << std::setw(22) << name << std::right << std::setw(12)
                  << (count ? std::to_string(*count) : otherwise) << '\n';
    };
    std::cout << "Usage from " << usagekit::to_string(usage.current_period_start) << " to "
              << usagekit::to_string(usage.current_period_end) << "\n\n";
    row("Stub calls", usage.stub_called_count, "");
    row("Exports", usage.export_called_count, "not reported");
    row("Mock APIs", usage.total_mock_api_count, "");
    row("  of one's own", usage.own_mock_api_count, "");
    row("  of teams", usage.team_mock_api_count, "");
    row("Data sources", usage.total_data_source_count, "");
    row("Database connections", usage.total_database_connection_count, "not reported");
    row("Organisation members", usage.organisation_member_count, "");
    row("Invitations", usage.invitation_count, "");
    row("Collaborators", usage.collaborator_count, "");
    row("Teams", usage.total_team_count, "");
    row("Team members", usage.team_member_count, "");
    row("Seats", usage.total_seat_count, "");
    row("Seat limit", usage.seat_limit, "none");
}

}  // namespace

int main(int argc, char** argv) {
    std::string base_url{usagekit::wiremock::production};
    usagekit::Secret token;

    CLI::App app{"Shows what your WireMock Cloud organisation has used."};
    app.add_option("--base-url", base_url, "Where WireMock Cloud's API is")->capture_default_str();
    examples::require_token(app, "WIREMOCK_CLOUD_TOKEN", "your API key", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    const usagekit::wiremock::Client client{usagekit::ApiToken{token}, {.base_url = base_url}};
    const auto usage = client.my_usage().get();
    if (!usage) return examples::report(usage.error());
    print(usage.value());
}
