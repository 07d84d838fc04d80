#include "wire/encode.hpp"

namespace USAGEKIT_NAMESPACE::wire {

namespace {

void encode_character(std::string& out, char c) {
    static constexpr char hex[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
        (out += '\\') += c;
    } else if (byte < 0x20) {
        ((out += "\\u00") += hex[byte >> 4]) += hex[byte & 15];
    } else {
        out += c;
    }
}

/// The contract's decimal strings may have leading zeros, which a JSON number may not.
std::string_view without_leading_zeros(std::string_view digits) {
    if (digits.empty()) return "0";  // a Decimal that was moved from
    const auto first = digits.find_first_not_of('0');
    if (first == std::string_view::npos) return digits.substr(digits.size() - 1);
    const bool is_digit = digits[first] >= '1' && digits[first] <= '9';
    return digits.substr(is_digit || first == 0 ? first : first - 1);
}

}  // namespace

void encode_text(std::string& out, std::string_view text) {
    out += '"';
    for (char c : text) encode_character(out, c);
    out += '"';
}

void Encode<Decimal>::write(std::string& out, const Decimal& value, Spelling spelling) {
    std::string_view text = value.str();
    if (spelling == Spelling::text) return encode_text(out, text);
    if (text.starts_with('-')) {
        out += '-';
        text.remove_prefix(1);
    }
    out += without_leading_zeros(text);
}

}  // namespace USAGEKIT_NAMESPACE::wire
