#include "testing/mask.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/percent.hpp"
#include "core/secret_members.hpp"
#include "core/text.hpp"
#include "http/message.hpp"
#include "testing/json_difference.hpp"
#include "wire/encode.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

constexpr Masks in_answers{"\"***\"", "0"};

std::string json_text(std::string_view text) {
    std::string json;
    wire::encode_text(json, text);
    return json;
}

/// Where a value stands in a text.
struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What separates the pairs of URLs in a text, and of forms: those of a URL begin behind a separator only.
constexpr std::string_view url_begins = "?&#";
constexpr std::string_view url_ends = "&#<>\"";
constexpr std::string_view form_begins = "?&\n";
constexpr std::string_view form_ends = "&\r\n";

/// The value of the first pair `name=value` at or behind `from` whose name says that it is secret.
std::optional<Place> secret_value(std::string_view text, std::size_t from, std::string_view begins,
                                  std::string_view ends) {
    constexpr std::size_t longest_name = 200;
    for (auto begin = from; begin <= text.size();) {
        const auto next = std::min(text.find_first_of(begins, begin), text.size());
        const auto pair = text.substr(begin, next - begin);
        const auto equals = std::min(pair.find('='), pair.size());
        const auto name = pair.substr(equals - std::min(equals, longest_name), std::min(equals, longest_name));
        if (equals < pair.size() && name.find_first_of(ends) == name.npos && is_secret_name(percent_decoded(name))) {
            const auto value = begin + equals + 1;
            return Place{value, std::min(text.find_first_of(ends, value), text.size())};
        }
        begin = next + 1;
    }
    return std::nullopt;
}

std::size_t first_in_url(std::string_view text) {
    const auto first = text.find_first_of(url_begins);
    return first == text.npos ? text.size() : first + 1;
}

/// The user information of the first URL at or behind `from`: all before the `@` of its authority.
std::optional<Place> user_information(std::string_view text, std::size_t from) {
    static constexpr std::string_view before = ":<= \"'";
    for (auto slashes = text.find("//", from); slashes != text.npos; slashes = text.find("//", slashes + 1)) {
        if (slashes > 0 && before.find(text[slashes - 1]) == before.npos) continue;  // within a path
        const auto begin = slashes + 2;
        const auto authority = text.substr(begin, text.find_first_of("/?#<>\" \\", begin) - begin);
        const auto at = authority.rfind('@');
        if (at != authority.npos) return Place{begin, begin + at};
    }
    return std::nullopt;
}

/// Hides what stands in such places.
template <class Find>
void hide_each(std::string& text, std::size_t from, Find find) {
    for (auto place = find(text, from); place; place = find(text, place->begin + hidden.size())) {
        text.replace(place->begin, place->end - place->begin, hidden);
    }
}

/// What stands in such places.
template <class Find>
std::vector<std::string_view> all_of(std::string_view text, std::size_t from, Find find) {
    std::vector<std::string_view> values;
    for (auto place = find(text, from); place; place = find(text, place->end)) {
        values.push_back(text.substr(place->begin, place->end - place->begin));
    }
    return values;
}

std::optional<Place> secret_in_url(std::string_view text, std::size_t from) {
    return secret_value(text, from, url_begins, url_ends);
}

std::optional<Place> secret_in_form(std::string_view text, std::size_t from) {
    return secret_value(text, from, form_begins, form_ends);
}

void hide_in_url(std::string& text) {
    hide_each(text, 0, user_information);
    hide_each(text, first_in_url(text), secret_in_url);
}

bool may_be_url(std::string_view text) { return text.starts_with('/') || text.find("://") != text.npos; }

bool holds_url(std::string_view field) {
    static constexpr std::array<std::string_view, 4> names = {"Location", "Content-Location", "Link", "Refresh"};
    return std::any_of(names.begin(), names.end(), [&](auto name) { return equal_ignoring_case(field, name); });
}

/// How many members are written in an object, those of one name as well: reading it keeps the last of them.
std::size_t written_members(std::string_view object) {
    std::size_t colons = 0;
    int depth = 0;
    bool is_in_text = false;
    for (std::size_t at = 0; at < object.size(); ++at) {
        const char c = object[at];
        if (is_in_text && c == '\\') {
            ++at;
        } else if (c == '"') {
            is_in_text = !is_in_text;
        } else if (!is_in_text) {
            depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
            colons += c == ':' && depth == 1 ? 1 : 0;
        }
    }
    return colons;
}

/// Rebuilds JSON around what is hidden in it; what is not keeps its text.
class JsonMask {
public:
    JsonMask(const Redactor& redactor, Masks masks) : redactor_(redactor), masks_(masks) {}

    /// `hides_all`: it stands below a name that says that it is secret.
    std::optional<std::string> over(const RawJson& json, bool hides_all) const {
        switch (kind_of(json)) {
            case '{':
                return over_members(json, hides_all);
            case '[':
                return over_items(json, hides_all);
            case '"':
                return hides_all ? std::optional<std::string>(masks_.text) : over_text(json);
            case '0':
                return hides_all ? std::optional<std::string>(masks_.number) : over_number(json);
            default:
                return std::nullopt;  // true, false and null tell nothing
        }
    }

private:
    std::optional<std::string> over_text(const RawJson& json) const {
        const auto text = from_json<std::string>(json.str());
        if (!text) return std::nullopt;
        auto shown = text.assume_value();
        if (may_be_url(shown)) hide_in_url(shown);
        redactor_.redact(shown);
        if (shown == text.assume_value()) return std::nullopt;
        return masks_.text == in_answers.text ? json_text(shown) : std::string(masks_.text);
    }

    std::optional<std::string> over_number(const RawJson& json) const {
        auto shown = json.str();
        redactor_.redact(shown);
        if (shown == json.str()) return std::nullopt;
        return std::string(masks_.number);
    }

    std::optional<std::string> over_members(const RawJson& json, bool hides_all) const {
        std::string out = "{";
        const auto members = members_of(json);
        bool is_changed = written_members(json.str()) != members.size() && is_secret_as_text(json.str());
        std::string_view separator;
        for (const auto& [name, value] : members) {
            auto shown_name = name;
            redactor_.redact(shown_name);
            const auto masked = over(value, hides_all || is_secret_name(name));
            is_changed = is_changed || masked || shown_name != name;
            out.append(std::exchange(separator, ",")).append(json_text(shown_name)).append(":");
            out.append(masked.value_or(value.str()));
        }
        if (!is_changed) return std::nullopt;
        return out + "}";
    }

    /// Of members of one name only the last is read, but all are written.
    bool is_secret_as_text(const std::string& json) const {
        auto shown = json;
        hide_in_url(shown);
        redactor_.redact(shown);
        return shown != json;
    }

    std::optional<std::string> over_items(const RawJson& json, bool hides_all) const {
        std::string out = "[";
        bool is_changed = false;
        std::string_view separator;
        for (const auto& item : items_of(json)) {
            const auto masked = over(item, hides_all);
            is_changed = is_changed || masked;
            out.append(std::exchange(separator, ",")).append(masked.value_or(item.str()));
        }
        if (!is_changed) return std::nullopt;
        return out + "]";
    }

    const Redactor& redactor_;
    Masks masks_;
};

}  // namespace

Mask::Mask(const std::vector<Secret>& secrets) {
    for (const auto& secret : secrets) redactor_.add(secret);
}

void Mask::learn(const http::Request& request) {
    for (const auto& [name, value] : request.headers) {
        if (equal_ignoring_case(name, "Authorization")) {
            redactor_.add_authorization(Secret(value));
        } else if (http::carries_credentials(name)) {
            redactor_.add(Secret(value));
        }
    }
    learn_url(request.url);
    learn_body(request.body);
}

void Mask::learn(const http::Response& response) {
    for (const auto& [name, value] : response.headers) {
        if (holds_url(name)) learn_url(value);
    }
    learn_body(response.body);
}

void Mask::learn_value(std::string_view value) {
    constexpr std::size_t shortest = 6;  // `none` or `2024` under such a name would be hidden wherever it stands
    if (value.size() >= shortest) redactor_.add(Secret(value));
}

void Mask::learn_encoded(std::string_view value) {
    learn_value(value);
    learn_value(form_decoded(value));
    learn_value(percent_decoded(value));
}

void Mask::learn_url(std::string_view url) {
    for (const auto user : all_of(url, 0, user_information)) {
        learn_encoded(user);
        if (const auto colon = user.find(':'); colon != user.npos) learn_encoded(user.substr(colon + 1));
    }
    for (const auto value : all_of(url, first_in_url(url), secret_in_url)) learn_encoded(value);
}

void Mask::learn_body(const std::string& body) {
    if (const auto json = RawJson::parse(body)) return learn_json(json.assume_value(), false);
    for (const auto value : all_of(body, 0, secret_in_form)) learn_encoded(value);
}

void Mask::learn_json(const RawJson& json, bool is_secret) {
    switch (kind_of(json)) {
        case '{':
            for (const auto& [name, value] : members_of(json)) learn_json(value, is_secret || is_secret_name(name));
            return;
        case '[':
            for (const auto& item : items_of(json)) learn_json(item, is_secret);
            return;
        case '"':
            if (const auto text = from_json<std::string>(json.str())) {
                if (is_secret) learn_value(text.assume_value());
                if (may_be_url(text.assume_value())) learn_url(text.assume_value());
            }
            return;
        default:
            return;
    }
}

std::string Mask::over(std::string text) const {
    redactor_.redact(text);
    return text;
}

std::string Mask::over_field(std::string_view name, std::string_view value) const {
    if (http::carries_credentials(name)) return std::string(hidden);
    return holds_url(name) ? over_url(std::string(value)) : over(std::string(value));
}

std::string Mask::over_body(const std::string& body) const {
    const auto json = RawJson::parse(body);
    if (!json) return over_form(body);
    return over_json(json.assume_value(), in_answers).value_or(body);
}

std::string Mask::over_form(std::string body) const {
    hide_each(body, 0, secret_in_form);
    return over(std::move(body));
}

std::optional<std::string> Mask::over_json(const RawJson& json, Masks masks) const {
    return JsonMask(redactor_, masks).over(json, false);
}

Sought Mask::over_request(const http::Request& request) const {
    auto shown = sought(request);
    shown.url = over_url(shown.url);
    shown.path = over(shown.path);
    for (auto& [name, value] : shown.query) {
        value = is_secret_name(name) ? std::string(hidden) : over(value);
        name = over(name);
    }
    http::Headers fields;
    for (const auto& [name, value] : shown.headers) fields.add(name, over_field(name, value));
    shown.headers = std::move(fields);
    return shown;
}

std::string Mask::over_url(std::string url) const {
    hide_in_url(url);
    return over(std::move(url));
}

}  // namespace USAGEKIT_NAMESPACE::testing
