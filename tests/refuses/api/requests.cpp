// MISTAKE without_subscription without_end: deleted (function '.*Required<T>::Required\(\)|constructor of 'Required<)
// MISTAKE id_of_another_provider date_as_text moment_as_date: cannot convert|no viable conversion from
// MISTAKE metric_as_text: no matching function for call to 'construct_at
// MISTAKE without_base_url with_the_wrong_scheme: no matching (function|constructor) for .*Client
// MISTAKE read_back: no matching function for call to 'from_json
#include <usagekit/billing/client.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/wiremock/models.hpp>

using namespace std::chrono;
using namespace usagekit;

void example(const meteroid::SubscriptionId& id) {
#ifdef MISTAKE_with_the_wrong_scheme
    const meteroid::Client meteroid{ApiToken{"key"}};
#else
    const meteroid::Client meteroid{BearerToken{"key"}};
#endif
#if defined(MISTAKE_without_subscription)
    const auto usage = meteroid.subscription_usage({.start_date = 2024y / January / 1});
#elif defined(MISTAKE_id_of_another_provider)
    const auto usage = meteroid.subscription_usage({.subscription_id = wiremock::SubscriptionId{id.str()}});
#elif defined(MISTAKE_date_as_text)
    const auto usage = meteroid.subscription_usage({.subscription_id = id, .start_date = "2024-01-01"});
#elif defined(MISTAKE_moment_as_date)
    const auto usage = meteroid.subscription_usage({.subscription_id = id, .start_date = system_clock::now()});
#else
    const auto usage = meteroid.subscription_usage({.subscription_id = id, .start_date = 2024y / January / 1});
#endif
#ifdef MISTAKE_without_end
    const auto all = meteroid.usage_summary({.start_date = 2024y / January / 1});
#else
    const auto all = meteroid.usage_summary({.start_date = 2024y / January / 1, .end_date = 2024y / February / 1});
#endif
#ifdef MISTAKE_without_base_url
    const billing::Client billing{BearerToken{"token"}};
#else
    const billing::Client billing{BearerToken{"token"}, {.base_url = "https://billing.example"}};
#endif
#ifdef MISTAKE_metric_as_text
    const auto metered = billing.usage({.metrics = {"api_calls", "storage"}});
#else
    const auto metered = billing.usage({.metrics = {billing::api_calls, billing::MetricId{"gpu_hours"}}});
#endif
#ifdef MISTAKE_read_back
    const auto request = from_json<meteroid::GetUsageSummary>("{}");
#endif
}
