#include "http/url.hpp"

#include <doctest/doctest.h>

using namespace usagekit;
using http::Url;

namespace {

std::string resolved(std::string_view base, std::string_view reference) {
    const auto result = Url::parse(base).value().resolve(reference);
    return result ? result.value().str() : std::string(to_string(result.error().kind));
}

}  // namespace

TEST_CASE("a URL is taken apart and normalised") {
    const auto url = Url::parse("HTTPS://API.Example.com/v1/").value();
    CHECK(url.str() == "https://API.Example.com/v1/");
    CHECK(url.host() == "api.example.com");
    CHECK(url.origin() == "https://api.example.com:443");
    CHECK(url.is_https());
}

TEST_CASE("URLs are of one origin when scheme, host and effective port are the same") {
    struct Row {
        const char* left;
        const char* right;
        bool same;
    };
    static constexpr Row rows[] = {
        {"https://a.example/x", "https://A.EXAMPLE:443/y?z", true},
        {"http://a.example", "http://a.example:80", true},
        {"http://a.example", "https://a.example", false},
        {"http://a.example:80", "http://a.example:81", false},
        {"http://127.0.0.1:80", "http://localhost:80", false},
        {"http://a.example", "http://a.example.evil.example", false},
        {"http://127.0.0.1", "http://127.1", true},
    };
    for (const auto& row : rows) {
        CAPTURE(row.right);
        CHECK((Url::parse(row.left).value().origin() == Url::parse(row.right).value().origin()) == row.same);
    }
}

TEST_CASE("what is no URL of a service is refused, and user information is never shown") {
    for (const std::string text : {"",
                                   "api.example.com",
                                   "/v1",
                                   "ftp://h",
                                   "file:///etc/passwd",
                                   "javascript:alert(1)",
                                   "http://",
                                   "http://u@h",
                                   "http://@h",
                                   "http://h%/",
                                   "http://h%25x/",
                                   "http://%7F/",
                                   "http://h%1F/",
                                   "http://:@h",
                                   "https://user:hunter2@h/",
                                   "http://h:99999",
                                   "http://h\n",
                                   "http://a b/",
                                   "https://[fe80::1%25eth0]",
                                   "https://[fe80::1%eth0]/v1",
                                   "http://[::1%25lo]:80"}) {
        CAPTURE(text);
        const auto result = Url::parse(text);
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_request);
        CHECK(to_string(result.error()).find("hunter2") == std::string::npos);
    }
    CHECK(!Url::parse(std::string_view("http://h\0x", 10)));
    CHECK(Url::parse("https://[fe80::1%25eth0]").error().message.ends_with("its host has a zone"));
}

TEST_CASE("a reference is resolved as RFC 3986 says, and loses its fragment") {
    struct Row {
        const char* reference;
        const char* expected;
    };
    static constexpr Row rows[] = {
        {"/v1/users/9gd5l", "http://h.example/v1/users/9gd5l"},
        {"9gd5l", "http://h.example/v1/users/9gd5l"},
        {"./9gd5l", "http://h.example/v1/users/9gd5l"},
        {"../x?q=1", "http://h.example/v1/x?q=1"},
        {"../../../x", "http://h.example/x"},
        {"http://other.example:8080/z", "http://other.example:8080/z"},
        {"//other.example/z", "http://other.example/z"},
        {"?page=2", "http://h.example/v1/users/self?page=2"},
        {"#top", "http://h.example/v1/users/self"},
        {"", "http://h.example/v1/users/self"},
        {"/a#top", "http://h.example/a"},
        {"/a b", "http://h.example/a%20b"},
        {"ftp://h.example/", "redirect"},
        {"file:///etc/passwd", "redirect"},
        {"gopher://h.example/", "redirect"},
        {"http://u:p@h.example/", "redirect"},
        {"/a\r\nSet-Cookie: x", "redirect"},
        {"http://[fe80::1%25eth0]/", "redirect"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.reference);
        CHECK(resolved("http://h.example/v1/users/self", row.reference) == row.expected);
    }
    CHECK(resolved("http://h.example/v1/users/self", "javascript:alert(1)") != "javascript:alert(1)");
}

TEST_CASE("loopback is localhost, 127.0.0.0/8 and ::1, however it is written, and nothing that looks like it") {
    for (const auto* url : {"http://localhost:1", "http://LOCALHOST", "http://127.0.0.1", "http://127.8.9.10",
                            "http://127.1", "http://0x7f000001", "http://[::1]:80"}) {
        CAPTURE(url);
        CHECK(Url::parse(url).value().is_loopback());
    }
    for (const auto* url : {"http://localhost.example", "http://127.0.0.1.example", "http://128.0.0.1", "http://[::2]",
                            "http://127.example", "http://10.0.0.1", "http://127.0.0.256", "http://127.0.0.1.1",
                            "http://127.0.0.", "http://127.0.0..1", "http://127.0.0.1000"}) {
        CAPTURE(url);
        CHECK(!Url::parse(url).value().is_loopback());
    }
}

TEST_CASE("what stands before the path is found without parsing") {
    CHECK(http::before_path("http://h:1/a/b") == "http://h:1");
    CHECK(http::before_path("https://h?x") == "https://h");
    CHECK(http::before_path("https://h") == "https://h");
    CHECK(http::before_path("nonsense") == "nonsense");
}
