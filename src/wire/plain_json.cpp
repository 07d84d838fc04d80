#include "wire/plain_json.hpp"

#include <cstddef>

#include "core/text.hpp"
#include "wire/plain_text.hpp"
#include "wire/valid.hpp"

namespace USAGEKIT_NAMESPACE::wire {

namespace {

constexpr std::size_t longest_text = 4096;

// Each of these gives where what begins at `at` ends, or null when it is none, or has escapes, or is nested too deep.

const char* end_of_value(const char* at, int levels) noexcept;

const char* past_blanks(const char* at) noexcept {
    while (is_blank(*at)) ++at;
    return at;
}

const char* end_of_string(const char* at) noexcept {
    const auto text = plain_text<longest_text>(at + 1);
    return text.data() == nullptr ? nullptr : text.data() + text.size() + 1;
}

const char* end_of_number(const char* at) noexcept {
    const auto is_part = [](char c) { return is_digit(c) || c == '.' || c == '-' || c == '+' || (c | 0x20) == 'e'; };
    const auto* end = at;
    while (is_part(*end)) ++end;
    return is_json_number({at, static_cast<std::size_t>(end - at)}) ? end : nullptr;
}

const char* end_of_literal(const char* at, std::string_view literal) noexcept {
    for (const char character : literal) {
        if (*at++ != character) return nullptr;
    }
    return at;
}

/// A name, its colon and its value.
const char* end_of_member(const char* at, int levels) noexcept {
    if (*at != '"') return nullptr;
    at = end_of_string(at);
    if (at == nullptr) return nullptr;
    at = past_blanks(at);
    return *at == ':' ? end_of_value(past_blanks(at + 1), levels) : nullptr;
}

/// An array or object, of which `end_of_item` finds the ends of the items.
template <class EndOfItem>
const char* end_of_list(const char* at, char closing, int levels, EndOfItem end_of_item) noexcept {
    if (levels <= 0) return nullptr;
    at = past_blanks(at + 1);
    if (*at == closing) return at + 1;
    for (;;) {
        at = end_of_item(at, levels - 1);
        if (at == nullptr) return nullptr;
        at = past_blanks(at);
        if (*at == closing) return at + 1;
        if (*at != ',') return nullptr;
        at = past_blanks(at + 1);
    }
}

const char* end_of_value(const char* at, int levels) noexcept {
    switch (*at) {
        case '{':
            return end_of_list(at, '}', levels, end_of_member);
        case '[':
            return end_of_list(at, ']', levels, end_of_value);
        case '"':
            return end_of_string(at);
        case 't':
            return end_of_literal(at, "true");
        case 'f':
            return end_of_literal(at, "false");
        case 'n':
            return end_of_literal(at, "null");
        default:
            return end_of_number(at);
    }
}

}  // namespace

std::string_view plain_json(const char* begin, int levels) noexcept {
    const auto* const end = end_of_value(begin, levels);
    return end == nullptr ? std::string_view() : std::string_view(begin, static_cast<std::size_t>(end - begin));
}

}  // namespace USAGEKIT_NAMESPACE::wire
