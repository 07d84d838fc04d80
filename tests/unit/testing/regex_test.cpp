#include "testing/regex.hpp"

#include <doctest/doctest.h>

using namespace usagekit;
using testing::Regex;

TEST_CASE("a pattern matches the whole of a text") {
    struct Row {
        std::string pattern;
        std::string text;
        bool matches;
    };
    const Row rows[] = {{"a", "a", true},       {"a", "ab", false},          {"a|ab", "ab", true},
                        {"\\d{2}", "12", true}, {"[\\s\\S]*", "a\nb", true}, {".*", "a\nb", false},
                        {"(?!b).", "a", true},  {"[^a-c]+", "dd", true},     {"a{1,3}", "aaaa", false},
                        {"\\.\\/", "./", true}, {"[\\]\\[]+", "][", true}};
    for (const auto& row : rows) {
        CAPTURE(row.pattern);
        CHECK(Regex::parse(row.pattern).value().matches(row.text) == row.matches);
    }
}

TEST_CASE("what Java and the standard library read differently is refused") {
    for (const std::string pattern : {"a++",     "a*+",     "a?+",    "a{2}+",   "\\Qa\\E",          "\\p{L}",
                                      "\\Aa",    "a\\z",    "\\ha",   "[a[b]]",  "[a-z&&b]",         "(?i)a",
                                      "(?<=a)b", "(?<n>a)", "(a)\\1", "a{1001}", "a{1,99999999999}", "(",
                                      "[",       "a\\",     "*"}) {
        CAPTURE(pattern);
        const auto regex = Regex::parse(pattern);
        REQUIRE(!regex);
        CHECK(regex.error().kind == ErrorKind::invalid_request);
        CHECK(regex.error().message.find("cannot be used: ") != std::string::npos);
    }
    CHECK(!Regex::parse(std::string(1001, 'a')));
}

TEST_CASE("neither a long text nor a pattern with many ways to match takes long or much of the stack") {
    const std::string longest(Regex::longest_text, 'a');
    CHECK(Regex::parse("(a|aa|a)*").value().matches(longest));
    CHECK(!Regex::parse("(a*)*b").value().matches(longest));
    CHECK(!Regex::parse("a*").value().matches(longest + "a"));
}

TEST_CASE("a pattern as recordings write it matches a text of any length") {
    struct Row {
        std::string pattern;
        std::string beginning;
        bool matches;
    };
    const Row rows[] = {{"Bearer .+", "Bearer ", true},    {"Bearer .+", "Token ", false},
                        {"Bearer .+", "Bearer \n", false}, {".*", "", true},
                        {"[\\s\\S]+", "\n", true},         {"a\\.b.+", "a.b", true},
                        {"a\\.b.+", "axb", false},         {"a.b.+", "a.b", false},
                        {"\\[\\s\\S]+", "[ x", false}};
    for (const auto& row : rows) {
        const auto& [pattern, beginning, matches] = row;
        CAPTURE(row.pattern);
        const auto regex = Regex::parse(pattern).value();
        CHECK(regex.matches(beginning + std::string(Regex::longest_text, 'x')) == matches);
    }
    CHECK(Regex::parse("a\\.*").value().matches("a..."));
    CHECK(!Regex::parse("b").value().can_tell(std::string(Regex::longest_text + 1, 'b')));
}

TEST_CASE("a quoted text is matched to the letter") {
    for (const std::string text : {"/a.b/c+d", "(x)[y]{z}^$|?*\\", "-_%20 ~", "Bearer"}) {
        CHECK(Regex::parse(testing::quoted_for_regex(text)).value().matches(text));
    }
    CHECK(!Regex::parse(testing::quoted_for_regex("a.b")).value().matches("axb"));
}
