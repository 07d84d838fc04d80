#include "http/message.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

bool is_value_character(char c) { return c == '\t' || (c >= ' ' && c <= '~'); }

}  // namespace

bool carries_credentials(std::string_view name) {
    static constexpr std::array words = {"authorization", "cookie", "token", "api-key", "apikey", "secret", "password"};
    const auto own = lowered(name);
    return std::any_of(words.begin(), words.end(), [&](auto word) { return own.find(word) != own.npos; });
}

std::optional<Error> refuse_request(const Request& request) {
    if (!is_token(request.method)) {
        return refusal(concat(in_quotes(request.method), " is not a method"),
                       "use GET, POST or another name of RFC 9110");
    }
    if (std::any_of(request.url.begin(), request.url.end(), ends_line)) {  // for libcurl the URL would end there
        return refusal("the URL holds a control character", "percent-encode what the URL is made of");
    }
    return refuse_headers(request.headers);
}

std::optional<Error> refuse_headers(const Headers& headers) {
    for (const auto& [name, value] : headers) {
        if (!is_token(name)) {
            return refusal(concat(in_quotes(name), " is not the name of a header field"),
                           "use letters, digits and hyphens");
        }
        if (!std::all_of(value.begin(), value.end(), is_value_character)) {
            return refusal(concat("the value of the header field ", name,
                                  " holds a control character or a character beyond ASCII"),
                           "use visible ASCII, blanks and tabs");
        }
    }
    return std::nullopt;
}

std::ostream& operator<<(std::ostream& out, const Request& request) {
    out << request.method << ' ' << printable(request.url) << '\n';
    for (const auto& [name, value] : request.headers) {
        out << printable(name) << ": " << (carries_credentials(name) ? "***" : printable(value)) << '\n';
    }
    if (!request.body.empty()) out << '\n' << request.body << '\n';
    return out;
}

}  // namespace USAGEKIT_NAMESPACE::http
