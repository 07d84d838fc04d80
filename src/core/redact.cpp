#include "core/redact.hpp"

#include <algorithm>
#include <array>

#include "core/percent.hpp"
#include "core/text.hpp"

namespace usagekit {

namespace {

constexpr std::string_view mask = "***";

void replace_all(std::string& text, std::string_view what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + mask.size())) {
        text.replace(at, what.size(), mask);
    }
}

/// JSON may write a slash as `\/`.
std::string with_escaped_slashes(std::string_view text) {
    std::string out;
    for (char c : text) out.append(c == '/' ? "\\/" : std::string_view(&c, 1));
    return out;
}

bool names_a_secret(std::string_view member) {
    static constexpr std::array names = {"apikey", "token",        "accesstoken", "refreshtoken",
                                         "secret", "clientsecret", "password",    "authorization"};
    std::string plain(member);
    std::erase_if(plain, [](char c) { return c == '_' || c == '-'; });
    return std::any_of(names.begin(), names.end(), [&](auto name) { return equal_ignoring_case(plain, name); });
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    at = text.find_first_not_of(" \t\r\n", at);
    return at == std::string_view::npos ? text.size() : at;
}

/// The place of the quote that ends the string which begins at `open`, or the end of the text.
std::size_t closing_quote(std::string_view text, std::size_t open) {
    for (auto at = open + 1; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at;
        }
    }
    return text.size();
}

/// Where the value that begins at `start` ends; a container is taken to the end of the text, since a secret that is
/// hidden in too much does no harm.
std::size_t value_end(std::string_view text, std::size_t start) {
    if (start >= text.size()) return text.size();
    if (text[start] == '"') return std::min(closing_quote(text, start) + 1, text.size());
    if (text[start] == '{' || text[start] == '[') return text.size();
    return std::min(text.find_first_of(",}] \t\r\n", start), text.size());
}

}  // namespace

void mask_secret_members(std::string& json) {
    for (auto open = json.find('"'); open < json.size();) {
        const auto close = closing_quote(json, open);
        auto next = close + 1;
        const auto colon = skip_blanks(json, next);
        if (colon < json.size() && json[colon] == ':'
            && names_a_secret(std::string_view(json).substr(open + 1, close - open - 1))) {
            const auto start = skip_blanks(json, colon + 1);
            json.replace(start, value_end(json, start) - start, "\"***\"");
            next = start + mask.size() + 2;
        }
        open = json.find('"', next);
    }
}

void Redactor::add(const Secret& secret) {
    const auto& text = secret.reveal();
    if (text.size() < shortest) return;
    for (const auto& spelling : {text, percent_encoded(text), with_escaped_slashes(text)}) {
        Secret entry{spelling};
        if (std::find(spellings_.begin(), spellings_.end(), entry) == spellings_.end()) {
            spellings_.push_back(std::move(entry));
        }
    }
}

void Redactor::redact(std::string& text) const {
    for (const auto& spelling : spellings_) replace_all(text, spelling.reveal());
}

void Redactor::redact(Error& error) const {
    for (auto* text : {&error.message, &error.detail, &error.advice, &error.code, &error.url, &error.json_path,
                       &error.request_id, &error.body}) {
        redact(*text);
    }
}

}  // namespace usagekit
