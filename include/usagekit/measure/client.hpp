#pragma once

#include <memory>
#include <string_view>

#include <usagekit/auth.hpp>
#include <usagekit/call.hpp>
#include <usagekit/measure/models.hpp>
#include <usagekit/options.hpp>

namespace usagekit::call {
class Service;
}

namespace usagekit::measure {

/// The service itself; the default of `ClientOptions::base_url`.
inline constexpr std::string_view production = "https://api.getmeasure.com/api/v1";

/// The same service as Maple Billing, with the same paths.
inline constexpr std::string_view maple = "https://api.maplebilling.com/api/v1";

/// Measure's subscription usage. It is immutable, cheap to copy (copies share their connections) and may be used from
/// any thread.
///
/// The service documents no errors: the status decides the kind (`authentication` for 401, `permission` for 403,
/// `not_found` for 404, `rate_limited` for 429, `rejected` for another 4xx, `server` for 5xx), and the message is taken
/// from `message`, `error` or `error.message` of the body when there is one. Besides, every call can end with the kinds
/// that any call over HTTP has (`network`, `tls`, `timeout`, `redirect`, `protocol`, `too_large`, `decode`). A bad
/// token, option or ID, and a period that does not end after its start end it as `invalid_request` before anything is
/// sent.
class Client {
public:
    /// Takes the API key, or a callback that gives it, and where the service is.
    explicit Client(const Credential<BearerToken>& token, const ClientOptions& options = {});

    /// Copying is cheap; moving copies, so that no client is ever left without its service.
    Client(const Client&) = default;
    Client& operator=(const Client&) = default;
    ~Client() = default;

    /// Usage of a subscription at one of its prices. It is a POST that only reads, and it has an Idempotency-Key
    /// (`CallOptions::idempotency_key`), so it may be repeated.
    /// `POST /companies/{company_id}/subscriptions/{id}/usage`.
    Call<Usage> subscription_usage(const GetSubscriptionUsage& request, const CallOptions& options = {}) const;

private:
    std::shared_ptr<const call::Service> service_;
};

}  // namespace usagekit::measure
