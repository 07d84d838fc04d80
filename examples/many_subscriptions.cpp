// How much has each of these subscriptions of WireMock Cloud used? Many calls at once, on this thread.
// examples/run: wiremock qmr8z guide schema
#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <ranges>
#include <string>
#include <vector>

#include <usagekit/batch.hpp>
#include <usagekit/wiremock/client.hpp>

#include "command_line.hpp"

namespace {

void show(const usagekit::BatchProgress& progress) {
    std::cerr << '\r' << progress.ended << " of " << progress.calls.value_or(0) << ", " << progress.failed << " failed"
              << (progress.ended == progress.calls ? "\n" : "") << std::flush;
}

void print(const std::string& id, const usagekit::wiremock::Usage& usage, std::size_t width) {
    std::cout << std::left << std::setw(static_cast<int>(width)) << id << std::right << std::setw(12)
              << usage.stub_called_count << " stub calls" << std::setw(8) << usage.total_mock_api_count
              << " mock APIs\n";
}

}  // namespace

int main(int argc, char** argv) {
    std::string base_url{usagekit::wiremock::production};
    std::vector<usagekit::wiremock::SubscriptionId> ids;
    usagekit::RateLimit rate_limit{.per_second = 50, .burst = 10};
    usagekit::BatchOptions options{.max_in_flight = 16};
    bool shows_progress = false;
    usagekit::Secret token;

    CLI::App app{"Shows what several subscriptions of WireMock Cloud have used."};
    app.add_option("ids", ids, "The subscriptions")->required();
    app.add_option("--base-url", base_url, "Where WireMock Cloud's API is")->capture_default_str();
    app.add_option("--per-second", rate_limit.per_second, "Requests per second in the long run")->capture_default_str();
    app.add_option("--at-once", options.max_in_flight, "Requests at the same time")->capture_default_str();
    app.add_flag("--progress", shows_progress, "Show how far it has come");
    examples::require_token(app, "WIREMOCK_CLOUD_TOKEN", "your API key", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;
    if (shows_progress) options.progress = show;

    const usagekit::wiremock::Client client{usagekit::ApiToken{token},
                                            {.base_url = base_url, .rate_limit = rate_limit}};
    const auto usages =
        usagekit::get_all(ids | std::views::transform([&](const auto& id) { return client.usage(id); }), options);

    const auto width = std::ranges::max(ids | std::views::transform([](const auto& id) { return id.str().size(); }));
    int code = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (usages[i]) {
            print(ids[i].str(), usages[i].value(), width);
        } else {
            code = examples::report(usages[i].error());
        }
    }
    return code;
}
