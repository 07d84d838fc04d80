// How much of one metric has a subscription of Measure used, in which periods?
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include <usagekit/measure/client.hpp>

#include "command_line.hpp"
#include "printable.hpp"

namespace measure = usagekit::measure;

namespace {

std::string shown(const std::string& text) { return examples::printable(text); }

std::string shown(usagekit::Timestamp time) { return usagekit::to_string(time); }

/// On one line: a line break or tab of a JSON text never stands in a string, so it and the blanks behind it only
/// indent.
std::string shown(const usagekit::RawJson& json) {
    std::string line;
    bool indents = false;
    for (const char c : json.str()) {
        indents = c == '\n' || c == '\r' || c == '\t' || (indents && c == ' ');
        if (!indents || !line.ends_with(' ')) line += indents ? ' ' : c;
    }
    return examples::printable(line);
}

/// Nothing at all of what the service did not send.
template <class T>
void print(std::string_view before, const std::optional<T>& value, std::string_view behind = "") {
    if (value) std::cout << before << shown(*value) << behind;
}

/// Of a metric or an item, the name that is for people.
template <class Named>
void print_name(std::string_view label, const std::optional<Named>& named) {
    if (named) print(label, named->external_name ? named->external_name : named->name, "\n");
}

/// Of a usage record or a part of one.
template <class Amount>
void print_amount(std::string_view bullet, const Amount& amount) {
    std::cout << bullet;
    print(" ", amount.value);
    if (amount.period) {
        print(" from ", amount.period->start_date);
        print(" to ", amount.period->end_date);
    }
}

void print(const measure::UsageRecord& record) {
    print_amount("  -", record);
    std::cout << '\n';
    if (!record.breakdown) return;
    for (const auto& part : *record.breakdown) {
        print_amount("      -", part);
        print(", grouping ", part.grouping);
        print(", breakout ", part.breakout);
        std::cout << '\n';
    }
}

void print(const measure::Usage& usage) {
    print_name("Metric: ", usage.metric);
    if (usage.product_metric_pricing) print_name("Item: ", usage.product_metric_pricing->item);
    const bool is_there = usage.usage && !usage.usage->empty();
    std::cout << (is_there ? "Usage:\n" : "Usage: none\n");
    if (!is_there) return;
    for (const auto& record : *usage.usage) print(record);
}

}  // namespace

int main(int argc, char** argv) {
    std::string base_url{measure::production};
    measure::CompanyId company;
    measure::SubscriptionId subscription;
    measure::ProductMetricPricingId pricing;
    measure::Period period;
    usagekit::Secret token;

    CLI::App app{"Shows what a subscription of Measure has used of one metric."};
    app.add_option("--base-url", base_url, "Where Measure's API is")->capture_default_str();
    app.add_option("--company", company, "The company")->envname("MEASURE_COMPANY")->required();
    app.add_option("--subscription", subscription, "Whose usage")->envname("MEASURE_SUBSCRIPTION")->required();
    app.add_option("--pricing", pricing, "At which price: a product metric pricing")
        ->envname("MEASURE_PRICING")
        ->required();
    examples::add_option(app, "--start", period.start_date, usagekit::parse_timestamp,
                         "Where the period begins, 2024-01-01T00:00:00Z for example");
    examples::add_option(app, "--end", period.end_date, usagekit::parse_timestamp, "Where the period ends");
    examples::require_token(app, "MEASURE_API_KEY", "your API key", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    const measure::Client client{usagekit::BearerToken{token}, {.base_url = base_url}};
    const bool is_whole_period = period == measure::Period{};
    const auto usage = client
                           .subscription_usage({.company_id = company,
                                                .subscription_id = subscription,
                                                .product_metric_pricing_id = pricing,
                                                .period = is_whole_period ? std::nullopt : std::optional{period}})
                           .get();
    if (!usage) return examples::report(usage.error());
    print(usage.value());
}
