#pragma once

#include <optional>

#include <usagekit/error.hpp>
#include <usagekit/options.hpp>

namespace USAGEKIT_NAMESPACE::call {

/// `invalid_request` for an option of a client that cannot be used, the base URL apart.
[[nodiscard]] std::optional<Error> refuse_options(const ClientOptions& options);

/// `invalid_request` for an option of a call that cannot be used, the idempotency key apart.
[[nodiscard]] std::optional<Error> refuse_options(const CallOptions& options);

}  // namespace USAGEKIT_NAMESPACE::call
