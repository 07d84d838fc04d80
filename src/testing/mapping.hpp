#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/result.hpp>

// WireMock's mapping files, as far as they are read and written here. Their names stand in testing/fields.hpp.

namespace USAGEKIT_NAMESPACE::testing {

/// An object that may hold others of its own type.
template <class T>
struct Nested {
    // One: a vector may be of a type that is not complete yet. With an initialiser, clang 14 wants it complete.
    std::vector<T> only;
};

/// What a value must be like: one of the matchers, and what belongs to it.
struct Pattern {
    std::optional<std::string> equal_to{};
    std::optional<bool> case_insensitive{};
    std::optional<std::string> contains{};
    std::optional<std::string> does_not_contain{};
    std::optional<std::string> matches{};
    std::optional<std::string> does_not_match{};
    std::optional<bool> absent{};
    std::optional<RawJson> equal_to_json{};
    std::optional<bool> ignore_array_order{};
    std::optional<bool> ignore_extra_elements{};
    std::optional<std::string> matches_json_path{};
    std::optional<std::vector<Pattern>> has_exactly{};
    std::optional<std::vector<Pattern>> includes{};
    std::optional<std::vector<Pattern>> all_of{};
    std::optional<std::vector<Pattern>> any_of{};
    std::optional<Nested<Pattern>> negated{};
};

using Patterns = std::optional<Map<Pattern>>;

/// Which requests a mapping answers.
struct RequestPattern {
    std::optional<std::string> method{};
    std::optional<std::string> url{};
    std::optional<std::string> url_path{};
    std::optional<std::string> url_pattern{};
    std::optional<std::string> url_path_pattern{};
    std::optional<std::string> url_path_template{};
    Patterns path_parameters{};
    Patterns query_parameters{};
    Patterns headers{};
    std::optional<std::vector<Pattern>> body_patterns{};
};

/// The value of a header field, or those of several fields of one name.
struct FieldValues {
    std::vector<std::string> values{};

    bool operator==(const FieldValues&) const = default;
};

/// What a mapping answers.
struct ResponseDefinition {
    std::optional<std::int64_t> status{};
    std::optional<std::string> status_message{};
    std::optional<Map<FieldValues>> headers{};
    std::optional<std::string> body{};
    std::optional<RawJson> json_body{};
    std::optional<std::string> base64_body{};
    std::optional<std::string> body_file_name{};
    std::optional<std::int64_t> fixed_delay_milliseconds{};
    std::optional<std::string> fault{};

    bool operator==(const ResponseDefinition&) const = default;
};

/// One mapping. What it is called (`id`, `uuid`, `name`, `metadata`) and how WireMock keeps it (`persistent`,
/// `insertionIndex`) changes no answer.
struct Mapping {
    std::optional<std::string> id{};
    std::optional<std::string> uuid{};
    std::optional<std::string> name{};
    std::optional<bool> persistent{};
    std::optional<std::int64_t> insertion_index{};
    std::optional<RawJson> metadata{};
    std::optional<std::int64_t> priority{};
    std::optional<std::string> scenario_name{};
    std::optional<std::string> required_scenario_state{};
    std::optional<std::string> new_scenario_state{};
    RequestPattern request{};
    ResponseDefinition response{};
};

/// A file of several mappings, as WireMock exports them.
struct MappingFile {
    std::vector<Mapping> mappings{};
    std::optional<RawJson> meta{};
};

/// How many of these optional members are given.
template <class... Members>
[[nodiscard]] constexpr int given(const Members&... members) noexcept {
    return (static_cast<int>(members.has_value()) + ...);
}

/// The state in which every scenario begins.
inline constexpr std::string_view first_state = "Started";

/// A mapping, and where in its file it stands: `$`, or `$.mappings[2]`.
struct PlacedMapping {
    Mapping mapping{};
    std::string json_path{};
};

/// Reads a file of one mapping, or of several in a member `mappings`. Gives `decode`, with the JSON path, also for
/// members that are not known.
[[nodiscard]] Result<std::vector<PlacedMapping>> read_mappings(const std::string& text);

/// Writes a file of one mapping, with a member a line.
[[nodiscard]] std::string write_mapping(const Mapping& mapping);

/// Compact JSON.
[[nodiscard]] std::string to_text(const RequestPattern& request);

}  // namespace USAGEKIT_NAMESPACE::testing
