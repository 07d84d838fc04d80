#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/result.hpp>

#include "testing/mapping.hpp"
#include "testing/sought.hpp"

namespace USAGEKIT_NAMESPACE::testing {

/// How a request differs from a pattern.
struct Difference {
    std::string says{};
    int weight = 1;  ///< Another method or URL is further away than another header field.
};

/// A request pattern, ready to be asked.
class RequestMatcher {
public:
    /// Gives `invalid_request` with the JSON path for what cannot be used.
    [[nodiscard]] static Result<RequestMatcher> make(const RequestPattern& pattern, const std::string& json_path);

    [[nodiscard]] bool matches(const Sought& request) const;

    /// Nothing when it matches. What a credential should be is not said, nor any value of a field that may hold one.
    /// What is said of the request is that of `shown`, its copy without secrets.
    [[nodiscard]] std::vector<Difference> differences(const Sought& request, const Sought& shown) const;

private:
    /// One thing that is asked of a request.
    struct Check {
        std::function<bool(const Sought&)> holds{};
        std::function<Difference(const Sought&)> differs{};
    };

    std::vector<Check> checks_{};

    friend class MatcherMaker;
};

}  // namespace USAGEKIT_NAMESPACE::testing
