#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include <usagekit/http.hpp>
#include <usagekit/result.hpp>

#include "testing/mapping.hpp"

namespace USAGEKIT_NAMESPACE::testing {

/// What a mapping answers, read whole.
struct Answer {
    Result<http::Response> given{http::Response{}};  ///< Or the error that a fault becomes.
    std::chrono::milliseconds delay{};

    /// What comes of a request that waits no longer than its timeout.
    [[nodiscard]] Result<http::Response> to(const http::Request& request) const;
};

/// Reads a file of `__files`; nothing when it cannot be read.
using ReadFile = std::function<std::optional<std::string>(const std::string& name)>;

/// Gives `invalid_request`, with the JSON path, for what cannot be an answer, and for a body that cannot be read.
[[nodiscard]] Result<Answer> answer_of(const ResponseDefinition& response, const ReadFile& read_file,
                                       const std::string& json_path);

/// The fault that comes nearest to an error of an exchange; nothing when none does.
[[nodiscard]] std::optional<ResponseDefinition> fault_of(const Error& error);

}  // namespace USAGEKIT_NAMESPACE::testing
