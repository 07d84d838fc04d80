#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/http.hpp>
#include <usagekit/json.hpp>
#include <usagekit/result.hpp>

#include "testing/mapping.hpp"
#include "testing/mask.hpp"
#include "testing/sought.hpp"

// What an exchange becomes in a mapping file, all secrets taken out.

namespace USAGEKIT_NAMESPACE::testing {

/// A pattern of one request, and what tells it from those of others.
struct RecordedRequest {
    RequestPattern pattern{};
    std::int64_t priority =
        0;               ///< The more is asked of a request, the sooner: a pattern may match what another was made of.
    std::string stem{};  ///< `GET-v1-users-self`
};

/// The pattern of a request: its method, path, query and body, the scheme of its credential, Accept, Content-Type and
/// the fields of those names. Gives `invalid_request` for a body that is no text.
[[nodiscard]] Result<RecordedRequest> recorded_request(const http::Request& request, const Mask& mask,
                                                       const std::vector<std::string>& matched_headers);

/// Do they match the same requests? Bodies are compared as JSON.
[[nodiscard]] bool are_same(const RequestPattern& left, const RequestPattern& right);

/// What was answered. Nothing for an answer or an error that a mapping file cannot say.
[[nodiscard]] std::optional<ResponseDefinition> recorded_answer(const http::Request& request,
                                                                const Result<http::Response>& answer, const Mask& mask);

}  // namespace USAGEKIT_NAMESPACE::testing
