#include <sstream>

#include <doctest/doctest.h>

#include <usagekit/result.hpp>

using namespace usagekit;

namespace {

Error full() {
    return {.kind = ErrorKind::rate_limited,
            .message = "Slow down.",
            .detail = "limit 10/s",
            .advice = "wait",
            .status = 429,
            .code = "TOO_MANY",
            .method = "GET",
            .url = "https://api.example.com/x",
            .json_path = "$.a",
            .attempts = 3,
            .retry_after = std::chrono::seconds{7},
            .request_id = "abc"};
}

Result<int> failed() { return full(); }

}  // namespace

TEST_CASE("an error prints what, where, why, after how many attempts, and what to do, on one line") {
    CHECK(to_string(full()) ==
          "GET https://api.example.com/x: rate_limited (429 TOO_MANY): $.a: Slow down (limit 10/s), after 3 attempts, "
          "retry after 7 s, request abc; wait");
}

TEST_CASE("an error of any kind prints all that it knows, each part once, but the body") {
    for (int i = 0; i <= static_cast<int>(ErrorKind::decode); ++i) {
        auto error = full();
        error.kind = static_cast<ErrorKind>(i);
        error.body = "<html>";
        const auto line = to_string(error);
        CAPTURE(line);
        std::size_t at = 0;
        for (const auto& part :
             {std::string("GET"), error.url, std::string(to_string(error.kind)), std::string("429"), error.code,
              error.json_path, std::string("Slow down"), error.detail, std::string("after 3 attempts"),
              std::string("retry after 7 s"), error.request_id, error.advice}) {
            CAPTURE(part);
            at = line.find(part, at);
            REQUIRE(at != std::string::npos);
            at += part.size();
        }
        CHECK(at == line.size());
        CHECK(line.find('\n') == std::string::npos);
        CHECK(line.find(error.body) == std::string::npos);
    }
}

TEST_CASE("an error says how often its request was sent, also when that was once") {
    const auto line_after = [](int attempts) {
        return to_string(Error{.kind = ErrorKind::network, .message = "it broke", .attempts = attempts});
    };
    CHECK(line_after(0) == "network: it broke");
    CHECK(line_after(1) == "network: it broke, after 1 attempt");
    CHECK(line_after(2) == "network: it broke, after 2 attempts");
}

TEST_CASE("an error without a request prints no method and no gaps") {
    CHECK(to_string(Error{.kind = ErrorKind::invalid_request, .message = "the token is empty", .method = "GET"})
          == "invalid_request: the token is empty");
}

TEST_CASE("a code that only repeats the status is printed once") {
    CHECK(to_string(Error{.kind = ErrorKind::not_found, .message = "gone", .status = 404, .code = "404"})
          == "not_found (404): gone");
}

TEST_CASE("line breaks and terminal controls of a provider's message are printed as escapes") {
    CHECK(to_string(Error{.kind = ErrorKind::server,
                          .message = "a\nb\x1b[2Jc\xC2\x9B"
                                     "d\xFF"})
          == "server: a\\nb\\x1b[2Jc\\xc2\\x9bd\\xff");
    CHECK(to_string(Error{.kind = ErrorKind::server, .message = "caf\xC3\xA9 \xE2\x82\xAC"})
          == "server: caf\xC3\xA9 \xE2\x82\xAC");
}

TEST_CASE("value() without a value throws an Exception that carries the whole error") {
    try {
        static_cast<void>(failed().value());
        FAIL("value() did not throw");
    } catch (const Exception& exception) {
        CHECK(exception.error() == full());
        CHECK(exception.what() == to_string(full()));
    }
}

TEST_CASE("every kind has a name of its own") {
    std::ostringstream names;
    for (int i = 0; i <= static_cast<int>(ErrorKind::decode); ++i) names << static_cast<ErrorKind>(i) << ' ';
    CHECK(names.str() ==
          "invalid_request authentication permission not_found conflict rate_limited rejected server redirect network "
          "tls timeout cancelled protocol too_large decode ");
}
