#pragma once

#include <memory>
#include <utility>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

namespace call {
class Service;
}

/// What the clients of all providers are: immutable, cheap to copy (copies share their connections), and usable from
/// any thread.
///
/// Every call can end with the kinds of error that any call over HTTP has. Without an answer: `network`, `tls`,
/// `timeout`, `protocol`, `cancelled`. By its status (RFC 9110 section 15): `authentication` (401), `permission` (403),
/// `not_found` (404, 410), `timeout` (408), `conflict` (409), `rate_limited` (429), `rejected` (any other 4xx),
/// `server` (5xx), `redirect` (3xx that is not followed). By its content: `decode`, `too_large`. A token, option or
/// request that cannot be used ends it as `invalid_request` before anything is sent.
class USAGEKIT_EXPORT ServiceClient {
protected:
    /// Made by the client of a provider.
    explicit ServiceClient(std::shared_ptr<const call::Service> service) noexcept : service_(std::move(service)) {}

    /// Copying is cheap; moving copies, so that no client is ever left without its service.
    ServiceClient(const ServiceClient&) = default;
    ServiceClient& operator=(const ServiceClient&) = default;
    ~ServiceClient() = default;

    /// What the copies share.
    [[nodiscard]] const std::shared_ptr<const call::Service>& service() const noexcept { return service_; }

private:
    std::shared_ptr<const call::Service> service_;
};

}  // namespace USAGEKIT_NAMESPACE
