#pragma once

#include <string>
#include <utility>

#include <usagekit/asio.hpp>
#include <usagekit/wiremock/client.hpp>

#include "error_of.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"

// What the tests of usagekit/asio.hpp ask a real WireMock for.

inline constexpr auto usage_token = "mock-api-key";
inline const usagekit::wiremock::SubscriptionId subscription{"qmr8z"};

using UsageResult = usagekit::Result<usagekit::wiremock::Usage>;

inline usagekit::wiremock::Client client_of(const WireMockHost& host, usagekit::ClientOptions options = {}) {
    options.base_url = host.base_url();
    options.retry.attempts = 1;
    return usagekit::wiremock::Client{usagekit::ApiToken{usage_token}, options};
}

/// A host that takes 3 s to answer when it is asked for usage, which keeps one of its few threads busy.
inline WireMockHost& silent_host() {
    auto& host = fresh_host();
    host.stub(stub(R"("method":"GET","urlPathPattern":"/v1/subscriptions/.*/usage")",
                   R"("status":200,"fixedDelayMilliseconds":3000)"));
    return host;
}

/// A host that answers after 0.3 s with an error that names what it was asked for in `request_id`.
inline WireMockHost& slow_host() {
    auto& host = fresh_host();
    host.stub(stub(R"("method":"GET","urlPathPattern":"/v1/subscriptions/slow[0-9]+/usage")",
                   R"("status":404,"fixedDelayMilliseconds":300,"transformers":["response-template"],)"
                   R"("headers":{"X-Request-Id":"{{request.pathSegments.[2]}}"})"));
    return host;
}

inline usagekit::Error error_of(const UsageResult& result) { return error_of(result, usage_token); }

/// The result of a call that was sent before.
inline usagekit::Call<usagekit::wiremock::Usage> sent_already(const usagekit::wiremock::Client& client) {
    auto call = client.my_usage();
    auto other = std::move(call);
    return call;  // NOLINT(bugprone-use-after-move): that is what it is for
}
