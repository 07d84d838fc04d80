#include "call/redirect.hpp"

#include <doctest/doctest.h>

#include <usagekit/testing/fake.hpp>

using namespace usagekit;
using namespace usagekit::testing;
using call::RedirectChain;

namespace {

constexpr auto self = "https://h.example/v1/users/self";

Result<void> follow(RedirectChain& chain, const http::Response& response, const std::string& method = "GET",
                    int limit = 5) {
    return chain.follow(response, method, {.limit = limit});
}

std::string outcome(const http::Response& response, const std::string& method = "GET") {
    RedirectChain chain;
    chain.start(self);
    const auto followed = follow(chain, response, method);
    if (followed) return chain.url();
    CHECK(followed.error().kind == ErrorKind::redirect);
    CHECK(!followed.error().advice.empty());
    return followed.error().message;
}

}  // namespace

TEST_CASE("GET follows 301, 302, 303, 307 and 308, POST only 307 and 308") {
    for (const int status : {301, 302, 303, 307, 308}) {
        CAPTURE(status);
        CHECK(call::is_redirect(status));
        CHECK(outcome(redirect(status, "/v1/users/u")) == "https://h.example/v1/users/u");
        const bool keeps = status >= 307;
        CHECK((outcome(redirect(status, "/v1/users/u"), "POST") == "https://h.example/v1/users/u") == keeps);
    }
    for (const int status : {200, 300, 304, 305, 306, 400}) CHECK(!call::is_redirect(status));
}

TEST_CASE("Location may be relative, absolute-path or absolute") {
    for (const auto* location : {"u", "/v1/users/u", "https://h.example/v1/users/u", "//h.example/v1/users/u",
                                 " /v1/users/u ", "HTTPS://H.EXAMPLE:443/v1/users/u"}) {
        CAPTURE(location);
        const auto target = outcome(redirect(302, location));
        CHECK(target.ends_with("/v1/users/u"));
    }
}

TEST_CASE("a redirect to another host, port or scheme is refused") {
    for (const auto* location : {"https://other.example/x", "https://h.example:444/x", "//other.example/x",
                                 "https://h.example.other.example/x"}) {
        CAPTURE(location);
        CHECK(outcome(redirect(302, location))
              == "the redirect leads to another origin, which must not see the credential");
    }
}

TEST_CASE("a redirect without a usable Location is refused") {
    CHECK(outcome({.status = 302}) == "the redirect has no Location field");
    CHECK(outcome(redirect(302, "  ")) == "the redirect has no Location field");
    for (const auto* location : {"file:///etc/passwd", "ftp://h.example/", "gopher://h.example/", "javascript:alert(1)",
                                 "https://user:hunter2@h.example/"}) {
        CAPTURE(location);
        const auto message = outcome(redirect(302, location));
        CHECK(message.find("cannot be used") != std::string::npos);
        CHECK(message.find("hunter2") == std::string::npos);
    }
}

TEST_CASE("a chain of redirects is bounded, and its error shows it") {
    RedirectChain chain;
    chain.start(self);
    CHECK(follow(chain, redirect(302, "/1"), "GET", 2));
    CHECK(follow(chain, redirect(302, "/2"), "GET", 2));
    const auto refused = follow(chain, redirect(302, "/3"), "GET", 2);
    REQUIRE(!refused);
    CHECK(refused.error().message == "more than 2 redirects");
    CHECK(refused.error().detail
          == "https://h.example/v1/users/self -> https://h.example/1 -> https://h.example/2 -> https://h.example/3");
    CHECK(chain.url() == "https://h.example/2");
    chain.start(self);
    CHECK(!follow(chain, redirect(302, "/1"), "GET", 0));
}

TEST_CASE("a redirect never leads from https to http, and to another origin only where it is named") {
    const RedirectPolicy policy{.origins = {"https://files.example", "http://h.example"}};
    RedirectChain chain;
    chain.start(self);
    CHECK(chain.follow(redirect(302, "http://h.example/x"), "GET", policy).error().message
          == "the redirect leads from https to http");
    CHECK(chain.follow(redirect(302, "https://files.example:444/x"), "GET", policy).error().kind
          == ErrorKind::redirect);
    CHECK(!chain.has_left_origin());
    CHECK(chain.follow(redirect(302, "/x"), "GET", policy));
    CHECK(!chain.has_left_origin());
    CHECK(chain.follow(redirect(302, "https://FILES.example:443/x"), "GET", policy));
    CHECK(chain.url() == "https://FILES.example:443/x");
    CHECK(chain.has_left_origin());
}

TEST_CASE("an origin that was left once stays left, also after the way back and in the next chain") {
    RedirectChain chain;
    chain.start(self);
    const RedirectPolicy policy{.origins = {"https://files.example"}};
    CHECK(chain.follow(redirect(302, "https://files.example/x"), "GET", policy));
    CHECK(chain.follow(redirect(302, self), "GET", policy));
    CHECK(chain.url() == self);
    CHECK(chain.has_left_origin());
    chain.start(self);
    CHECK(chain.has_left_origin());
}
