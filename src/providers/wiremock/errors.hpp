#pragma once

#include <optional>
#include <string>
#include <vector>

#include <usagekit/http.hpp>
#include <usagekit/json.hpp>

#include "call/status.hpp"

// The error bodies of WireMock Cloud: text under 401, `ErrorList` under 403 and 422, a code and a message under
// 404.

namespace USAGEKIT_NAMESPACE::wiremock {

// Everything is optional here, whatever the contract requires: an error that differs from it is still told.

struct ErrorItem {
    std::optional<RawJson> code{};  ///< A number in the contract.
    std::optional<std::string> title{};
    std::optional<std::string> detail{};
    std::optional<RawJson> source{};  ///< What the error refers to; free-form.

    bool operator==(const ErrorItem&) const = default;
};

struct ErrorList {
    std::optional<std::vector<ErrorItem>> errors{};

    bool operator==(const ErrorList&) const = default;
};

/// What a body of WireMock Cloud says about a failure.
[[nodiscard]] call::ProviderError read_error(const http::Response& response);

}  // namespace USAGEKIT_NAMESPACE::wiremock
