#include "curl_line.hpp"

#include <algorithm>

namespace tool {

namespace {

bool is_plain(char c) {
    const auto is_within = [c](char first, char last) { return c >= first && c <= last; };
    return is_within('a', 'z') || is_within('A', 'Z') || is_within('0', '9')
           || std::string_view("_@%+=:,./-").find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_word(std::string_view text) {
    if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
    std::string word = "'";
    for (const char c : text) {
        if (c == '\'') word.append("'\\'");  // ends the quotes, and writes one; the next ones begin with it
        word += c;
    }
    return word.append("'");
}

std::string curl_line(const usagekit::http::Request& request) {
    std::string line = "curl";
    if (request.url.find_first_of("{}[]") != std::string::npos) line.append(" --globoff");  // they would be patterns
    const auto add = [&line](std::string_view option, std::string_view value) {
        line.append(" ").append(option).append(" ").append(shell_word(value));
    };
    add("--request", request.method);
    add("--url", request.url);
    for (const auto& [name, value] : request.headers) {
        add("--header", std::string(name).append(": ").append(value));
    }
    if (!request.body.empty()) add("--data-raw", request.body);
    return line.append("\n");
}

}  // namespace tool
