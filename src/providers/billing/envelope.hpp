#pragma once

#include <optional>
#include <string>

#include <usagekit/billing/models.hpp>
#include <usagekit/http.hpp>
#include <usagekit/json.hpp>
#include <usagekit/result.hpp>

#include "call/status.hpp"
#include "wire/codec.hpp"

// What the Billing API puts around its answers: `{"success": true, "data": ...}` or `{"success": false, "error": ...}`,
// whatever the status says.

namespace USAGEKIT_NAMESPACE::billing {

struct UsageEnvelope {
    bool success = false;
    Usage data{};

    bool operator==(const UsageEnvelope&) const = default;
};

/// All of it is optional, and the error of any form, whatever the contract requires: an error that differs from it is
/// still told.
struct ErrorEnvelope {
    std::optional<bool> success{};
    std::optional<RawJson> error{};  ///< A code and a message in the contract.

    bool operator==(const ErrorEnvelope&) const = default;
};

/// Reads the usage; gives the error that stands in its place.
[[nodiscard]] std::optional<Error> read_usage(Usage& usage, std::string& body, const wire::DecodeOptions& options);

/// What a body of the Billing API says about a failure.
[[nodiscard]] call::ProviderError read_error(const http::Response& response);

}  // namespace USAGEKIT_NAMESPACE::billing
