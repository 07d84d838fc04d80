// How much of the plan has been used, for people who open a page rather than a terminal:
//     billing_page > usage.html
// examples/run: billing --title Usage
#include <iostream>
#include <string>

#include <usagekit/billing/client.hpp>
#include <usagekit/billing/report.hpp>
#include <usagekit/report_writers.hpp>

#include "command_line.hpp"

namespace billing = usagekit::billing;

int main(int argc, char** argv) {
    std::string base_url;
    usagekit::HtmlOptions options;
    usagekit::Secret token;

    CLI::App app{"Writes what has been used of a plan in the current period, as one HTML page."};
    app.add_option("--base-url", base_url, "Where the Billing API is")->envname("BILLING_BASE_URL")->required();
    app.add_option("--title", options.title, "The title of the page")->capture_default_str();
    examples::require_token(app, "BILLING_TOKEN", "your session token", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    const billing::Client client{usagekit::BearerToken{token}, {.base_url = base_url}};
    const auto usage = client.usage().get();
    if (!usage) return examples::report(usage.error());
    std::cout << usagekit::to_html(billing::report(usage.value()), options);
    return examples::finish(0);
}
