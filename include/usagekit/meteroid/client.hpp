#pragma once

#include <memory>
#include <string_view>

#include <usagekit/auth.hpp>
#include <usagekit/call.hpp>
#include <usagekit/meteroid/models.hpp>
#include <usagekit/options.hpp>

namespace usagekit::call {
class Service;
}

namespace usagekit::meteroid {

/// The service itself; the default of `ClientOptions::base_url`.
inline constexpr std::string_view production = "https://api.meteroid.com";

/// Meteroid's usage API. It is immutable, cheap to copy (copies share their connections) and may be used from any
/// thread.
///
/// Every call can end with `authentication` (401), `not_found` (404), `rate_limited` (429), `server` (500) and the
/// kinds that any call over HTTP has (`network`, `tls`, `timeout`, `redirect`, `protocol`, `too_large`, `decode`);
/// `error_code` gives the service's own code. A bad token, option or ID, a date that does not exist, and a period that
/// does not end after its start end it as `invalid_request` before anything is sent.
class Client {
public:
    /// Takes the API key, or a callback that gives it, and where the service is.
    explicit Client(const Credential<BearerToken>& token, const ClientOptions& options = {});

    /// Copying is cheap; moving copies, so that no client is ever left without its service.
    Client(const Client&) = default;
    Client& operator=(const Client&) = default;
    ~Client() = default;

    /// Usage of a subscription per metric. `GET /api/v1/usage/subscription/{subscription_id}`.
    Call<Usage> subscription_usage(const GetSubscriptionUsage& request, const CallOptions& options = {}) const;

    /// Usage of a customer per metric. `GET /api/v1/usage/customer/{customer_id}`.
    Call<Usage> customer_usage(const GetCustomerUsage& request, const CallOptions& options = {}) const;

    /// Usage of all customers per metric. `GET /api/v1/usage/summary`.
    Call<Usage> usage_summary(const GetUsageSummary& request, const CallOptions& options = {}) const;

private:
    std::shared_ptr<const call::Service> service_;
};

}  // namespace usagekit::meteroid
