#include <algorithm>

#include <usagekit/headers.hpp>

#include "core/text.hpp"

namespace usagekit::http {

Headers::Headers(std::initializer_list<Header> fields) {
    for (const auto& [name, value] : fields) add(name, value);
}

void Headers::add(std::string_view name, std::string_view value) {
    const auto needed = text_.size() + name.size() + value.size();
    std::vector<char> before;
    if (text_.capacity() < needed) {  // what is added may stand in the old one
        before.swap(text_);
        text_.reserve(std::max(needed, 2 * before.size()));
        text_.assign(before.begin(), before.end());
    }
    const auto start = text_.size();
    text_.resize(needed);
    name.copy(text_.data() + start, name.size());
    value.copy(text_.data() + start + name.size(), value.size());
    fields_.push_back({.name = start, .value = start + name.size(), .end = text_.size()});
}

void Headers::reserve(std::size_t fields, std::size_t bytes) {
    fields_.reserve(fields);
    text_.reserve(bytes);
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
    const auto named = [&](const Header& field) { return equal_ignoring_case(field.name, name); };
    const auto found = std::find_if(begin(), end(), named);
    if (found == end()) return std::nullopt;
    return found->value;
}

}  // namespace usagekit::http
