#include <usagekit/measure/client.hpp>
#include <usagekit/measure/report.hpp>

#include "describe.hpp"

namespace tool::providers {

namespace {

namespace api = usagekit::measure;

struct Question {
    api::CompanyId company{};
    api::SubscriptionId subscription{};
    api::ProductMetricPricingId pricing{};
    std::optional<usagekit::Timestamp> start{};
    std::optional<usagekit::Timestamp> end{};
};

Result<PendingReport> ask(const Question& question, const Access& access) {
    api::GetSubscriptionUsage request{.company_id = question.company,
                                      .subscription_id = question.subscription,
                                      .product_metric_pricing_id = question.pricing};
    if (question.start || question.end) {
        request.period = api::Period{.start_date = question.start, .end_date = question.end};
    }
    const api::Client client{usagekit::BearerToken{access.token}, access.client};
    return pending(client, client.subscription_usage(request, access.call), access.subject);
}

}  // namespace

Provider measure() {
    return described<Question>(
        {.name = "measure",
         .service = "Measure, or Maple Billing",
         .example = "--company cmp_12345 --subscription sub_12345 --pricing pmp_12345",
         .token_variable = "MEASURE_API_KEY",
         .token_meaning = "your API key",
         .base_url_variable = "MEASURE_BASE_URL",
         .base_url = std::string(api::production)},
        {field(&Question::company, "company", "The company"),
         field(&Question::subscription, "subscription", "Whose usage"),
         field(&Question::pricing, "pricing", "At which price: a product metric pricing"),
         field(&Question::start, "start", "Where the period begins, 2024-01-01T00:00:00Z for example"),
         field(&Question::end, "end", "Where the period ends")},
        ask);
}

}  // namespace tool::providers
