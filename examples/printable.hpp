#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace examples {

/// A service's text (UTF-8) with its control characters (C0, DEL, C1) written as escapes (`\x1b`), so that it stays one
/// line and cannot steer the terminal.
inline std::string printable(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
        const bool is_c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
        if (byte >= 0x20 && byte != 0x7F && !is_c1) {
            out += text[i];
            continue;
        }
        const unsigned code = is_c1 ? next : byte;
        out.append("\\x").append(1, hex[code >> 4U]).append(1, hex[code & 15U]);
        if (is_c1) ++i;
    }
    return out;
}

}  // namespace examples
