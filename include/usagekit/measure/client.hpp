#pragma once

#include <string_view>

#include <usagekit/abi.hpp>
#include <usagekit/auth.hpp>
#include <usagekit/call.hpp>
#include <usagekit/measure/models.hpp>
#include <usagekit/options.hpp>
#include <usagekit/result.hpp>
#include <usagekit/service_client.hpp>

namespace USAGEKIT_NAMESPACE::measure {

/// The service itself; the default of `ClientOptions::base_url`.
inline constexpr std::string_view production = "https://api.getmeasure.com/api/v1";

/// The same service as Maple Billing, with the same paths.
inline constexpr std::string_view maple = "https://api.maplebilling.com/api/v1";

/// Measure's subscription usage.
///
/// Its calls end with the errors of every `ServiceClient`. The service documents no error bodies: a code and a message
/// are read at the top and below `error`, a text as `error`, and the first line of a plain text. A company ID without
/// `cmp_`, an ID that is empty, and a period that does not end after its start are `invalid_request`.
class USAGEKIT_EXPORT Client : public ServiceClient {
public:
    /// Takes the API key, or a callback that gives it, and where the service is.
    explicit Client(const Credential<BearerToken>& token, const ClientOptions& options = {});

    /// A client with the token in the environment variable `MEASURE_API_KEY`, at `MEASURE_BASE_URL` where that is set
    /// and the options do not say where the service is. Gives `invalid_request`, naming the variable, when the token is
    /// missing or empty, or either is unusable. The environment must not be changed meanwhile.
    [[nodiscard]] static Result<Client> from_env(ClientOptions options = {});

    /// Usage of a subscription at one of its prices. It is a POST that only reads, and it has an Idempotency-Key
    /// (`CallOptions::idempotency_key`), so it may be repeated.
    /// `POST /companies/{company_id}/subscriptions/{id}/usage`.
    Call<Usage> subscription_usage(const GetSubscriptionUsage& request, const CallOptions& options = {}) const;
};

}  // namespace USAGEKIT_NAMESPACE::measure
