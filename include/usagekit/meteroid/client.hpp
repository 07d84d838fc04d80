#pragma once

#include <string_view>

#include <usagekit/abi.hpp>
#include <usagekit/auth.hpp>
#include <usagekit/call.hpp>
#include <usagekit/meteroid/models.hpp>
#include <usagekit/options.hpp>
#include <usagekit/result.hpp>
#include <usagekit/service_client.hpp>

namespace USAGEKIT_NAMESPACE::meteroid {

/// The service itself; the default of `ClientOptions::base_url`.
inline constexpr std::string_view production = "https://api.meteroid.com";

/// Meteroid's usage API.
///
/// Its calls end with the errors of every `ServiceClient`, of which the service documents 401, 404, 429 and 500;
/// `error_code` gives its own code. An ID that the service would not take, a date that does not exist, and a period
/// that does not end after its start are `invalid_request`.
class USAGEKIT_EXPORT Client : public ServiceClient {
public:
    /// Takes the API key, or a callback that gives it, and where the service is.
    explicit Client(const Credential<BearerToken>& token, const ClientOptions& options = {});

    /// A client with the token in the environment variable `METEROID_API_KEY`, at `METEROID_BASE_URL` where that is set
    /// and the options do not say where the service is. Gives `invalid_request`, naming the variable, when the token is
    /// missing or empty, or either is unusable. The environment must not be changed meanwhile.
    [[nodiscard]] static Result<Client> from_env(ClientOptions options = {});

    /// Usage of a subscription per metric. `GET /api/v1/usage/subscription/{subscription_id}`.
    Call<Usage> subscription_usage(const GetSubscriptionUsage& request, const CallOptions& options = {}) const;

    /// Usage of a customer per metric. `GET /api/v1/usage/customer/{customer_id}`.
    Call<Usage> customer_usage(const GetCustomerUsage& request, const CallOptions& options = {}) const;

    /// Usage of all customers per metric. `GET /api/v1/usage/summary`.
    Call<Usage> usage_summary(const GetUsageSummary& request, const CallOptions& options = {}) const;
};

}  // namespace USAGEKIT_NAMESPACE::meteroid
