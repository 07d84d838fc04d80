#include "testing/sought.hpp"

#include <algorithm>

#include "core/percent.hpp"
#include "core/text.hpp"
#include "http/url.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

std::vector<std::string_view> parts(std::string_view text, char separator) {
    std::vector<std::string_view> list;
    while (true) {
        const auto end = text.find(separator);
        list.push_back(text.substr(0, end));
        if (end == text.npos) return list;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::vector<std::string> Sought::parameters(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [key, value] : query) {
        if (key == name) values.push_back(value);
    }
    return values;
}

std::vector<std::string> Sought::fields(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [key, value] : headers) {
        if (equal_ignoring_case(key, name)) values.emplace_back(value);
    }
    return values;
}

std::string form_decoded(std::string_view text) {
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), '+', ' ');
    return percent_decoded(plain);
}

Sought sought(const http::Request& request) {
    const auto whole = std::string_view(request.url).substr(http::before_path(request.url).size());
    const auto own = whole.substr(0, whole.find('#'));
    const auto url = concat(own.empty() || own.front() == '?' ? "/" : "", own);
    const auto question = std::min(url.find('?'), url.size());
    Sought sought{.method = request.method,
                  .url = url,
                  .path = url.substr(0, question),
                  .headers = request.headers,
                  .body = request.body};
    if (question + 1 >= url.size()) {  // a lone question mark makes no difference
        sought.url.resize(question);
        return sought;
    }
    for (const auto pair : parts(std::string_view(url).substr(question + 1), '&')) {
        if (pair.empty()) continue;
        const auto equals = std::min(pair.find('='), pair.size());
        sought.query.emplace_back(form_decoded(pair.substr(0, equals)),
                                  equals < pair.size() ? form_decoded(pair.substr(equals + 1)) : std::string());
    }
    return sought;
}

std::vector<std::string_view> segments_of(std::string_view path) { return parts(path, '/'); }

}  // namespace USAGEKIT_NAMESPACE::testing
