#pragma once

#include <usagekit/error.hpp>

namespace USAGEKIT_NAMESPACE {

/// What a call ends with that the caller stopped.
[[nodiscard]] inline Error cancelled() {
    return {.kind = ErrorKind::cancelled,
            .message = "the caller stopped the call",
            .advice = "make the call again when it is wanted"};
}

}  // namespace USAGEKIT_NAMESPACE
