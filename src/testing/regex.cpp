#include "testing/regex.hpp"

#include <charconv>
#include <optional>

#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

constexpr std::size_t longest_pattern = 1000;
constexpr int most_repeats = 1000;

// Without it, libstdc++ recurses for each character, and takes exponential time for some patterns.
#ifdef __GLIBCXX__
constexpr auto flags = std::regex::ECMAScript | std::regex_constants::__polynomial;
#else
constexpr auto flags = std::regex::ECMAScript;
#endif

/// Goes through a pattern for what both languages take, but not as the same.
class DialectCheck {
public:
    explicit DialectCheck(std::string_view pattern) : pattern_(pattern) {}

    /// What stands there that is not the same; nothing when all is.
    std::optional<std::string> run() {
        for (; at_ < pattern_.size(); ++at_) {
            if (auto found = in_class_ ? in_class() : outside()) return found;
        }
        return std::nullopt;
    }

private:
    std::optional<std::string> outside() {
        const char c = pattern_[at_];
        if (c == '\\') return escape("dDsSwWbBnrtf");
        if (c == '{' && repeats_too_often()) return "more than 1000 repetitions";
        if (c == '[') return in_class_ = true, skip_start_of_class(), std::nullopt;
        const bool ends_quantifier = c == '*' || c == '+' || c == '}' || c == '?';
        if (ends_quantifier && next() == '+') return "a possessive quantifier";
        return std::nullopt;
    }

    std::optional<std::string> in_class() {
        const char c = pattern_[at_];
        if (c == '\\') return escape("dDsSwWnrtf");
        if (c == '[') return "a class within a class";
        if (c == '&' && next() == '&') return "an intersection of classes";
        if (c == ']') in_class_ = false;
        return std::nullopt;
    }

    std::optional<std::string> escape(std::string_view known) {
        ++at_;
        if (at_ >= pattern_.size()) return std::nullopt;  // the standard library refuses it
        const char c = pattern_[at_];
        if (!is_letter_or_digit(c) || known.find(c) != known.npos) return std::nullopt;
        return concat("\\", std::string_view(&c, 1));
    }

    /// A bracket right behind the first one belongs to the class in one language only.
    void skip_start_of_class() {
        if (next() == '^') ++at_;
    }

    [[nodiscard]] bool repeats_too_often() const {
        const auto inside = pattern_.substr(at_ + 1, pattern_.find('}', at_) - at_ - 1);
        const auto comma = inside.find(',');
        const auto is_too_many = [](std::string_view number) {
            int value = 0;
            const auto error = std::from_chars(number.data(), number.data() + number.size(), value).ec;
            return error == std::errc::result_out_of_range || value > most_repeats;
        };
        return is_too_many(inside.substr(0, comma)) || (comma != inside.npos && is_too_many(inside.substr(comma + 1)));
    }

    [[nodiscard]] char next() const { return at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0'; }

    std::string_view pattern_;
    std::size_t at_ = 0;
    bool in_class_ = false;
};

Error refused(const std::string& pattern, std::string_view why) {
    return refusal(concat("the pattern ", in_quotes(pattern, longest_pattern), " cannot be used: ", why),
                   "use a regular expression that Java and ECMAScript read alike; see docs/guide/testing.md");
}

}  // namespace

Result<Regex> Regex::parse(const std::string& pattern) {
    if (pattern.size() > longest_pattern) return refused(pattern, "it is longer than 1000 bytes");
    if (const auto found = DialectCheck(pattern).run()) return refused(pattern, concat(*found, " is not known here"));
    try {
        Regex regex;
        regex.regex_ = std::make_shared<const std::regex>(pattern, flags);
        regex.beginning_ = beginning_of(pattern);
        return regex;
    } catch (const std::regex_error& error) {
        return refused(pattern, error.what());
    }
}

std::optional<Regex::Beginning> Regex::beginning_of(std::string_view pattern) {
    Beginning out;
    const auto without = [&pattern](std::string_view end) {
        const bool has = pattern.ends_with(end);
        if (has) pattern.remove_suffix(end.size());
        return has;
    };
    if (without("[\\s\\S]+")) {
        out.least_behind = 1;
        out.is_one_line = false;
    } else if (without(".+")) {
        out.least_behind = 1;
    } else if (!without(".*")) {
        return std::nullopt;
    }
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool is_quoted = pattern[at] == '\\';
        if (is_quoted && ++at == pattern.size()) return std::nullopt;  // it quotes what was taken for the operator
        const auto character = pattern.substr(at, 1);
        const bool is_plain = quoted_for_regex(character) == character;
        if (is_quoted ? is_letter_or_digit(pattern[at]) : !is_plain) return std::nullopt;
        out.text.append(character);
    }
    return out;
}

bool Regex::matches(std::string_view text) const {
    if (beginning_ && text.size() > longest_text) {
        const auto& [start, least, is_one_line] = *beginning_;
        if (!text.starts_with(start) || text.size() < start.size() + least) return false;
        return !is_one_line || text.find_first_of("\r\n", start.size()) == text.npos;
    }
    if (text.size() > longest_text) return false;
    try {
        return std::regex_match(text.begin(), text.end(), *regex_);
    } catch (const std::regex_error&) {  // too complex for this text
        return false;
    }
}

std::string quoted_for_regex(std::string_view text) {
    std::string quoted;
    for (const char c : text) {
        const bool is_special = !is_letter_or_digit(c) && static_cast<unsigned char>(c) < 0x80 && c != '_' && c != '-'
                                && c != '/' && c != '%' && c != ' ';
        if (is_special) quoted += '\\';
        quoted += c;
    }
    return quoted;
}

}  // namespace USAGEKIT_NAMESPACE::testing
