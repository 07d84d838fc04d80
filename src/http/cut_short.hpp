#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <usagekit/error.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// An answer that is not whole: it may be so the next time. `detail` is what libcurl wrote about it, if it did.
[[nodiscard]] inline Error cut_short(std::string message, std::string_view detail = {}) {
    return {.kind = ErrorKind::protocol,
            .message = std::move(message),
            .detail = std::string(detail),
            .advice = "try again; if it stays so, look for a proxy or firewall on the way",
            .is_transient = true};
}

}  // namespace USAGEKIT_NAMESPACE::http
