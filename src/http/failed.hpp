#pragma once

#include <utility>

#include <usagekit/http.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// An exchange that came to nothing before anything was sent.
[[nodiscard, gnu::cold]] inline Exchange failed(Error error) { return {.answer = std::move(error)}; }

}  // namespace USAGEKIT_NAMESPACE::http
