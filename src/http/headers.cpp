#include <algorithm>

#include <usagekit/headers.hpp>

#include "core/text.hpp"
#include "http/message.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

constexpr std::size_t usual_fields = 16;

}  // namespace

std::optional<Headers::Field> Headers::field_between(std::string_view lines, Range line) noexcept {
    auto colon = line.begin;
    while (colon < line.end && is_token_character(lines[colon])) ++colon;
    if (colon == line.begin || colon == line.end || lines[colon] != ':') return std::nullopt;
    const auto value = trimmed(lines.substr(colon + 1, line.end - colon - 1));
    if (value.find('\r') != value.npos) return std::nullopt;
    const auto begin = static_cast<std::size_t>(value.data() - lines.data());
    return Field{.name = {line.begin, colon}, .value = {begin, begin + value.size()}};
}

std::optional<Headers> Headers::parse(std::string_view lines) {
    if (lines.find('\0') != lines.npos) return std::nullopt;
    Headers headers;
    headers.text_.assign(lines.begin(), lines.end());
    headers.fields_.reserve(usual_fields);  // so that they seldom move
    for (std::size_t begin = 0; begin < lines.size();) {
        const auto end = std::min(lines.find('\n', begin), lines.size());
        const auto field = field_between(lines, {begin, end});
        if (!field) return std::nullopt;
        headers.fields_.push_back(*field);
        begin = end + 1;
    }
    return headers;
}

bool Headers::operator==(const Headers& other) const noexcept {
    return std::equal(begin(), end(), other.begin(), other.end());
}

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
    const auto middle = start + name.size();
    fields_.push_back({.name = {start, middle}, .value = {middle, needed}});
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

}  // namespace USAGEKIT_NAMESPACE::http
