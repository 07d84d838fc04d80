#include "contract/dom.hpp"

namespace schema {

std::optional<dom::element> member(dom::element in, std::string_view name) {
    dom::element found;
    if (!in.is_object() || in.at_key(name).get(found)) return std::nullopt;
    return found;
}

std::string text(dom::element in, std::string_view name) {
    const auto found = member(in, name);
    return found ? std::string(std::string_view(*found)) : std::string();
}

bool is_true(dom::element in, std::string_view name) {
    const auto found = member(in, name);
    return found && bool(*found);
}

std::vector<dom::key_value_pair> members(std::optional<dom::element> object) {
    if (!object) return {};
    const dom::object all = *object;
    return {all.begin(), all.end()};
}

std::vector<dom::element> items(std::optional<dom::element> array) {
    if (!array) return {};
    const dom::array all = *array;
    return {all.begin(), all.end()};
}

std::vector<std::string> texts(std::optional<dom::element> array) {
    std::vector<std::string> all;
    for (auto item : items(array)) all.emplace_back(std::string_view(item));
    return all;
}

std::optional<dom::element> body_schema(dom::element owner) {
    const auto content = member(owner, "content");
    const auto json = content ? member(*content, "application/json") : std::nullopt;
    return json ? member(*json, "schema") : std::nullopt;
}

}  // namespace schema
