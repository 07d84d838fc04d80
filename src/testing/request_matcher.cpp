#include "testing/request_matcher.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/refusal.hpp"
#include "core/text.hpp"
#include "http/message.hpp"
#include "testing/condition.hpp"
#include "testing/json_difference.hpp"
#include "testing/regex.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

constexpr int weight_of_url = 100;
constexpr int weight_of_method = 50;
constexpr std::size_t longest_shown = 200;

/// The more of a path is the same, the nearer it is.
int distance(std::string_view expected, std::string_view actual) {
    const auto wanted = segments_of(expected);
    const auto found = segments_of(actual);
    const auto most = std::max(wanted.size(), found.size());
    std::size_t same = 0;
    for (std::size_t i = 0; i < std::min(wanted.size(), found.size()); ++i) same += wanted[i] == found[i] ? 1 : 0;
    return weight_of_url + static_cast<int>(std::min<std::size_t>(most - same, weight_of_url));
}

/// A template such as `/v1/users/{id}`, segment by segment.
class PathTemplate {
public:
    explicit PathTemplate(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] bool fits(std::string_view path) const {
        const auto wanted = segments_of(text_);
        const auto found = segments_of(path);
        return std::equal(wanted.begin(), wanted.end(), found.begin(), found.end(), [](auto segment, auto other) {
            return is_variable(segment) ? !other.empty() : segment == other;
        });
    }

    /// The value of a variable in a path that fits, as it is sent; nothing for a name that the template has not.
    [[nodiscard]] std::optional<std::string> value(std::string_view name, std::string_view path) const {
        const auto wanted = segments_of(text_);
        const auto found = segments_of(path);
        for (std::size_t i = 0; i < wanted.size() && i < found.size(); ++i) {
            if (is_variable(wanted[i]) && wanted[i].substr(1, wanted[i].size() - 2) == name) {
                return std::string(found[i]);
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool has(std::string_view name) const { return value(name, text_).has_value(); }

    /// Is every brace one of a whole segment?
    [[nodiscard]] bool is_plain() const {
        const auto segments = segments_of(text_);
        return std::all_of(segments.begin(), segments.end(), [](auto segment) {
            if (is_variable(segment)) segment = segment.substr(1, segment.size() - 2);
            return segment.find_first_of("{}*") == segment.npos;
        });
    }

private:
    static bool is_variable(std::string_view segment) {
        return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
    }

    std::string text_;
};

std::string joined(const std::vector<std::string>& values) {
    if (values.empty()) return "absent";
    std::string text;
    std::string_view separator;
    for (const auto& value : values) {
        text.append(std::exchange(separator, " and ")).append(in_quotes(value, longest_shown));
    }
    return text;
}

}  // namespace

class MatcherMaker {
public:
    explicit MatcherMaker(std::string json_path) : json_path_(std::move(json_path)) {}

    [[nodiscard]] Result<RequestMatcher> make(const RequestPattern& pattern) {
        add_method(pattern);
        add_url(pattern);
        add_fields("header", "headers", pattern.headers, &Sought::fields);
        add_fields("query parameter", "queryParameters", pattern.query_parameters, &Sought::parameters);
        add_path_parameters(pattern);
        add_body(pattern);
        if (error_) return *std::move(error_);
        return std::move(matcher_);
    }

private:
    template <class Holds, class Differs>
    void add(Holds holds, Differs differs) {
        matcher_.checks_.push_back({std::move(holds), std::move(differs)});
    }

    /// Keeps the first error.
    template <class T>
    bool good(const Result<T>& result) {
        if (!result && !error_) error_ = result.assume_error();
        return result.has_value();
    }

    void refuse(std::string_view member, std::string message) {
        if (error_) return;
        error_ = refusal(std::move(message), "correct it as docs/guide/testing.md describes");
        error_->json_path = concat(json_path_, ".", member);
    }

    void add_method(const RequestPattern& pattern) {
        if (!pattern.method || *pattern.method == "ANY") return;
        add([method = *pattern.method](const Sought& request) { return request.method == method; },
            [method = *pattern.method](const Sought& request) {
                return Difference{concat("method is ", method, ", not ", request.method), weight_of_method};
            });
    }

    void add_url(const RequestPattern& pattern) {
        if (given(pattern.url, pattern.url_path, pattern.url_pattern, pattern.url_path_pattern,
                  pattern.url_path_template)
            > 1) {
            return refuse("url", "a request pattern with more than one of url, urlPath, urlPattern and the like");
        }
        if (pattern.url) add_equal("url", *pattern.url, &Sought::url);
        if (pattern.url_path) add_equal("urlPath", *pattern.url_path, &Sought::path);
        if (pattern.url_pattern) add_regex("urlPattern", *pattern.url_pattern, &Sought::url);
        if (pattern.url_path_pattern) add_regex("urlPathPattern", *pattern.url_path_pattern, &Sought::path);
        if (pattern.url_path_template) add_template(*pattern.url_path_template);
    }

    void add_equal(std::string_view name, const std::string& text, std::string Sought::*part) {
        add([text, part](const Sought& request) { return request.*part == text; },
            [name, text, part](const Sought& request) {
                return Difference{concat(name, " is ", printable(text)), distance(text, request.*part)};
            });
    }

    void add_regex(std::string_view name, const std::string& text, std::string Sought::*part) {
        auto regex = Regex::parse(text);
        if (!regex) regex.assume_error().json_path = concat(json_path_, ".", name);
        if (!good(regex)) return;
        add([regex = regex.assume_value(), part](const Sought& request) { return regex.matches(request.*part); },
            [name, text, part](const Sought& request) {
                return Difference{concat(name, " is ", printable(text)), distance(text, request.*part)};
            });
    }

    void add_template(const std::string& text) {
        const PathTemplate path(text);
        if (!path.is_plain()) {
            return refuse("urlPathTemplate", "a template with anything else than whole segments as variables");
        }
        add([path](const Sought& request) { return path.fits(request.path); },
            [text](const Sought& request) {
                return Difference{concat("urlPathTemplate is ", printable(text)), distance(text, request.path)};
            });
    }

    using Values = std::vector<std::string> (Sought::*)(std::string_view) const;

    void add_fields(std::string_view kind, std::string_view member, const Patterns& patterns, Values values) {
        if (!patterns) return;
        for (const auto& [name, pattern] : *patterns) {
            auto condition = list_condition_of(pattern, concat(json_path_, ".", member, ".", name));
            if (!good(condition)) return;
            const auto says = condition.assume_value().says;
            add([name = name, values,
                 one = condition.assume_value()](const Sought& request) { return one.holds((request.*values)(name)); },
                [name = name, values, kind, says](const Sought& request) {
                    const auto field = concat(kind, " ", name);
                    if (http::carries_credentials(name)) return Difference{concat(field, " does not match")};
                    return Difference{concat(field, " is ", says, ", not ", joined((request.*values)(name)))};
                });
        }
    }

    void add_path_parameters(const RequestPattern& pattern) {
        if (!pattern.path_parameters) return;
        if (!pattern.url_path_template) return refuse("pathParameters", "pathParameters without urlPathTemplate");
        const PathTemplate path(*pattern.url_path_template);
        for (const auto& [name, condition_pattern] : *pattern.path_parameters) {
            if (!path.has(name)) return refuse("pathParameters", concat("the template has no variable ", name));
            auto condition = condition_of(condition_pattern, concat(json_path_, ".pathParameters.", name));
            if (!good(condition)) return;
            const auto says = condition.assume_value().says;
            add(
                [path, name = name, one = condition.assume_value()](const Sought& request) {
                    const auto value = path.value(name, request.path);
                    return one.holds(value ? Value(*value) : Value());
                },
                [name = name, says](const Sought&) {
                    return Difference{concat("path parameter ", name, " is ", says), weight_of_url};
                });
        }
    }

    void add_body(const RequestPattern& pattern) {
        if (!pattern.body_patterns) return;
        std::size_t index = 0;
        for (const auto& one : *pattern.body_patterns) {
            auto condition = condition_of(one, concat(json_path_, ".bodyPatterns[", std::to_string(index++), "]"));
            if (!good(condition)) return;
            const auto says = condition.assume_value().says;
            add([holds = condition.assume_value().holds](
                    const Sought& request) { return holds(request.body.empty() ? Value() : Value(request.body)); },
                [says, expected = one.equal_to_json](const Sought& request) {
                    return Difference{concat("body is not ", says, place_in_body(expected, request.body))};
                });
        }
    }

    /// Where in a JSON body the first difference is.
    static std::string place_in_body(const std::optional<RawJson>& expected, const std::string& body) {
        const auto actual = RawJson::parse(body);
        if (!expected || !actual) return {};
        const auto path = json_difference(*expected, actual.assume_value());
        return path && *path != "$" ? concat(", first at ", *path) : std::string();
    }

    std::string json_path_;
    RequestMatcher matcher_{};
    std::optional<Error> error_{};
};

Result<RequestMatcher> RequestMatcher::make(const RequestPattern& pattern, const std::string& json_path) {
    return MatcherMaker(json_path).make(pattern);
}

bool RequestMatcher::matches(const Sought& request) const {
    return std::all_of(checks_.begin(), checks_.end(), [&](const Check& check) { return check.holds(request); });
}

std::vector<Difference> RequestMatcher::differences(const Sought& request, const Sought& shown) const {
    std::vector<Difference> all;
    for (const auto& check : checks_) {
        if (!check.holds(request)) all.push_back(check.differs(shown));
    }
    return all;
}

}  // namespace USAGEKIT_NAMESPACE::testing
