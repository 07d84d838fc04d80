#pragma once

// The members of WireMock's mapping files (https://wiremock.org/docs/stubbing), for reading and writing.

#include "testing/mapping.hpp"
#include "wire/encode.hpp"
#include "wire/field.hpp"
#include "wire/scalars.hpp"

namespace USAGEKIT_NAMESPACE::wire {

template <class T>
struct Decode<testing::Nested<T>> {
    static bool read(ondemand::value& in, testing::Nested<T>& out, Reader& reader) {
        out.only.resize(1);
        return decode(in, out.only.front(), reader);
    }
};

template <class T>
struct Encode<testing::Nested<T>> {
    static void write(std::string& out, const testing::Nested<T>& value, Spelling spelling) {
        encode(out, value.only.front(), spelling);
    }
};

/// One value stands by itself, several in an array.
template <>
struct Decode<testing::FieldValues> {
    static bool read(ondemand::value& in, testing::FieldValues& out, Reader& reader) {
        ondemand::json_type type{};
        if (auto error = in.type().get(type)) return reader.malformed(error);
        if (type == ondemand::json_type::array) return decode(in, out.values, reader);
        return decode(in, out.values.emplace_back(), reader);
    }
};

template <>
struct Encode<testing::FieldValues> {
    static void write(std::string& out, const testing::FieldValues& value, Spelling spelling) {
        if (value.values.size() == 1) return encode(out, value.values.front(), spelling);
        encode(out, value.values, spelling);
    }
};

template <>
inline constexpr auto fields<testing::Pattern> = Table{
    field("equalTo", &testing::Pattern::equal_to),
    field("caseInsensitive", &testing::Pattern::case_insensitive),
    field("contains", &testing::Pattern::contains),
    field("doesNotContain", &testing::Pattern::does_not_contain),
    field("matches", &testing::Pattern::matches),
    field("doesNotMatch", &testing::Pattern::does_not_match),
    field("absent", &testing::Pattern::absent),
    field("equalToJson", &testing::Pattern::equal_to_json),
    field("ignoreArrayOrder", &testing::Pattern::ignore_array_order),
    field("ignoreExtraElements", &testing::Pattern::ignore_extra_elements),
    field("matchesJsonPath", &testing::Pattern::matches_json_path),
    field("hasExactly", &testing::Pattern::has_exactly),
    field("includes", &testing::Pattern::includes),
    field("and", &testing::Pattern::all_of),
    field("or", &testing::Pattern::any_of),
    field("not", &testing::Pattern::negated),
};

template <>
inline constexpr auto fields<testing::RequestPattern> = Table{
    field("method", &testing::RequestPattern::method),
    field("url", &testing::RequestPattern::url),
    field("urlPath", &testing::RequestPattern::url_path),
    field("urlPattern", &testing::RequestPattern::url_pattern),
    field("urlPathPattern", &testing::RequestPattern::url_path_pattern),
    field("urlPathTemplate", &testing::RequestPattern::url_path_template),
    field("pathParameters", &testing::RequestPattern::path_parameters),
    field("queryParameters", &testing::RequestPattern::query_parameters),
    field("headers", &testing::RequestPattern::headers),
    field("bodyPatterns", &testing::RequestPattern::body_patterns),
};

template <>
inline constexpr auto fields<testing::ResponseDefinition> = Table{
    field("status", &testing::ResponseDefinition::status),
    field("statusMessage", &testing::ResponseDefinition::status_message),
    field("headers", &testing::ResponseDefinition::headers),
    field("body", &testing::ResponseDefinition::body),
    field("jsonBody", &testing::ResponseDefinition::json_body),
    field("base64Body", &testing::ResponseDefinition::base64_body),
    field("bodyFileName", &testing::ResponseDefinition::body_file_name),
    field("fixedDelayMilliseconds", &testing::ResponseDefinition::fixed_delay_milliseconds),
    field("fault", &testing::ResponseDefinition::fault),
};

template <>
inline constexpr auto fields<testing::Mapping> = Table{
    field("id", &testing::Mapping::id),
    field("uuid", &testing::Mapping::uuid),
    field("name", &testing::Mapping::name),
    field("persistent", &testing::Mapping::persistent),
    field("insertionIndex", &testing::Mapping::insertion_index),
    field("metadata", &testing::Mapping::metadata),
    field("priority", &testing::Mapping::priority),
    field("scenarioName", &testing::Mapping::scenario_name),
    field("requiredScenarioState", &testing::Mapping::required_scenario_state),
    field("newScenarioState", &testing::Mapping::new_scenario_state),
    field("request", &testing::Mapping::request),
    field("response", &testing::Mapping::response),
};

template <>
inline constexpr auto fields<testing::MappingFile> = Table{
    field("mappings", &testing::MappingFile::mappings),
    field("meta", &testing::MappingFile::meta),
};

}  // namespace USAGEKIT_NAMESPACE::wire
