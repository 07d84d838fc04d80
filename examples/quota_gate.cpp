// May this still run, or has too much of the plan been used? Runs a command only when no metric is above a percentage:
//     quota_gate --above 90 -- ./send-newsletter
// What cannot be asked is not allowed either: the error's exit code says why, or 2 when no metric has a limit.
// examples/run: billing --above 90 -- echo within the quota
#include <algorithm>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

#include <usagekit/billing/client.hpp>
#include <usagekit/billing/report.hpp>
#include <usagekit/report_analysis.hpp>

#include "command_line.hpp"

namespace {

constexpr int refused = 10;  // beside the codes of errors
constexpr int without_limits = 2;
constexpr int cannot_run = 127;

bool has_limits(const usagekit::UsageReport& report) {
    return std::any_of(report.metrics.begin(), report.metrics.end(),
                       [](const auto& metric) { return metric.percentage.has_value(); });
}

/// Becomes the command; gives an exit code only when that cannot be.
int become(std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (auto& argument : command) arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    std::cout.flush();
    execvp(arguments.front(), arguments.data());
    std::cerr << "cannot run " << command.front() << '\n';
    return cannot_run;
}

}  // namespace

int main(int argc, char** argv) {
    std::string base_url;
    std::string above = "90";
    std::vector<std::string> command;
    usagekit::Secret token;

    CLI::App app{"Runs a command when no metric of the plan is used above a percentage; otherwise exits with 10."};
    app.add_option("--base-url", base_url, "Where the Billing API is")->envname("BILLING_BASE_URL")->required();
    app.add_option("--above", above, "The percentage")->capture_default_str();
    app.add_option("command", command, "The command and its arguments, behind --");
    examples::require_token(app, "BILLING_TOKEN", "your session token", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;
    const auto threshold = usagekit::Decimal::parse(above);
    if (!threshold) return examples::report(threshold.error());

    const usagekit::billing::Client client{usagekit::BearerToken{token}, {.base_url = base_url}};
    const auto usage = client.usage().get();
    if (!usage) return examples::report(usage.error());

    const usagekit::Thresholds limits{.warning = threshold.value(), .critical = threshold.value()};
    const auto report = usagekit::billing::report(usage.value());
    if (!has_limits(report)) {
        std::cerr << "no metric has a limit to compare with\n";
        return without_limits;
    }
    const auto crossings = usagekit::thresholds(report, limits);
    for (const auto& crossing : crossings) {
        std::cerr << examples::printable(crossing.id) << " has used " << crossing.percentage << " % of its limit\n";
    }
    if (!crossings.empty()) return refused;
    return command.empty() ? 0 : become(command);
}
