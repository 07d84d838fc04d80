#include "testing/mask.hpp"

#include <algorithm>
#include <utility>

#include "core/percent.hpp"
#include "core/secret_members.hpp"
#include "core/text.hpp"
#include "http/message.hpp"
#include "testing/json_difference.hpp"
#include "wire/encode.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

constexpr std::string_view mask = "***";
constexpr Masks in_answers{"\"***\"", "0"};

std::string json_text(std::string_view text) {
    std::string json;
    wire::encode_text(json, text);
    return json;
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
        bool is_changed = false;
        std::string_view separator;
        for (const auto& [name, value] : members_of(json)) {
            auto shown_name = name;
            redactor_.redact(shown_name);
            const auto hidden = over(value, hides_all || Mask::is_secret_name(name));
            is_changed = is_changed || hidden || shown_name != name;
            out.append(std::exchange(separator, ",")).append(json_text(shown_name)).append(":");
            out.append(hidden.value_or(value.str()));
        }
        if (!is_changed) return std::nullopt;
        return out + "}";
    }

    std::optional<std::string> over_items(const RawJson& json, bool hides_all) const {
        std::string out = "[";
        bool is_changed = false;
        std::string_view separator;
        for (const auto& item : items_of(json)) {
            const auto hidden = over(item, hides_all);
            is_changed = is_changed || hidden;
            out.append(std::exchange(separator, ",")).append(hidden.value_or(item.str()));
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
}

std::string Mask::over(std::string text) const {
    redactor_.redact(text);
    return text;
}

std::string Mask::over_field(std::string_view name, std::string_view value) const {
    return http::carries_credentials(name) ? std::string(mask) : over(std::string(value));
}

std::string Mask::over_body(const std::string& body) const {
    const auto json = RawJson::parse(body);
    if (!json) return over(body);
    return over_json(json.assume_value(), in_answers).value_or(body);
}

std::optional<std::string> Mask::over_json(const RawJson& json, Masks masks) const {
    return JsonMask(redactor_, masks).over(json, false);
}

bool Mask::is_secret_name(std::string_view name) {
    const auto before = concat(json_text(name), ":\"\"");
    auto after = before;
    mask_secret_members(after);
    return after != before;
}

std::string Mask::over_url(std::string url) const {
    auto begin = url.find('?');
    while (begin != url.npos) {
        const auto end = std::min(url.find_first_of("&#", begin + 1), url.size());
        const auto equals = url.find('=', begin);
        if (equals < end
            && is_secret_name(percent_decoded(std::string_view(url).substr(begin + 1, equals - begin - 1)))) {
            url.replace(equals + 1, end - equals - 1, mask);
        }
        begin = url.find('&', begin + 1);
    }
    return over(std::move(url));
}

}  // namespace USAGEKIT_NAMESPACE::testing
