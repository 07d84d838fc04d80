#pragma once

#include <string_view>

#include <usagekit/abi.hpp>
#include <usagekit/auth.hpp>
#include <usagekit/call.hpp>
#include <usagekit/options.hpp>
#include <usagekit/result.hpp>
#include <usagekit/service_client.hpp>
#include <usagekit/wiremock/models.hpp>

namespace USAGEKIT_NAMESPACE::wiremock {

/// The service itself; the default of `ClientOptions::base_url`.
inline constexpr std::string_view production = "https://api.wiremock.cloud";

/// The provider's public mock of the service.
inline constexpr std::string_view public_mock = "https://wmc.wiremockapi.cloud";

/// WireMock Cloud's API, as far as it leads to usage figures.
///
/// Its calls end with the errors of every `ServiceClient`; the service documents 401, 403, 404 and 422.
class USAGEKIT_EXPORT Client : public ServiceClient {
public:
    /// Takes the API key, or a callback that gives it, and where the service is.
    explicit Client(const Credential<ApiToken>& token, const ClientOptions& options = {});

    /// A client with the token in the environment variable `WIREMOCK_CLOUD_TOKEN`, at `WIREMOCK_CLOUD_BASE_URL` where
    /// that is set and the options do not say where the service is. Gives `invalid_request`, naming the variable, when
    /// the token is missing or empty, or either is unusable. The environment must not be changed meanwhile.
    [[nodiscard]] static Result<Client> from_env(ClientOptions options = {});

    /// The account that owns the token. `GET /v1/users/self`, which redirects to `/v1/users/{userId}`.
    Call<User> self(const CallOptions& options = {}) const;

    /// An account. `GET /v1/users/{userId}`.
    Call<User> user(const UserId& id, const CallOptions& options = {}) const;

    /// An organisation. `GET /v1/organisations/{organisationId}`.
    Call<Organisation> organisation(const OrganisationId& id, const CallOptions& options = {}) const;

    /// Usage of a subscription in its current billing period. `GET /v1/subscriptions/{subscriptionId}/usage`.
    Call<Usage> usage(const SubscriptionId& id, const CallOptions& options = {}) const;

    /// Usage of the token's own organisation: self, its organisation, the organisation's subscription, and that
    /// subscription's usage, as one call under one time limit. Gives `not_found` naming the resource and the link
    /// when the way breaks off: a user without organisation, an organisation without subscription.
    Call<Usage> my_usage(const CallOptions& options = {}) const;
};

}  // namespace USAGEKIT_NAMESPACE::wiremock
