#pragma once

// What all tests of Billing ask, and by which client.

#include <usagekit/billing/client.hpp>

#include "error_of.hpp"
#include "wiremock_host.hpp"

constexpr auto mock_key = "mock-session-token";
constexpr auto usage_path = "/api/billing/usage";

/// It repeats nothing: these tests are about what one answer becomes.
inline usagekit::billing::Client client_of(const WireMockHost& host, const char* key = mock_key,
                                           const std::string& prefix = {}) {
    return usagekit::billing::Client{usagekit::BearerToken{key},
                                     {.base_url = host.base_url() + prefix, .retry = {.attempts = 1}}};
}

inline usagekit::Error failure(usagekit::Call<usagekit::billing::Usage> call, const char* key = mock_key) {
    return error_of(std::move(call).get(), key);
}
