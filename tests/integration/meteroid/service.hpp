#pragma once

// What all tests of Meteroid ask, and by which client.

#include <usagekit/meteroid/client.hpp>

#include "error_of.hpp"
#include "wiremock_host.hpp"

constexpr auto mock_key = "mock/api-key";
constexpr usagekit::Date first_day{std::chrono::year{2024} / std::chrono::January / 1};
constexpr usagekit::Date end_day{std::chrono::year{2024} / std::chrono::February / 1};
const usagekit::meteroid::SubscriptionId subscription{"sub_7n42DGM5Tflk9n8mt7Fhc7"};
const usagekit::meteroid::MetricId tokens_metric{"bm_7n42DGM5Tflk9n8mt7Fhc7"};

/// It repeats nothing: these tests are about what one answer becomes.
inline usagekit::meteroid::Client client_of(const WireMockHost& host, const char* key = mock_key) {
    return usagekit::meteroid::Client{usagekit::BearerToken{key},
                                      {.base_url = host.base_url(), .retry = {.attempts = 1}}};
}

inline usagekit::Error failure(usagekit::Call<usagekit::meteroid::Usage> call, const char* key = mock_key) {
    return error_of(std::move(call).get(), key);
}
