#pragma once

// What all tests of Measure ask, and by which client.

#include <usagekit/measure/client.hpp>

#include "error_of.hpp"
#include "wiremock_host.hpp"

constexpr auto mock_key = "mock-api-key";
constexpr auto usage_path = "/api/v1/companies/cmp_12345/subscriptions/sub_12345/usage";

/// It repeats nothing: these tests are about what one answer becomes.
inline usagekit::measure::Client client_of(const WireMockHost& host, const char* key = mock_key,
                                           usagekit::Strictness strictness = usagekit::Strictness::lenient) {
    return usagekit::measure::Client{
        usagekit::BearerToken{key},
        {.base_url = host.base_url() + "/api/v1", .retry = {.attempts = 1}, .strictness = strictness}};
}

inline usagekit::measure::GetSubscriptionUsage usage_of(const char* subscription, const char* pricing = "pmp_12345") {
    return {.company_id = usagekit::measure::CompanyId{"cmp_12345"},
            .subscription_id = usagekit::measure::SubscriptionId{subscription},
            .product_metric_pricing_id = usagekit::measure::ProductMetricPricingId{pricing}};
}

inline usagekit::Error failure(usagekit::Call<usagekit::measure::Usage> call, const char* key = mock_key) {
    return error_of(std::move(call).get(), key);
}
