#include <usagekit/billing/client.hpp>
#include <usagekit/billing/report.hpp>

#include "describe.hpp"

namespace api = usagekit::billing;

template <>
struct tool::Reading<api::MetricId> {
    static constexpr std::string_view placeholder = "NAME";
    static Result<api::MetricId> read(std::string_view text) {
        if (text.empty()) return refusal("the name of a metric is not empty");
        return api::MetricId{std::string(text)};
    }
};

namespace tool::providers {

namespace {

using Question = api::GetUsage;

Result<PendingReport> ask(const Question& question, const Access& access) {
    const api::Client client{usagekit::BearerToken{access.token}, access.client};
    return pending(client, client.usage(question, access.call), access.subject);
}

}  // namespace

Provider billing() {
    return described<Question>(
        {.name = "billing",
         .service = "a self-hosted Billing API",
         .example = "--base-url https://billing.example.com --metrics api_calls,storage",
         .token_variable = "BILLING_TOKEN",
         .token_meaning = "your session token",
         .base_url_variable = "BILLING_BASE_URL"},
        {field(&Question::start_date, "start", "From when on, 2024-01-01 or 2024-01-01T00:00:00Z for example"),
         field(&Question::end_date, "end", "Until when"),
         field(&Question::metrics, "metrics", "Only these metrics, api_calls,storage for example")},
        ask);
}

}  // namespace tool::providers
