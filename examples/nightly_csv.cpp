// What has each of these subscriptions of WireMock Cloud used until now? A table for a spreadsheet, one run a night:
//     nightly_csv qmr8z guide > usage-$(date +%F).csv
// What could not be fetched is told on standard error, and the table has the rest.
// examples/run: wiremock qmr8z schema
#include <cstddef>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <usagekit/batch.hpp>
#include <usagekit/report_writers.hpp>
#include <usagekit/wiremock/client.hpp>
#include <usagekit/wiremock/report.hpp>

#include "command_line.hpp"

namespace wiremock = usagekit::wiremock;

int main(int argc, char** argv) {
    std::string base_url{wiremock::production};
    std::vector<wiremock::SubscriptionId> ids;
    usagekit::Secret token;

    CLI::App app{"Writes what several subscriptions of WireMock Cloud have used, as CSV."};
    app.add_option("ids", ids, "The subscriptions")->required();
    app.add_option("--base-url", base_url, "Where WireMock Cloud's API is")->capture_default_str();
    examples::require_token(app, "WIREMOCK_CLOUD_TOKEN", "your API key", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    const wiremock::Client client{usagekit::ApiToken{token}, {.base_url = base_url, .rate_limit = {.per_second = 50}}};
    std::vector<usagekit::Call<wiremock::Usage>> calls;
    for (const auto& id : ids) calls.push_back(client.usage(id));
    const auto usages = usagekit::get_all(std::move(calls));

    int code = 0;
    std::vector<usagekit::UsageReport> reports;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (usages[i]) {
            reports.push_back(wiremock::report(usages[i].value(), ids[i].str()));
        } else {
            code = examples::report(usages[i].error());
        }
    }
    std::cout << usagekit::to_csv(reports);
    return examples::finish(code);
}
