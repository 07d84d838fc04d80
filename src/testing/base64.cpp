#include "testing/base64.hpp"

#include <cstddef>
#include <cstdint>

namespace USAGEKIT_NAMESPACE::testing {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_base64(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (const auto j : {i, i + 1, i + 2}) {
            group = group << 8 | (j < bytes.size() ? static_cast<unsigned char>(bytes[j]) : 0U);
        }
        for (const auto shift : {18U, 12U, 6U, 0U}) text += alphabet[group >> shift & 63U];
    }
    const auto missing = (3 - bytes.size() % 3) % 3;
    return text.replace(text.size() - missing, missing, missing, '=');
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes;
    const auto content = text.substr(0, text.find('='));
    std::uint32_t group = 0;
    unsigned bits = 0;
    for (const char c : content) {
        const auto value = alphabet.find(c);
        if (value == alphabet.npos) return std::nullopt;
        group = group << 6 | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(group >> bits & 255U);
    }
    if (to_base64(bytes) != text) return std::nullopt;  // padding, and bits that are left over
    return bytes;
}

}  // namespace USAGEKIT_NAMESPACE::testing
