#include "testing/record.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/refusal.hpp"
#include "core/secret_members.hpp"
#include "core/text.hpp"
#include "http/url.hpp"
#include "testing/answer.hpp"
#include "testing/base64.hpp"
#include "testing/json_difference.hpp"
#include "testing/regex.hpp"
#include "wire/codec.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

constexpr Masks in_patterns{"\"${json-unit.any-string}\"", "\"${json-unit.any-number}\""};

/// How much is asked of a request by a value, and by what is left of one that had a secret.
constexpr std::int64_t literal = 2;
constexpr std::int64_t around_hidden = 1;

/// Fields that say how or when an answer came, not what it is. The body is written as it was decoded.
constexpr std::array<std::string_view, 12> dropped_fields = {
    "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Content-Encoding", "Date", "TE", "Trailer",
    "Upgrade",    "Age",        "Matched-Stub-Name", "Matched-Stub-Id"};

bool is_one_of(std::string_view name, const auto& names) {
    return std::any_of(names.begin(), names.end(), [&](const auto& one) { return equal_ignoring_case(name, one); });
}

/// A pattern of a text in which something was hidden, which is like `anything`.
std::string regex_around_hidden(std::string_view text, std::string_view anything) {
    std::string regex;
    for (auto place = text.find(hidden); place != text.npos; place = text.find(hidden)) {
        regex.append(quoted_for_regex(text.substr(0, place))).append(anything);
        text.remove_prefix(place + hidden.size());
    }
    return regex.append(quoted_for_regex(text));
}

/// Letters and digits, all else as hyphens.
std::string stem_of(std::string_view method, std::string_view path) {
    constexpr std::size_t longest = 100;
    std::string stem;
    for (const char c : concat(method, "/", path)) {
        if (is_letter_or_digit(c) || c == '_' || c == '.') {
            stem += c;
        } else if (!stem.ends_with('-')) {
            stem += '-';
        }
    }
    stem.resize(std::min(stem.size(), longest));
    while (stem.ends_with('-') || stem.ends_with('.')) stem.pop_back();
    return stem;
}

class RequestRecorder {
public:
    RequestRecorder(const http::Request& request, const Mask& mask, const std::vector<std::string>& matched_headers)
        : request_(request), asked_(sought(request)), mask_(mask), matched_headers_(matched_headers) {}

    Result<RecordedRequest> run() {
        out_.pattern.method = request_.method;
        take_path();
        take_query();
        take_headers();
        if (auto error = take_body()) return *std::move(error);
        constexpr std::int64_t least = 100;
        out_.priority = std::max<std::int64_t>(1, least - asked_for_);
        return std::move(out_);
    }

private:
    void take_path() {
        const auto path = mask_.over(asked_.path);
        out_.stem = stem_of(request_.method, path);
        if (path != asked_.path) {
            out_.pattern.url_path_pattern = regex_around_hidden(path, "[^/]+");
            return;
        }
        asked_for_ += literal;
        // urlPath would match whatever the query is
        (asked_.query.empty() ? out_.pattern.url : out_.pattern.url_path) = path;
    }

    void take_query() {
        if (asked_.query.empty()) return;
        auto& patterns = out_.pattern.query_parameters.emplace();
        for (const auto& [name, value] : asked_.query) {
            const auto shown_name = mask_.over(name);
            if (shown_name != name || patterns.contains(name)) continue;  // a name that is a secret cannot be asked for
            patterns.insert_or_assign(name, parameter(name, asked_.parameters(name)));
        }
    }

    Pattern parameter(const std::string& name, const std::vector<std::string>& values) {
        std::vector<Pattern> each;
        for (const auto& value : values) {
            const bool is_secret = is_secret_name(name) || mask_.over(value) != value;
            each.push_back(is_secret ? Pattern{.matches = ".*"} : Pattern{.equal_to = value});
            asked_for_ += is_secret ? around_hidden : literal;
        }
        return exactly(std::move(each));
    }

    void take_headers() {
        static constexpr std::array<std::string_view, 2> always = {"Accept", "Content-Type"};
        std::vector<std::pair<std::string, Pattern>> patterns;
        for (const auto& [field_name, field_value] : request_.headers) {
            const auto name = field_name;  // structured bindings are not captured by clang 14
            const bool is_authorization = equal_ignoring_case(name, "Authorization");
            const bool is_asked = is_authorization || is_one_of(name, always) || is_one_of(name, matched_headers_);
            const bool is_known = std::any_of(patterns.begin(), patterns.end(),
                                              [&](const auto& one) { return equal_ignoring_case(one.first, name); });
            if (!is_asked || is_known) continue;
            patterns.emplace_back(is_authorization ? "Authorization" : std::string(name), fields(name));
        }
        if (!patterns.empty()) out_.pattern.headers = Map<Pattern>::from_pairs(std::move(patterns));
    }

    /// All fields of that name.
    Pattern fields(std::string_view name) {
        std::vector<Pattern> each;
        for (const auto& value : asked_.fields(name)) {
            each.push_back(equal_ignoring_case(name, "Authorization") ? authorization(value) : field(name, value));
            asked_for_ += each.back().equal_to ? literal : around_hidden;
        }
        return exactly(std::move(each));
    }

    /// What all values of one name must be.
    static Pattern exactly(std::vector<Pattern> each) {
        if (each.size() == 1) return std::move(each.front());
        return {.has_exactly = std::move(each)};
    }

    Pattern field(std::string_view name, const std::string& value) const {
        const auto shown = mask_.over_field(name, value);
        return shown == value ? Pattern{.equal_to = shown} : Pattern{.matches = regex_around_hidden(shown, ".+")};
    }

    /// Any credential of the same scheme.
    static Pattern authorization(std::string_view value) {
        const auto blank = value.find(' ');
        if (blank == value.npos) return {.matches = ".+"};
        return {.matches = concat(quoted_for_regex(value.substr(0, blank)), " .+")};
    }

    std::optional<Error> take_body() {
        if (request_.body.empty()) return std::nullopt;
        if (!wire::is_utf8(request_.body)) {
            return refusal("a request whose body is no text cannot be recorded", "record a session without it");
        }
        const auto json = RawJson::parse(request_.body);
        const bool is_structured = json && (kind_of(json.assume_value()) == '{' || kind_of(json.assume_value()) == '[');
        if (is_structured) {
            const auto masked = mask_.over_json(json.assume_value(), in_patterns);
            add_body({.equal_to_json = masked ? RawJson::parse(*masked).value() : json.assume_value()},
                     masked ? around_hidden : literal);
        } else if (mask_.over_form(request_.body) == request_.body) {
            add_body({.equal_to = request_.body}, literal);
        } else {
            add_body({.matches = "[\\s\\S]+"}, 0);
        }
        return std::nullopt;
    }

    void add_body(Pattern pattern, std::int64_t how_much) {
        out_.pattern.body_patterns.emplace().push_back(std::move(pattern));
        asked_for_ += how_much;
    }

    const http::Request& request_;
    Sought asked_;
    const Mask& mask_;
    const std::vector<std::string>& matched_headers_;
    RecordedRequest out_{};
    std::int64_t asked_for_ = 0;  // how much
};

/// Within the service as a path, so that it leads there wherever the answer is replayed.
std::string relative_to(const http::Request& request, std::string_view location) {
    const auto base = http::Url::parse(request.url);
    if (!base) return std::string(location);
    if (location.starts_with("//")) {
        const auto target = base.assume_value().resolve(location);
        if (!target || target.assume_value().origin() != base.assume_value().origin()) return std::string(location);
        return target.assume_value().str().substr(http::before_path(target.assume_value().str()).size());
    }
    const auto target = http::Url::parse(location);
    if (!target || target.assume_value().origin() != base.assume_value().origin()) return std::string(location);
    const auto path = location.substr(http::before_path(location).size());
    return path.starts_with('/') ? std::string(path) : concat("/", path);
}

Map<FieldValues> recorded_fields(const http::Request& request, const http::Headers& headers, const Mask& mask) {
    std::vector<std::pair<std::string, FieldValues>> fields;
    for (const auto& [field_name, field_value] : headers) {
        const auto name = field_name;  // structured bindings are not captured by clang 14
        if (is_one_of(name, dropped_fields)) continue;
        auto value = equal_ignoring_case(name, "Location") ? mask.over_url(relative_to(request, field_value))
                                                           : mask.over_field(name, field_value);
        const auto known = std::find_if(fields.begin(), fields.end(),
                                        [&](const auto& field) { return equal_ignoring_case(field.first, name); });
        auto& values =
            known != fields.end() ? known->second : fields.emplace_back(std::string(name), FieldValues{}).second;
        values.values.push_back(std::move(value));
    }
    return Map<FieldValues>::from_pairs(std::move(fields));
}

std::optional<ResponseDefinition> recorded_response(const http::Request& request, const http::Response& response,
                                                    const Mask& mask) {
    if (response.status < 200 || response.status > 599) return std::nullopt;
    ResponseDefinition out{.status = response.status};
    if (auto fields = recorded_fields(request, response.headers, mask); !fields.empty())
        out.headers = std::move(fields);
    if (response.body.empty()) return out;
    auto body = mask.over_body(response.body);
    if (wire::is_utf8(body)) {
        out.body = std::move(body);
    } else {
        out.base64_body = to_base64(body);
    }
    return out;
}

/// The JSON that a body must be, when it must be any.
std::optional<RawJson> json_of(const RequestPattern& pattern) {
    return pattern.body_patterns ? pattern.body_patterns->front().equal_to_json : std::nullopt;
}

}  // namespace

Result<RecordedRequest> recorded_request(const http::Request& request, const Mask& mask,
                                         const std::vector<std::string>& matched_headers) {
    return RequestRecorder(request, mask, matched_headers).run();
}

bool are_same(const RequestPattern& left, const RequestPattern& right) {
    const auto a = json_of(left);
    const auto b = json_of(right);
    if (!a || !b) return to_text(left) == to_text(right);
    const auto without_body = [](RequestPattern pattern) {
        pattern.body_patterns.reset();
        return to_text(pattern);
    };
    return without_body(left) == without_body(right) && !json_difference(*a, *b);
}

std::optional<ResponseDefinition> recorded_answer(const http::Request& request, const Result<http::Response>& answer,
                                                  const Mask& mask) {
    return answer ? recorded_response(request, answer.assume_value(), mask) : fault_of(answer.assume_error());
}

}  // namespace USAGEKIT_NAMESPACE::testing
