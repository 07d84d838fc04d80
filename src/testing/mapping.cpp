#include "testing/mapping.hpp"

#include <utility>

#include "core/text.hpp"
#include "testing/fields.hpp"
#include "testing/indent.hpp"
#include "wire/model.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

template <class T>
Result<T> read(const std::string& text) {
    auto document = text;
    return wire::decode<T>(document, {.strictness = Strictness::strict});
}

/// A single mapping has no member of this name.
bool holds_several(const std::string& text) {
    const auto name = std::get<0>(wire::fields<MappingFile>.rows).name;
    const auto members = from_json<Map<RawJson>>(text);
    return members && members.assume_value().contains(name);
}

}  // namespace

Result<std::vector<PlacedMapping>> read_mappings(const std::string& text) {
    std::vector<PlacedMapping> placed;
    if (!holds_several(text)) {
        auto mapping = read<Mapping>(text);
        if (!mapping) return std::move(mapping).assume_error();
        placed.push_back({std::move(mapping).assume_value(), "$"});
        return placed;
    }
    auto file = read<MappingFile>(text);
    if (!file) return std::move(file).assume_error();
    for (auto& mapping : file.assume_value().mappings) {
        placed.push_back({std::move(mapping), concat("$.mappings[", std::to_string(placed.size()), "]")});
    }
    return placed;
}

std::string write_mapping(const Mapping& mapping) {
    std::string json;
    wire::encode(json, mapping);
    return concat(indented(json), "\n");
}

std::string to_text(const RequestPattern& request) {
    std::string json;
    wire::encode(json, request);
    return json;
}

}  // namespace USAGEKIT_NAMESPACE::testing
