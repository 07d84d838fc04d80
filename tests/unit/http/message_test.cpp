#include "http/message.hpp"

#include <sstream>

#include <doctest/doctest.h>

using namespace usagekit;

TEST_CASE("a header field that would break the message is refused") {
    struct Row {
        http::Header header;
        bool fine;
    };
    const Row rows[] = {
        {{"X-Trace", "a b\tc"}, true}, {{"X-Trace", ""}, true},          {{"X-Trace", "a\r\nHost: evil"}, false},
        {{"X\r\nHost", "a"}, false},   {{"X Trace", "a"}, false},        {{"", "a"}, false},
        {{"X:Y", "a"}, false},         {{"X", "caf\xC3\xA9"}, false},    {{"X", {"\0", 1}}, false},
        {{"X", "del\x7F"}, false},     {{"!#$%&'*+-.^_`|~9", "a"}, true}};
    for (const auto& row : rows) {
        CAPTURE(row.header.name);
        CHECK(http::refuse_headers({row.header}).has_value() != row.fine);
    }
}

TEST_CASE("a method that would break the message is refused") {
    CHECK(!http::refuse_request({.method = "PATCH"}));
    for (const auto* method : {"", "GET / HTTP/1.1\r\nX: y", "G T"}) {
        REQUIRE(http::refuse_request({.method = method}));
        CHECK(http::refuse_request({.method = method})->kind == ErrorKind::invalid_request);
    }
}

TEST_CASE("a URL that ends before its text does is refused") {
    using namespace std::string_literals;
    CHECK(!http::refuse_request({.method = "GET", .url = "https://h/x?a=b#c"}));
    for (const auto& url : {"https://h/x\0y"s, "https://h/x\r\nHost: evil"s, "https://h/x\n"s, "\0"s}) {
        const auto refused = http::refuse_request({.method = "GET", .url = url});
        REQUIRE(refused);
        CHECK(refused->kind == ErrorKind::invalid_request);
        CHECK(refused->message == "the URL holds a control character");
    }
}

TEST_CASE("a request prints without its credentials") {
    std::ostringstream out;
    out << http::Request{.method = "POST",
                         .url = "https://h/x",
                         .headers = {{"Authorization", "Token live"},
                                     {"proxy-authorization", "live"},
                                     {"Cookie", "live"},
                                     {"Idempotency-Key", "k1"}},
                         .body = "{}"};
    CHECK(
        out.str()
        == "POST https://h/x\nAuthorization: ***\nproxy-authorization: ***\nCookie: ***\nIdempotency-Key: k1\n\n{}\n");
}
