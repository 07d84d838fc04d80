#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace examples {

/// How many bytes of UTF-8 the control character at the beginning of the text has, of C0, C1, or those that turn the
/// direction of text (U+202A to U+202E, U+2066 to U+2069); DEL is one, too. 0 when there is none.
inline std::size_t control_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto is_within = [](unsigned value, unsigned first, unsigned last) {
        return first <= value && value <= last;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
    if (byte(0) == 0xC2) return is_within(byte(1), 0x80, 0x9F) ? 2 : 0;
    if (byte(0) != 0xE2) return 0;
    const bool turns =
        (byte(1) == 0x80 && is_within(byte(2), 0xAA, 0xAE)) || (byte(1) == 0x81 && is_within(byte(2), 0xA6, 0xA9));
    return turns ? 3 : 0;
}

/// A service's text with the bytes of its control characters written as escapes (`\x1b`), so that it stays one line, in
/// its order, and cannot steer the terminal.
inline std::string printable(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string out;
    while (!text.empty()) {
        const auto length = control_length(text);
        if (length == 0) out += text.front();
        for (const char c : text.substr(0, length)) {
            const auto byte = static_cast<unsigned char>(c);
            out.append("\\x").append(1, hex[byte >> 4U]).append(1, hex[byte & 15U]);
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return out;
}

}  // namespace examples
