// How much has a subscription of Meteroid used, per metric and dimension?
#include <iostream>
#include <optional>
#include <string>

#include <usagekit/meteroid/client.hpp>

#include "command_line.hpp"
#include "printable.hpp"

namespace meteroid = usagekit::meteroid;
using examples::printable;

namespace {

void print(const meteroid::GroupedUsage& group) {
    std::cout << "    ";
    const char* before = "";
    for (const auto& [dimension, value] : group.dimensions) {
        std::cout << before << printable(dimension) << '=' << printable(value);
        before = ", ";
    }
    std::cout << (group.dimensions.empty() ? "no dimensions: " : ": ") << group.value << '\n';
}

void print(const meteroid::Usage& usage) {
    std::cout << "Usage from " << usagekit::to_string(usage.period_start) << " to "
              << usagekit::to_string(usage.period_end) << (usage.usage.empty() ? ": none\n" : "\n");
    for (const auto& metric : usage.usage) {
        std::cout << '\n'
                  << printable(metric.metric_name) << " (" << printable(metric.metric_code)
                  << "): " << metric.total_value << '\n';
        for (const auto& group : metric.grouped_usage) print(group);
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::string base_url{meteroid::production};
    meteroid::SubscriptionId subscription;
    std::optional<usagekit::Date> start;
    std::optional<usagekit::Date> end;
    std::optional<meteroid::MetricId> metric;
    usagekit::Secret token;

    CLI::App app{"Shows what a subscription of Meteroid has used, in its current period unless dates are given."};
    app.add_option("--base-url", base_url, "Where Meteroid's API is")->capture_default_str();
    app.add_option("--subscription", subscription, "Whose usage")->envname("METEROID_SUBSCRIPTION")->required();
    examples::add_option(app, "--start", start, usagekit::parse_date,
                         "Where the period begins, 2024-01-01 for example");
    examples::add_option(app, "--end", end, usagekit::parse_date, "Where the period ends");
    app.add_option("--metric", metric, "Only the metric of this ID");
    examples::require_token(app, "METEROID_API_KEY", "your API key", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    const meteroid::Client client{usagekit::BearerToken{token}, {.base_url = base_url}};
    const auto usage =
        client
            .subscription_usage(
                {.subscription_id = subscription, .start_date = start, .end_date = end, .metric_id = metric})
            .get();
    if (!usage) return examples::report(usage.error());
    print(usage.value());
}
