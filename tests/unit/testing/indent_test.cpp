#include "testing/indent.hpp"

#include <doctest/doctest.h>

using namespace usagekit;

TEST_CASE("JSON is written a member a line, whatever blanks it had, and its texts and numbers stay") {
    const std::pair<const char*, const char*> rows[] = {
        {"{}", "{}"},
        {"[ \n]", "[]"},
        {"1.00", "1.00"},
        {R"({"a":[1,{ "b" : [{}] }],"c":"{ [\\\" ,: "})",
         "{\n  \"a\": [\n    1,\n    {\n      \"b\": [\n        {}\n      ]\n    }\n  ],\n  \"c\": \"{ [\\\\\\\" ,: "
         "\"\n}"},
    };
    for (const auto& [json, expected] : rows) {
        CHECK(testing::indented(json) == expected);
        CHECK(testing::indented(testing::indented(json)) == expected);
    }
}
