// How much of the plan has been used, of what, and at what cost? Drawn with bars and colours, as the dashboard that
// Billing documents.
#include <iostream>
#include <string>
#include <unistd.h>

#include <usagekit/billing/client.hpp>
#include <usagekit/billing/report.hpp>
#include <usagekit/report_writers.hpp>

#include "colours.hpp"
#include "command_line.hpp"
#include "dates.hpp"

namespace billing = usagekit::billing;

namespace {

/// Colours are for people: not for files and pipes, nor for those who decline them.
bool wants_colours() { return isatty(STDOUT_FILENO) == 1 && !examples::are_colours_declined(); }

}  // namespace

int main(int argc, char** argv) {
    std::string base_url;
    billing::GetUsage request;
    usagekit::Secret token;

    CLI::App app{"Draws what has been used of a plan, in the current period unless dates are given."};
    app.add_option("--base-url", base_url, "Where the Billing API is")->envname("BILLING_BASE_URL")->required();
    examples::add_option(app, "--start", request.start_date, examples::parse_date_or_timestamp,
                         "From when on, 2024-01-01 or 2024-01-01T00:00:00Z for example");
    examples::add_option(app, "--end", request.end_date, examples::parse_date_or_timestamp, "Until when");
    app.add_option("--metrics", request.metrics, "Only these, api_calls,storage for example")->delimiter(',');
    examples::require_token(app, "BILLING_TOKEN", "your session token", token);
    if (const auto code = examples::parse(app, argc, argv)) return *code;

    const billing::Client client{usagekit::BearerToken{token}, {.base_url = base_url}};
    const auto usage = client.usage(request).get();
    if (!usage) return examples::report(usage.error());
    std::cout << usagekit::to_text(billing::report(usage.value()), {.has_colours = wants_colours()});
    return examples::finish(0);
}
