#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <usagekit/error.hpp>

namespace USAGEKIT_NAMESPACE {

/// An `invalid_request`: what is wrong with an option or argument, and what to write instead. As rare as
/// it is, its code is kept apart from that of good ones.
[[nodiscard, gnu::cold]] inline Error refusal(std::string message, std::string_view advice) {
    return {.kind = ErrorKind::invalid_request, .message = std::move(message), .advice = std::string(advice)};
}

}  // namespace USAGEKIT_NAMESPACE
