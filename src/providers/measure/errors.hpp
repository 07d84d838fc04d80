#pragma once

#include <optional>
#include <string>

#include <usagekit/http.hpp>
#include <usagekit/json.hpp>

#include "call/status.hpp"

namespace USAGEKIT_NAMESPACE::measure {

/// An error body. Measure documents none, so the usual forms are read: a code and a message, at the top or below
/// `error`, or a text as `error`.
struct ErrorBody {
    std::optional<RawJson> code{};
    std::optional<RawJson> message{};
    std::optional<RawJson> error{};

    bool operator==(const ErrorBody&) const = default;
};

/// What a body of Measure says about a failure.
[[nodiscard]] call::ProviderError read_error(const http::Response& response);

}  // namespace USAGEKIT_NAMESPACE::measure
