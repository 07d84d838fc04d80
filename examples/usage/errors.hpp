#pragma once

#include <string>
#include <utility>

#include <usagekit/error.hpp>

namespace tool {

/// What the person who called has to correct, before anything is sent.
inline usagekit::Error refusal(std::string message, std::string advice = {}) {
    return {.kind = usagekit::ErrorKind::invalid_request, .message = std::move(message), .advice = std::move(advice)};
}

/// The error's own words, for where the kind is known already.
inline std::string words(const usagekit::Error& error) {
    std::string text = error.message;
    return error.advice.empty() ? text : text.append("; ").append(error.advice);
}

}  // namespace tool
