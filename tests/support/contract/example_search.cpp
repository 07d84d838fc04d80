#include "contract/example_search.hpp"

#include <string_view>

namespace schema {

namespace {

std::string below(std::string pointer, std::string_view name) {
    pointer += '/';
    for (char c : name) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

}  // namespace

void ExampleSearch::look_into(dom::element in, const std::string& pointer) {
    if (!in.is_object()) return;  // in OpenAPI no array holds a body
    const auto schema = member(in, "schema");
    if (schema && (text(*schema, "$ref") == schema_ || pointer.starts_with(response_))) add(in, pointer);
    for (auto [name, value] : members(in)) look_into(value, below(pointer, name));
}

void ExampleSearch::add(dom::element body, const std::string& pointer) {
    if (member(body, "example")) pointers.push_back(below(pointer, "example"));
    for (auto [name, example] : members(member(body, "examples"))) {
        pointers.push_back(below(below(below(pointer, "examples"), name), "value"));
    }
}

}  // namespace schema
