#include "core/spelling.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace USAGEKIT_NAMESPACE {

namespace {

constexpr std::string_view hexadecimal_reference = "&#x";
constexpr std::string_view reference_end = ";";
constexpr std::size_t most_reference_digits = longest_spelling - hexadecimal_reference.size() - reference_end.size();

/// The length of `prefix`, a number of `digits` digits (any that a reference may have, when 0) and `suffix`, when the
/// number is the character.
std::size_t numeric(std::string_view text, std::string_view prefix, std::size_t digits, int base,
                    std::string_view suffix, char character) noexcept {
    if (!text.starts_with(prefix)) return 0;
    const auto number = text.substr(prefix.size(), digits == 0 ? most_reference_digits : digits);
    unsigned value = 0;
    const auto* end = std::from_chars(number.data(), number.data() + number.size(), value, base).ptr;
    const auto length = static_cast<std::size_t>(end - number.data());
    if (length == 0 || (digits != 0 && length != digits) || value != static_cast<unsigned char>(character)) return 0;
    return text.substr(prefix.size() + length).starts_with(suffix) ? prefix.size() + length + suffix.size() : 0;
}

std::size_t named(std::string_view text, char character) noexcept {
    static constexpr std::array<std::pair<char, std::string_view>, 5> names = {
        {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&apos;"}}};
    for (const auto& [meant, name] : names) {
        if (meant == character && text.starts_with(name)) return name.size();
    }
    return 0;
}

}  // namespace

std::size_t spelled_length(std::string_view text, char character) noexcept {
    if (text.empty()) return 0;
    const bool is_escaped = text.size() > 1 && text[0] == '\\' && text[1] == character;
    if (is_escaped && (character == '"' || character == '\\' || character == '/')) return 2;
    if (const auto length = named(text, character)) return length;
    if (const auto length = numeric(text, "%", 2, 16, "", character)) return length;
    if (const auto length = numeric(text, "\\u", 4, 16, "", character)) return length;
    if (const auto length = numeric(text, hexadecimal_reference, 0, 16, reference_end, character)) return length;
    if (const auto length = numeric(text, "&#", 0, 10, reference_end, character)) return length;
    return text[0] == character ? 1 : 0;
}

}  // namespace USAGEKIT_NAMESPACE
