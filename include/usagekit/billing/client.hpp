#pragma once

#include <usagekit/abi.hpp>
#include <usagekit/auth.hpp>
#include <usagekit/billing/models.hpp>
#include <usagekit/call.hpp>
#include <usagekit/options.hpp>
#include <usagekit/result.hpp>
#include <usagekit/service_client.hpp>

namespace USAGEKIT_NAMESPACE::billing {

/// A self-hosted Billing API.
///
/// Its calls end with the errors of every `ServiceClient`, of which the service documents 400 and 401; `Error::code` is
/// its own code. An answer that says `success: false` is an error under any status: with a status of success it is
/// `authentication` for the code `UNAUTHORIZED`, and `rejected` for any other. A metric without a name, a date that
/// does not exist, and a period that does not end after its start are `invalid_request`.
class USAGEKIT_EXPORT Client : public ServiceClient {
public:
    /// Takes the session token, or a callback that gives it, and where the service is: there is no default, so
    /// `ClientOptions::base_url` must be set.
    Client(const Credential<BearerToken>& token, const ClientOptions& options);

    /// A client with the token in the environment variable `BILLING_TOKEN`, at `BILLING_BASE_URL` unless the options
    /// say where the service is. Gives `invalid_request`, naming the variable, when one that is needed is missing,
    /// empty or unusable. The environment must not be changed meanwhile.
    [[nodiscard]] static Result<Client> from_env(ClientOptions options = {});

    /// Metered usage, cost so far and projection. `GET /api/billing/usage`.
    Call<Usage> usage(const GetUsage& request = {}, const CallOptions& options = {}) const;
};

}  // namespace USAGEKIT_NAMESPACE::billing
