#include "wire/reader.hpp"

#include "wire/inspect.hpp"

namespace USAGEKIT_NAMESPACE::wire {

namespace {

std::string_view name_of(ondemand::json_type type) {
    switch (type) {
        case ondemand::json_type::array:
            return "array";
        case ondemand::json_type::object:
            return "object";
        case ondemand::json_type::number:
            return "number";
        case ondemand::json_type::string:
            return "string";
        case ondemand::json_type::boolean:
            return "boolean";
        default:
            return "null";
    }
}

}  // namespace

bool Reader::malformed(simdjson::error_code error) { return failure.malformed(simdjson::error_message(error)); }

bool Reader::wrong_type(std::string_view expected, ondemand::value& found) {
    ondemand::json_type type{};
    if (auto error = found.type().get(type)) return malformed(error);
    const auto name = name_of(type);
    return failure.expected(expected, expected == name ? "a malformed one" : name);
}

bool Reader::unknown(std::string_view name, ondemand::value& value) {
    if (options_.strictness == Strictness::strict) return failure.unknown(name);
    if (!inspected(value, *this)) return failed_below(name);
    if (options_.unknown_members == nullptr) return true;
    unknown_members.push_back(path_segment(name));
    noted_ = unknown_members.size();
    return true;
}

bool Reader::failed_below(std::string_view name) { return failure.below(path_segment(name)); }

bool Reader::failed_below(std::size_t index) { return failure.below(path_segment(index)); }

void Reader::prefix_unknown(std::size_t from, std::string_view name) { prefix(from, path_segment(name)); }

void Reader::prefix_unknown(std::size_t from, std::size_t index) { prefix(from, path_segment(index)); }

void Reader::prefix(std::size_t from, const std::string& segment) {
    for (auto i = from; i < unknown_members.size(); ++i) unknown_members[i].insert(0, segment);
}

}  // namespace USAGEKIT_NAMESPACE::wire
