#pragma once

#include <optional>
#include <string>
#include <vector>

#include <usagekit/decimal.hpp>
#include <usagekit/http.hpp>
#include <usagekit/json.hpp>

#include "call/status.hpp"

// The error bodies of WireMock Cloud: text under 401, `ErrorList` under 403 and 422, `ErrorMessage` under 404.

namespace usagekit::wiremock {

struct ErrorItem {
    std::optional<Decimal> code{};
    std::string title{};
    std::optional<std::string> detail{};
    std::optional<RawJson> source{};  ///< What the error refers to; free-form.

    bool operator==(const ErrorItem&) const = default;
};

struct ErrorList {
    std::vector<ErrorItem> errors{};

    bool operator==(const ErrorList&) const = default;
};

struct ErrorMessage {
    std::optional<Decimal> code{};
    std::string message{};

    bool operator==(const ErrorMessage&) const = default;
};

/// What a body of WireMock Cloud says about a failure.
[[nodiscard]] call::ProviderError read_error(const http::Response& response);

}  // namespace usagekit::wiremock
