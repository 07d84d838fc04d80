#pragma once

#include <optional>
#include <string>

#include <usagekit/clock.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE::call {

/// A random UUID (RFC 9562 section 5.4), which no other call has. Gives `invalid_request` when the source throws.
[[nodiscard]] Result<std::string> new_idempotency_key(const RandomSource& random);

/// `invalid_request` for a key that cannot be sent, or that the call does not take.
[[nodiscard]] std::optional<Error> refuse_idempotency_key(const std::optional<std::string>& key, bool is_taken);

}  // namespace USAGEKIT_NAMESPACE::call
