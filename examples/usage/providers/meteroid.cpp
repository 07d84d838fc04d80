#include <usagekit/meteroid/client.hpp>
#include <usagekit/meteroid/report.hpp>

#include "describe.hpp"

namespace tool::providers {

namespace {

namespace api = usagekit::meteroid;

struct Question {
    std::optional<api::SubscriptionId> subscription{};
    std::optional<api::CustomerId> customer{};
    bool all_customers = false;
    std::optional<usagekit::Date> start{};
    std::optional<usagekit::Date> end{};
    std::optional<api::MetricId> metric{};
};

usagekit::Call<api::Usage> call_of(const api::Client& client, const Question& question, const Access& access) {
    if (question.subscription) {
        return client.subscription_usage({.subscription_id = *question.subscription,
                                          .start_date = question.start,
                                          .end_date = question.end,
                                          .metric_id = question.metric},
                                         access.call);
    }
    if (question.customer) {
        return client.customer_usage({.customer_id = *question.customer,
                                      .start_date = *question.start,
                                      .end_date = *question.end,
                                      .metric_id = question.metric},
                                     access.call);
    }
    return client.usage_summary(
        {.start_date = *question.start, .end_date = *question.end, .metric_id = question.metric}, access.call);
}

Result<PendingReport> ask(const Question& question, const Access& access) {
    if (question.subscription.has_value() + question.customer.has_value() + question.all_customers != 1) {
        return refusal("whose usage is not clear", "give one of subscription, customer and all customers");
    }
    if (!question.subscription && !(question.start && question.end)) {
        return refusal("the usage of customers is that of a period", "give its start and end");
    }
    const api::Client client{usagekit::BearerToken{access.token}, access.client};
    return pending(client, call_of(client, question, access), access.subject);
}

}  // namespace

Provider meteroid() {
    return described<Question>({.name = "meteroid",
                                .service = "Meteroid",
                                .example = "--customer acme --start 2024-01-01 --end 2024-02-01",
                                .token_variable = "METEROID_API_KEY",
                                .token_meaning = "your API key",
                                .base_url_variable = "METEROID_BASE_URL",
                                .base_url = std::string(api::production)},
                               {field(&Question::subscription, "subscription", "The usage of this subscription"),
                                field(&Question::customer, "customer", "The usage of this customer, by ID or alias"),
                                field(&Question::all_customers, "all_customers", "The usage of all customers"),
                                field(&Question::start, "start", "Where the period begins, 2024-01-01 for example"),
                                field(&Question::end, "end", "Where the period ends"),
                                field(&Question::metric, "metric", "Only the metric of this ID")},
                               ask);
}

}  // namespace tool::providers
