#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include <usagekit/abi.hpp>

// Names of metrics and labels as OpenMetrics allows them, and as Prometheus' linter (promlint) wants them.

namespace USAGEKIT_NAMESPACE {

/// Of ASCII letters, digits and single underscores, none at an end: `apiCalls` and `API calls` are `api_calls`.
/// `unnamed` when nothing is left.
[[nodiscard]] std::string snake_case(std::string_view text);

/// `snake_case` for a part of a metric's name. Words that promlint refuses are spelled otherwise: `storage_gb` is
/// `storage_gigabyte`, `gpu_hours` is `gpu_hour`.
[[nodiscard]] std::string metric_name_part(std::string_view text);

/// The same of a unit, at the end of a name: `GB` is `gigabyte`. Empty when it has no letter or digit, `%` excepted.
[[nodiscard]] std::string unit_name_part(std::string_view unit);

/// The names of labels for dimensions: `dimension_` and the `snake_case` of the dimension's name.
class DimensionLabels {
public:
    /// The same name always gives the same label. Of names that would share one, those that come later get a number.
    [[nodiscard]] const std::string& label_of(const std::string& dimension);

private:
    std::unordered_map<std::string, std::string> labels_{};
    std::unordered_map<std::string, int> uses_{};
    std::unordered_set<std::string> taken_{};
};

}  // namespace USAGEKIT_NAMESPACE
