#include "testing/condition.hpp"

#include <algorithm>
#include <utility>

#include "core/refusal.hpp"
#include "core/text.hpp"
#include "testing/json_difference.hpp"
#include "testing/json_path.hpp"
#include "testing/regex.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

Error at(const std::string& json_path, Error error) {
    error.json_path = json_path;
    return error;
}

Error refused(const std::string& json_path, std::string message) {
    return at(json_path, refusal(std::move(message), "write one matcher that docs/guide/testing.md lists"));
}

/// `equalTo "a"`, `contains "a"`, ...
std::string says(std::string_view matcher, std::string_view argument) {
    constexpr std::size_t longest = 200;
    return concat(matcher, " ", in_quotes(argument, longest));
}

int matchers_in(const Pattern& pattern) {
    return given(pattern.equal_to, pattern.contains, pattern.does_not_contain, pattern.matches, pattern.does_not_match,
                 pattern.absent, pattern.equal_to_json, pattern.matches_json_path, pattern.has_exactly,
                 pattern.includes, pattern.all_of, pattern.any_of, pattern.negated);
}

std::optional<Error> refuse_combination(const Pattern& pattern, const std::string& json_path) {
    if (matchers_in(pattern) != 1) {
        return refused(json_path, concat("a pattern with ", std::to_string(matchers_in(pattern)), " matchers"));
    }
    if (pattern.case_insensitive && !pattern.equal_to) {
        return refused(json_path, "caseInsensitive belongs to equalTo");
    }
    if ((pattern.ignore_array_order || pattern.ignore_extra_elements) && !pattern.equal_to_json) {
        return refused(json_path, "ignoreArrayOrder and ignoreExtraElements belong to equalToJson");
    }
    return std::nullopt;
}

Condition equal_to(const Pattern& pattern) {
    const bool ignores_case = pattern.case_insensitive.value_or(false);
    return {says(ignores_case ? "equalTo, in any case," : "equalTo", *pattern.equal_to),
            [text = *pattern.equal_to, ignores_case](const Value& value) {
                return value && (ignores_case ? equal_ignoring_case(*value, text) : *value == text);
            }};
}

bool contains(const Value& value, std::string_view text) { return value && value->find(text) != value->npos; }

Result<Condition> regex_condition(std::string_view matcher, const std::string& pattern, bool matches,
                                  const std::string& json_path) {
    auto regex = Regex::parse(pattern);
    if (!regex) return at(json_path, std::move(regex).assume_error());
    return Condition{says(matcher, pattern), [regex = regex.assume_value(), matches](const Value& value) {
                         if (!value) return !matches;
                         return regex.can_tell(*value) && regex.matches(*value) == matches;
                     }};
}

/// What is expected may be written as JSON, or as a text that holds JSON.
Result<RawJson> expected_json(const RawJson& written) {
    const auto text = written.as<std::string>();
    return text ? RawJson::parse(text.assume_value()) : Result<RawJson>(written);
}

bool has_unknown_placeholder(std::string text) {
    for (const auto known : {any_text, any_number}) {
        for (auto place = text.find(known); place != text.npos; place = text.find(known))
            text.erase(place, known.size());
    }
    return text.find("${json-unit") != text.npos;
}

Result<Condition> json_condition(const Pattern& pattern, const std::string& json_path) {
    auto expected = expected_json(*pattern.equal_to_json);
    if (!expected) return refused(json_path, "equalToJson is not JSON");
    if (has_unknown_placeholder(expected.assume_value().str())) return refused(json_path, "an unknown ${json-unit...}");
    const JsonTolerance tolerance{pattern.ignore_array_order.value_or(false),
                                  pattern.ignore_extra_elements.value_or(false)};
    if (tolerance.ignores_array_order && tolerance.ignores_extra_elements) {
        return refused(json_path, "ignoreArrayOrder and ignoreExtraElements together are not known here");
    }
    return Condition{says("equalToJson", expected.assume_value().str()),
                     [expected = expected.assume_value(), tolerance](const Value& value) {
                         const auto json = value ? RawJson::parse(*value) : Result<RawJson>(Error{});
                         return json && !json_difference(expected, json.assume_value(), tolerance);
                     }};
}

Result<Condition> path_condition(const std::string& text, const std::string& json_path) {
    auto path = JsonPath::parse(text);
    if (!path) return refused(json_path, concat("matchesJsonPath with more than names and indices: ", in_quotes(text)));
    return Condition{says("matchesJsonPath", text), [path = *std::move(path)](const Value& value) {
                         const auto json = value ? RawJson::parse(*value) : Result<RawJson>(Error{});
                         return json && path.finds_in(json.assume_value());
                     }};
}

Result<std::vector<Condition>> conditions_of(const std::vector<Pattern>& patterns, const std::string& json_path) {
    std::vector<Condition> conditions;
    for (const auto& pattern : patterns) {
        auto condition = condition_of(pattern, concat(json_path, "[", std::to_string(conditions.size()), "]"));
        if (!condition) return std::move(condition).assume_error();
        conditions.push_back(std::move(condition).assume_value());
    }
    return conditions;
}

/// `(a, b)`
std::string listed(std::string_view word, const std::vector<Condition>& conditions) {
    auto text = concat(word, " (");
    std::string_view separator;
    for (const auto& condition : conditions) {
        text.append(std::exchange(separator, ", ")).append(condition.says);
    }
    return text + ")";
}

Result<Condition> combined(std::string_view word, const std::vector<Pattern>& patterns, bool needs_all,
                           const std::string& json_path) {
    auto conditions = conditions_of(patterns, json_path);
    if (!conditions) return std::move(conditions).assume_error();
    auto words = listed(word, conditions.assume_value());
    return Condition{std::move(words), [each = std::move(conditions).assume_value(), needs_all](const Value& value) {
                         const auto holds = [&](const auto& one) { return one.holds(value); };
                         return needs_all ? std::all_of(each.begin(), each.end(), holds)
                                          : std::any_of(each.begin(), each.end(), holds);
                     }};
}

Result<Condition> negated(const Pattern& pattern, const std::string& json_path) {
    auto condition = condition_of(pattern, json_path);
    if (!condition) return condition;
    auto words = concat("not ", condition.assume_value().says);
    return Condition{std::move(words),
                     [one = std::move(condition).assume_value()](const Value& value) { return !one.holds(value); }};
}

bool one_holds(const Condition& condition, const std::vector<std::string>& values) {
    return std::any_of(values.begin(), values.end(), [&](const auto& value) { return condition.holds(value); });
}

/// Each condition finds a value; with `is_exact` there are no more values than conditions.
Result<ListCondition> each_found(std::string_view word, const std::vector<Pattern>& patterns, bool is_exact,
                                 const std::string& json_path) {
    auto conditions = conditions_of(patterns, json_path);
    if (!conditions) return std::move(conditions).assume_error();
    auto words = listed(word, conditions.assume_value());
    return ListCondition{
        std::move(words),
        [each = std::move(conditions).assume_value(), is_exact](const std::vector<std::string>& values) {
            if (is_exact && values.size() != each.size()) return false;
            return std::all_of(each.begin(), each.end(), [&](const auto& one) { return one_holds(one, values); });
        }};
}

}  // namespace

Result<Condition> condition_of(const Pattern& pattern, const std::string& json_path) {
    if (auto error = refuse_combination(pattern, json_path)) return *std::move(error);
    const auto below = [&](std::string_view member) { return concat(json_path, ".", member); };
    if (pattern.equal_to) return equal_to(pattern);
    if (const auto& text = pattern.contains) {
        return Condition{says("contains", *text), [text = *text](const Value& v) { return contains(v, text); }};
    }
    if (const auto& text = pattern.does_not_contain) {
        return Condition{says("doesNotContain", *text), [text = *text](const Value& v) { return !contains(v, text); }};
    }
    if (const auto& text = pattern.matches) return regex_condition("matches", *text, true, below("matches"));
    if (const auto& text = pattern.does_not_match) {
        return regex_condition("doesNotMatch", *text, false, below("doesNotMatch"));
    }
    if (const auto wanted = pattern.absent) {
        return Condition{*wanted ? "absent" : "present", [wanted](const Value& v) { return v.has_value() != *wanted; }};
    }
    if (pattern.equal_to_json) return json_condition(pattern, below("equalToJson"));
    if (const auto& text = pattern.matches_json_path) return path_condition(*text, below("matchesJsonPath"));
    if (const auto& patterns = pattern.all_of) return combined("and", *patterns, true, below("and"));
    if (const auto& patterns = pattern.any_of) return combined("or", *patterns, false, below("or"));
    if (const auto& one = pattern.negated) return negated(one->only.front(), below("not"));
    return refused(json_path, "hasExactly and includes are for header fields and query parameters");
}

Result<ListCondition> list_condition_of(const Pattern& pattern, const std::string& json_path) {
    const bool is_list = pattern.has_exactly || pattern.includes;
    if (is_list) {
        if (auto error = refuse_combination(pattern, json_path)) return *std::move(error);
        const bool is_exact = pattern.has_exactly.has_value();
        const std::string_view word = is_exact ? "hasExactly" : "includes";
        return each_found(word, is_exact ? *pattern.has_exactly : *pattern.includes, is_exact,
                          concat(json_path, ".", word));
    }
    auto condition = condition_of(pattern, json_path);
    if (!condition) return std::move(condition).assume_error();
    auto words = condition.assume_value().says;
    return ListCondition{std::move(words),
                         [one = std::move(condition).assume_value()](const std::vector<std::string>& values) {
                             return values.empty() ? one.holds(std::nullopt) : one_holds(one, values);
                         }};
}

}  // namespace USAGEKIT_NAMESPACE::testing
