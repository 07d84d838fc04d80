#pragma once

#include <memory>

#include <usagekit/auth.hpp>
#include <usagekit/billing/models.hpp>
#include <usagekit/call.hpp>
#include <usagekit/options.hpp>

namespace usagekit::call {
class Service;
}

namespace usagekit::billing {

/// A self-hosted Billing API. It is immutable, cheap to copy (copies share their connections) and may be used from any
/// thread.
///
/// Every call can end with `authentication` (401), `rejected` (400) and the kinds that any call over HTTP has
/// (`network`, `tls`, `timeout`, `redirect`, `protocol`, `too_large`, `decode`, `server`); `Error::code` is the
/// service's own code. An answer that says `success: false` is an error under any status: with a status of success it
/// is `authentication` for the code `UNAUTHORIZED`, and `rejected` for any other. A bad token, option or metric, a date
/// that does not exist, and a period that does not end after its start end it as `invalid_request` before anything is
/// sent.
class Client {
public:
    /// Takes the session token, or a callback that gives it, and where the service is: there is no default, so
    /// `ClientOptions::base_url` must be set.
    Client(const Credential<BearerToken>& token, const ClientOptions& options);

    /// Copying is cheap; moving copies, so that no client is ever left without its service.
    Client(const Client&) = default;
    Client& operator=(const Client&) = default;
    ~Client() = default;

    /// Metered usage, cost so far and projection. `GET /api/billing/usage`.
    Call<Usage> usage(const GetUsage& request = {}, const CallOptions& options = {}) const;

private:
    std::shared_ptr<const call::Service> service_;
};

}  // namespace usagekit::billing
