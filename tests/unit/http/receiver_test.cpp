#include "http/receiver.hpp"

#include <doctest/doctest.h>

using namespace usagekit;
using http::Receiver;

namespace {

Receiver receiver(http::Limits limits = {}, bool has_body = true) {
    Receiver started;
    started.start(limits, has_body);
    return started;
}

void take(Receiver& target, std::initializer_list<const char*> lines) {
    for (const auto* line : lines) REQUIRE(target.take_header(line));
}

}  // namespace

TEST_CASE("header fields and body of an answer are taken apart from informational answers and trailers") {
    auto answer = receiver();
    take(answer, {"HTTP/1.1 103 Early Hints\r\n", "Link: x\r\n", "\r\n"});
    take(answer, {"HTTP/1.1 200 OK\r\n", "Content-Type:  application/json \r\n", "X-Empty:\r\n", "\r\n"});
    CHECK(answer.take_body("{\"a\""));
    CHECK(answer.take_body(":1}"));
    take(answer, {"Trailer: later\r\n"});
    CHECK(!answer.problem());
    const auto response = answer.take_response();
    CHECK(response.headers == http::Headers{{"Content-Type", "application/json"}, {"X-Empty", ""}});
    CHECK(response.body == "{\"a\":1}");
}

TEST_CASE("what begins without a status line is no HTTP, and a TLS alert says what it is") {
    auto alert = receiver();
    CHECK(!alert.take_body("\x15\x03\x03"));
    CHECK(alert.problem().value().kind == ErrorKind::tls);
    for (const auto* bytes : {"SSH-2.0-OpenSSH_9.2\r\n", "\x15", "\x15\x02", ""}) {
        auto other = receiver();
        CHECK(!other.take_body(bytes));
        CHECK(other.problem().value().kind == ErrorKind::protocol);
    }
}

TEST_CASE("a body is taken up to its limit and refused beyond it") {
    auto answer = receiver({.body = 5});
    take(answer, {"HTTP/1.1 200 OK\r\n", "\r\n"});
    CHECK(answer.take_body("123"));
    CHECK(answer.take_body("45"));
    CHECK(!answer.take_body("6"));
    REQUIRE(answer.problem());
    CHECK(answer.problem()->kind == ErrorKind::too_large);
    CHECK(to_string(*answer.problem())
          == "too_large: the body of the answer exceeds 5 bytes; raise Limits::body if such an answer is expected");
}

TEST_CASE("the body of an error is cut at the limit, and the answer is kept") {
    auto answer = receiver({.body = 5});
    take(answer, {"HTTP/1.1 503 Busy\r\n", "Content-Length: 900\r\n", "\r\n"});
    CHECK(answer.take_body("123"));
    CHECK(!answer.take_body("456"));
    CHECK(answer.has_stopped());
    CHECK(!answer.problem());
    CHECK(answer.take_response().body == "123");
}

TEST_CASE("an announced length over the limit is refused before the body comes, unless none will") {
    const auto announced = [](Receiver answer) {
        static_cast<void>(answer.take_header("HTTP/2 200\r\n"));
        static_cast<void>(answer.take_header("content-length: 900\r\n"));
        return answer.take_header("\r\n");
    };
    CHECK(!announced(receiver({.body = 5})));
    CHECK(announced(receiver({.body = 900})));
    CHECK(announced(receiver({.body = 5}, false)));
}

TEST_CASE("an answer for which there is no memory is too large") {
    auto answer = receiver();
    answer.give_up();
    CHECK(answer.has_stopped());
    CHECK(answer.problem()->kind == ErrorKind::too_large);
}

TEST_CASE("header lines are taken up to their limit, informational answers included") {
    auto answer = receiver({.headers = 60});
    take(answer, {"HTTP/1.1 100 Continue\r\n", "\r\n"});
    take(answer, {"HTTP/1.1 100 Continue\r\n", "\r\n"});
    CHECK(!answer.take_header("HTTP/1.1 100 Continue\r\n"));
    CHECK(answer.problem()->kind == ErrorKind::too_large);
}

TEST_CASE("an answer that ends inside its header fields is no answer") {
    auto answer = receiver();
    take(answer, {"HTTP/1.1 200 OK\r\n", "Content-Type: application/json\r\n"});
    REQUIRE(answer.problem());
    CHECK(answer.problem()->kind == ErrorKind::protocol);
}

TEST_CASE("an announced length takes no memory before the bytes come") {
    auto answer = receiver();
    take(answer, {"HTTP/1.1 200 OK\r\n", "Content-Length: 60000000\r\n", "\r\n"});
    CHECK(answer.take_body("x"));
    CHECK(answer.take_response().body.capacity() < 2'000'000);
}

TEST_CASE("a receiver that starts again forgets what was before") {
    auto answer = receiver({.body = 1});
    take(answer, {"HTTP/1.1 200 OK\r\n", "A: b\r\n", "\r\n"});
    CHECK(!answer.take_body("12"));
    answer.start({});
    CHECK(!answer.has_stopped());
    CHECK(answer.take_response().headers.empty());
}
