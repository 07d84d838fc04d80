#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/result.hpp>

#include "testing/mapping.hpp"

namespace USAGEKIT_NAMESPACE::testing {

/// A text, or nothing where there is none.
using Value = std::optional<std::string_view>;

/// A pattern, ready to be asked.
struct Condition {
    std::string says{};  ///< `equalTo "a"`
    std::function<bool(const Value&)> holds{};
};

/// The same for what may stand several times, a header field or a query parameter.
struct ListCondition {
    std::string says{};
    std::function<bool(const std::vector<std::string>&)> holds{};
};

/// Gives `invalid_request` with the JSON path below the pattern's own for what does not belong together, and for what
/// is no regular expression, JSON or path that is known here.
[[nodiscard]] Result<Condition> condition_of(const Pattern& pattern, const std::string& json_path);

/// The same for several values: one that is there must be as the pattern says, or, with `hasExactly` and `includes`,
/// each of their patterns must find one.
[[nodiscard]] Result<ListCondition> list_condition_of(const Pattern& pattern, const std::string& json_path);

}  // namespace USAGEKIT_NAMESPACE::testing
