#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/json.hpp>
#include <usagekit/map.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// What two JSON values may differ in.
struct JsonTolerance {
    bool ignores_array_order = false;
    bool ignores_extra_elements =
        false;  ///< Members and last items that are not expected. Not together with the other.
};

/// Instead of a text and a number in what is expected: any other.
inline constexpr std::string_view any_text = "${json-unit.any-string}";
inline constexpr std::string_view any_number = "${json-unit.any-number}";

/// The JSON path of the first thing in which a value differs from what is expected; nothing when it does not. Members
/// are unordered, and numbers are equal when their values are.
[[nodiscard]] std::optional<std::string> json_difference(const RawJson& expected, const RawJson& actual,
                                                         JsonTolerance tolerance = {});

/// What kind of value it is, by its first character: `{`, `[`, `"`, `t` for both booleans, `n` for null, `0` for a
/// number.
[[nodiscard]] char kind_of(const RawJson& json) noexcept;

/// The items of an array. Nothing for another value.
[[nodiscard]] std::vector<RawJson> items_of(const RawJson& json);

/// The members of an object. Nothing for another value.
[[nodiscard]] Map<RawJson> members_of(const RawJson& json);

}  // namespace USAGEKIT_NAMESPACE::testing
