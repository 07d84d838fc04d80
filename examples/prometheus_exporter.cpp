// Usage for Prometheus: serves it under http://127.0.0.1:PORT/metrics. It asks the service when it is scraped, but not
// more often than the figures change.
#include <chrono>
#include <httplib.h>
#include <iostream>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include <usagekit/billing/client.hpp>
#include <usagekit/billing/report.hpp>
#include <usagekit/report_writers.hpp>

#include "command_line.hpp"

namespace billing = usagekit::billing;

namespace {

using Clock = std::chrono::steady_clock;

/// The usage of not long ago, for any number of threads.
class RecentUsage {
public:
    RecentUsage(billing::Client client, std::chrono::seconds age) : client_(std::move(client)), age_(age) {}

    usagekit::Result<billing::Usage> get() {
        const std::lock_guard lock(mutex_);  // those who come meanwhile wait for the same answer
        if (!usage_ || Clock::now() - fetched_ > age_) {
            auto usage = client_.usage().get();
            if (!usage) return usage;
            usage_ = std::move(usage).value();
            fetched_ = Clock::now();
        }
        return *usage_;
    }

private:
    billing::Client client_;
    std::chrono::seconds age_;
    std::mutex mutex_{};
    std::optional<billing::Usage> usage_{};
    Clock::time_point fetched_{};
};

void answer(httplib::Response& response, const usagekit::Result<billing::Usage>& usage) {
    if (!usage) {
        response.status = 503;  // Prometheus shows the target as down, and the log here says why
        response.set_content(to_string(usage.error()) + '\n', "text/plain; charset=utf-8");
        std::cerr << usage.error() << '\n';
        return;
    }
    response.set_content(usagekit::to_openmetrics(billing::report(usage.value())),
                         "application/openmetrics-text; version=1.0.0; charset=utf-8");
}

}  // namespace

int main(int argc, char** argv) {
    std::string base_url;
    int port = 9464;
    int age = 60;
    usagekit::Secret token;

    CLI::App app{"Serves what has been used of a plan to Prometheus."};
    app.add_option("--base-url", base_url, "Where the Billing API is")->envname("BILLING_BASE_URL")->required();
    app.add_option("--port", port, "Where to listen on loopback; 0: any")
        ->capture_default_str()
        ->check(CLI::Range(0, 65535));
    app.add_option("--age", age, "How many seconds old the figures may be")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    examples::require_token(app, "BILLING_TOKEN", "your session token", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    RecentUsage usage(billing::Client{usagekit::BearerToken{token}, {.base_url = base_url}}, std::chrono::seconds{age});
    httplib::Server server;
    server.Get("/metrics",
               [&](const httplib::Request&, httplib::Response& response) { answer(response, usage.get()); });

    constexpr auto host = "127.0.0.1";
    const int bound = port == 0 ? server.bind_to_any_port(host) : server.bind_to_port(host, port) ? port : -1;
    if (bound < 0) return std::cerr << "cannot listen on port " << port << '\n', 1;
    std::cout << "http://" << host << ':' << bound << "/metrics" << std::endl;
    return server.listen_after_bind() ? 0 : 1;
}
