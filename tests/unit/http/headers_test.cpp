#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <usagekit/headers.hpp>

using usagekit::http::Header;
using usagekit::http::Headers;

TEST_CASE("header fields are found whatever the case of their name, the first of several") {
    const Headers headers{{"Retry-After", "1"}, {"retry-after", "2"}};
    CHECK(headers.find("RETRY-AFTER") == "1");
    CHECK(headers.find("Retry") == std::nullopt);
    CHECK(Headers().find("Retry-After") == std::nullopt);
}

TEST_CASE("header fields stay in their order, also those without a value") {
    Headers headers;
    CHECK(headers.empty());
    CHECK(headers.begin() == headers.end());
    std::vector<Header> expected;
    std::vector<std::string> texts;
    for (int i = 0; i < 100; ++i) texts.push_back("Name-" + std::to_string(i));
    for (const std::string_view text : texts) {
        const auto value = text == "Name-7" ? std::string_view() : text;
        headers.add(text, value);
        expected.push_back({text, value});
    }
    CHECK(headers.size() == 100);
    CHECK(std::vector<Header>(headers.begin(), headers.end()) == expected);
    CHECK(headers.begin()->name == "Name-0");
}

TEST_CASE("a field of a list can be added to the same list") {
    Headers headers{{"A", std::string(40, 'a')}};
    for (int i = 0; i < 20; ++i) {
        const auto field = *headers.begin();
        headers.add(field.name, field.value);
    }
    CHECK(headers.size() == 21);
    for (const auto& [name, value] : headers) {
        CHECK(name == "A");
        CHECK(value == std::string(40, 'a'));
    }
}

TEST_CASE("lists of header fields are equal when they are the same to the letter") {
    Headers roomy;
    roomy.reserve(20, 1000);
    roomy.add("Name", "value");
    CHECK(roomy == Headers{{"Name", "value"}});
    CHECK(roomy != Headers{{"name", "value"}});
    CHECK(roomy != Headers{{"Namev", "alue"}});
    CHECK(roomy != Headers{{"Name", "value"}, {"Name", "value"}});
    const auto copy = roomy;
    roomy.add("Other", "");
    CHECK(copy == Headers{{"Name", "value"}});
}

TEST_CASE("header lines are fields with a token for a name, and a value on one line") {
    CHECK(Headers::parse("X-Name:  a: b \r\nY:\nZ: caf\xc3\xa9\r\nX-Name: c")
          == Headers{{"X-Name", "a: b"}, {"Y", ""}, {"Z", "caf\xc3\xa9"}, {"X-Name", "c"}});
    CHECK(Headers::parse("") == Headers{});
    for (const auto* line :
         {"bare words\r\n", ": x\r\n", "X : y\r\n", " folded: x\r\n", "\tx\r\n", "X\x01: y\r\n", "X: a\rb\r\n", "\n"}) {
        CAPTURE(line);
        CHECK(!Headers::parse(line));
        CHECK(!Headers::parse(std::string("A: b\r\n") + line + "C: d\r\n"));
    }
    CHECK(!Headers::parse("X"));
    CHECK(!Headers::parse(std::string_view("X: a\0b\r\n", 8)));
}
