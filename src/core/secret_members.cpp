#include "core/secret_members.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/spelling.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_letter(char c) { return is_lower(c) || is_upper(c); }

char upper(char c) { return static_cast<char>(c - 'a' + 'A'); }

/// The place behind a name, in any case and with `_` or `-` between its letters; the beginning itself when it is not
/// there.
std::size_t behind_name(std::string_view text, std::size_t begin, std::string_view name) {
    auto at = begin;
    for (const char letter : name) {
        while (at != begin && at < text.size() && (text[at] == '_' || text[at] == '-')) ++at;
        const auto rest = text.substr(at);
        const auto length = std::max(spelled_length(rest, letter), spelled_length(rest, upper(letter)));
        if (length == 0) return begin;
        at += length;
    }
    return at;
}

/// The place behind the name of a secret that begins here; the beginning itself when none does.
std::size_t behind_secret_name(std::string_view text, std::size_t begin) {
    // One that begins with another stands before it. No `tokens`: a metric may count them.
    static constexpr std::array<std::string_view, 11> names = {
        "apikeys",    "apikey", "token",        "accesstoken", "refreshtoken", "secretkey",
        "privatekey", "secret", "clientsecret", "password",    "authorization"};
    if (begin > 0 && is_letter(text[begin - 1]) && !(is_lower(text[begin - 1]) && is_upper(text[begin]))) {
        return begin;  // the end of a longer word, not of `sessionToken`
    }
    for (const auto name : names) {
        if (const auto end = behind_name(text, begin, name); end != begin) return end;
    }
    return begin;
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view characters) {
    return std::min(text.find_first_not_of(characters, at), text.size());
}

/// The place behind `"` and its escapes, or the same place when there is no quote.
std::size_t behind_quote(std::string_view text, std::size_t at) {
    const auto quote = skip(text, at, "\\");
    const auto length = spelled_length(text.substr(quote), '"');
    return length == 0 ? at : quote + length;
}

/// Where a quoted value ends: at the quote that is escaped as its first one is.
std::size_t quoted_end(std::string_view text, std::size_t begin, std::string_view quote) {
    for (auto at = begin; at < text.size(); ++at) {
        if (text.substr(at).starts_with(quote)) return at;
        if (text[at] == '\\' && quote == "\"") ++at;
    }
    return text.size();
}

/// Where the value that begins at `begin` ends. A container is taken to the end of the text: to hide too much of an
/// error's body does no harm.
std::size_t plain_end(std::string_view text, std::size_t begin) {
    if (begin < text.size() && (text[begin] == '{' || text[begin] == '[')) return text.size();
    return std::min(text.find_first_of(",}] \t\r\n", begin), text.size());
}

}  // namespace

bool is_secret_name(std::string_view name) {
    for (std::size_t at = 0; at < name.size(); ++at) {
        const auto end = behind_secret_name(name, at);
        if (end != at && end == name.size()) return true;
    }
    return false;
}

void mask_secret_members(std::string& text) {
    static constexpr std::string_view mask = "***";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view whole = text;
        const auto name_end = behind_secret_name(whole, at);
        const auto quote_end = behind_quote(whole, name_end);
        const auto colon = skip(whole, quote_end, blanks);
        if (name_end == at || quote_end == name_end || colon == whole.size() || whole[colon] != ':') continue;
        const auto value = skip(whole, colon + 1, blanks);
        const auto inside = behind_quote(whole, value);
        const auto end =
            inside == value ? plain_end(whole, value) : quoted_end(whole, inside, whole.substr(value, inside - value));
        text.replace(inside, end - inside, mask);
        at = inside + mask.size() - 1;
    }
}

}  // namespace USAGEKIT_NAMESPACE
