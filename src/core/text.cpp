#include "core/text.hpp"

#include <algorithm>

namespace USAGEKIT_NAMESPACE {

namespace {

char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

void append_escape(std::string& out, char c) {
    static constexpr char hex[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            ((out += "\\x") += hex[byte >> 4]) += hex[byte & 15];
    }
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// U+202A to U+202E and U+2066 to U+2069 make what follows them be shown in another order than it stands.
bool is_bidi_control(std::string_view text) {
    if (!text.starts_with("\xE2\x80") && !text.starts_with("\xE2\x81")) return false;
    const auto last = static_cast<unsigned char>(text[2]);
    return text[1] == '\x80' ? last >= 0xAA && last <= 0xAE : last >= 0xA6 && last <= 0xA9;
}

/// How many bytes the printable character at the beginning of the text has; 0 when there is none.
std::size_t printable_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto lead = byte(0);
    if (lead < 0x80) return lead >= 0x20 && lead != 0x7F ? 1 : 0;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length > text.size()) return 0;
    if (!std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length), is_continuation)) return 0;
    const bool is_c1_control = lead == 0xC2 && byte(1) < 0xA0;
    const bool is_too_long = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool is_no_character = (lead == 0xED && byte(1) >= 0xA0) || (lead == 0xF4 && byte(1) >= 0x90);
    return is_c1_control || is_too_long || is_no_character || is_bidi_control(text) ? 0 : length;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto length = printable_length(text);
        if (length == 0) append_escape(out, text.front());
        out.append(text.substr(0, length));
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

std::string shortened(std::string text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && is_continuation(text[most])) --most;
    text.resize(most);
    return text += "...";
}

std::string in_quotes(std::string_view text, std::size_t most) {
    if (text.size() > most) return concat("a text of ", std::to_string(text.size()), " bytes");
    return concat("\"", printable(text), "\"");
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool same_letters(std::string_view left, std::string_view right) noexcept {
    return std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace USAGEKIT_NAMESPACE
