#include "../../../examples/printable.hpp"

#include <string_view>

#include <doctest/doctest.h>

TEST_CASE("the examples print a service's control characters as escapes, and all else as it is") {
    struct Row {
        std::string_view text;
        std::string_view shown;
    };
    static constexpr Row rows[] = {
        {"", ""},
        {"Z\xC3\xBCrich \xE2\x82\xAC", "Z\xC3\xBCrich \xE2\x82\xAC"},
        {"a\tb\r\n", "a\\x09b\\x0d\\x0a"},
        {"\x1b[2J\x7F", "\\x1b[2J\\x7f"},
        {{"\0", 1}, "\\x00"},
        {"\xC2\x80-\xC2\x9F-\xC2\xA0", "\\xc2\\x80-\\xc2\\x9f-\xC2\xA0"},
        {"\u202a\u202e-\u2066\u2069", "\\xe2\\x80\\xaa\\xe2\\x80\\xae-\\xe2\\x81\\xa6\\xe2\\x81\\xa9"},
        {"\u2029\u202f\u2065", "\u2029\u202f\u2065"},
        {"\xC2", "\xC2"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.shown);
        CHECK(examples::printable(row.text) == row.shown);
    }
}
