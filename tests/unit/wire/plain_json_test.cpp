#include "wire/plain_json.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using usagekit::wire::plain_json;

namespace {

/// What is taken of a text, at whose end stands what simdjson needs.
std::string taken(const std::string& text, int levels = 4) {
    const auto padded = text + std::string(64, '\0');
    return std::string(plain_json(padded.data(), levels));
}

}  // namespace

TEST_CASE("a plain value is taken whole, and nothing behind it") {
    for (const std::string text :
         {"-0.5e-1", "0", "true", "null", R"("")", R"("text")", "{}", "[]", "{ }", "[\n]", R"({"a":1})",
          R"({ "a" : [ 1 , -2.5e+3, true , false,null ] ,"b":{"c":""}})",
          R"(["a text that is longer than what is looked at in one go, \u00e9 spelled as é, and so on"])"}) {
        const bool has_escape = text.find('\\') != std::string::npos;
        CAPTURE(text);
        CHECK(taken(text) == (has_escape ? "" : text));
        CHECK(taken(text + " , {}]") == (has_escape ? "" : text));
    }
    const auto text = R"(["a text that is longer than what is looked at in one go, é spelled as it is, and so on"])";
    CHECK(taken(text) == text);
}

TEST_CASE("what is no valid value, or is not plain, is not taken") {
    const std::string_view texts[] = {"",
                                      "-",
                                      "01",
                                      "tru",
                                      R"("a\"")",
                                      "{",
                                      "[",
                                      "[1",
                                      "[1,]",
                                      "[,1]",
                                      "[1 2]",
                                      "[01]",
                                      "[1.]",
                                      "[+1]",
                                      "[.5]",
                                      "[1e]",
                                      "[-]",
                                      "[tru]",
                                      "[truefalse]",
                                      "[nul]",
                                      "[nan]",
                                      R"({"a"})",
                                      R"({"a":})",
                                      R"({"a":1,})",
                                      "[1}",
                                      R"({"a" 1})",
                                      R"({a:1})",
                                      R"({1:1})",
                                      R"({"a":1 "b":2})",
                                      "[/**/1]",
                                      R"({"a":1])",
                                      R"(["a\"b"])",
                                      R"({"a\u0062":1})"};
    for (const auto text : texts) {
        CAPTURE(text);
        CHECK(taken(std::string(text)).empty());
    }
}

TEST_CASE("what is nested deeper is not taken") {
    CHECK(taken("[[[[1]]]]", 4) == "[[[[1]]]]");
    CHECK(taken("[[[[[]]]]]", 4).empty());
    CHECK(taken(R"([{"a":[{}]}])", 4) == R"([{"a":[{}]}])");
    CHECK(taken(R"([{"a":[{"b":[]}]}])", 4).empty());
}
