#pragma once

#include <usagekit/error.hpp>

namespace usagekit {

/// What a call ends with that the caller stopped.
[[nodiscard]] inline Error cancelled() {
    return {.kind = ErrorKind::cancelled,
            .message = "the caller stopped the call",
            .advice = "make the call again when it is wanted"};
}

}  // namespace usagekit
