// What does my organisation use, asked while the program does something else?
// examples/run: wiremock
#include <chrono>
#include <future>
#include <iostream>
#include <latch>
#include <string>

#include <usagekit/wiremock/client.hpp>

#include "command_line.hpp"
#include "printable.hpp"

using namespace std::chrono_literals;

int main(int argc, char** argv) {
    std::string base_url{usagekit::wiremock::production};
    usagekit::Secret token;

    CLI::App app{"Shows what your WireMock Cloud organisation has used, and goes on meanwhile."};
    app.add_option("--base-url", base_url, "Where WireMock Cloud's API is")->capture_default_str();
    examples::require_token(app, "WIREMOCK_CLOUD_TOKEN", "your API key", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    std::latch asked(1);
    // Both calls run on the client's own thread; with the client they would end.
    const usagekit::wiremock::Client client{usagekit::ApiToken{token}, {.base_url = base_url}};
    client.self().then([&](const usagekit::Result<usagekit::wiremock::User>& user) {  // there: it must not block
        if (user) std::cout << "Asked by " << examples::printable(user.value().username) << '\n';
        asked.count_down();
    });
    auto future = client.my_usage().async();

    while (future.wait_for(100ms) != std::future_status::ready) {
        // the program does something else
    }
    asked.wait();
    const auto usage = future.get();
    if (!usage) return examples::report(usage.error());
    std::cout << usage.value().stub_called_count << " stub calls, " << usage.value().total_mock_api_count
              << " mock APIs\n";
}
