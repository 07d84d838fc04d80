#include "http/receiver.hpp"

#include <doctest/doctest.h>

#include "gzipped.hpp"

using namespace usagekit;
using http::Receiver;

namespace {

Receiver receiver(http::Limits limits = {}, bool has_body = true) {
    Receiver started;
    started.start(limits, has_body);
    return started;
}

/// One that has taken the header fields of this answer.
Receiver answer_of(std::string_view status_line, std::initializer_list<const char*> fields, http::Limits limits = {},
                   bool has_body = true) {
    auto answer = receiver(limits, has_body);
    REQUIRE(answer.take_header(std::string(status_line) + "\r\n"));
    for (const auto* field : fields) REQUIRE(answer.take_header(std::string(field) + "\r\n"));
    REQUIRE(answer.take_header("\r\n"));
    return answer;
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

TEST_CASE("the body of an error is dropped when it exceeds the limit, and the answer is kept") {
    auto answer = receiver({.body = 5});
    take(answer, {"HTTP/1.1 503 Busy\r\n", "Content-Length: 900\r\n", "\r\n"});
    CHECK(answer.take_body("123"));
    CHECK(!answer.take_body("456"));
    CHECK(answer.has_stopped());
    CHECK(!answer.problem());
    CHECK(answer.take_response().body.empty());
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

TEST_CASE("a body that is shorter than announced is no answer, unless none was to come") {
    auto answer = answer_of("HTTP/1.1 200 OK", {"Content-Length: 5"});
    CHECK(answer.take_body("1234"));
    CHECK(!answer.end_without_body());
    REQUIRE(answer.problem());
    CHECK(answer.problem()->kind == ErrorKind::protocol);
    CHECK(answer.problem()->is_transient);
    CHECK(answer.problem()->message == "the answer announces a body of 5 bytes, and 4 came");
    CHECK(answer.take_body("5"));
    CHECK(!answer.problem());
    CHECK(!answer_of("HTTP/1.1 200 OK", {"Content-Length: 5"}, {}, false).problem());
    CHECK(!answer_of("HTTP/1.1 204 No Content", {"Content-Length: 5"}).problem());
    CHECK(!answer_of("HTTP/1.1 304 Not Modified", {"Content-Length: 5", "Content-Encoding: br"}).problem());
}

TEST_CASE("an error's body that is shorter than announced, or breaks off, is dropped, and the answer is kept") {
    for (const bool breaks_off : {false, true}) {
        auto answer = answer_of("HTTP/1.1 404 Not Found", {"Content-Length: 5", "Retry-After: 7"});
        CHECK(answer.take_body("1234"));
        if (breaks_off) CHECK(answer.end_without_body());
        CHECK(!answer.problem());
        const auto response = answer.take_response();
        CHECK(response.body.empty());
        CHECK(response.headers.find("Retry-After") == "7");
    }
    auto unfinished = receiver();
    take(unfinished, {"HTTP/1.1 404 Not Found\r\n", "Content-Length: 5\r\n"});
    CHECK(!unfinished.end_without_body());
    CHECK(unfinished.problem());
}

TEST_CASE("an answer with more bytes than it announces is refused") {
    auto answer = answer_of("HTTP/1.1 200 OK", {"Content-Length: 1"});
    CHECK(answer.take_body("1"));
    CHECK(!answer.problem());
    answer.note_excess();
    REQUIRE(answer.problem());
    CHECK(answer.problem()->kind == ErrorKind::protocol);
    CHECK(!answer.problem()->is_transient);
}

TEST_CASE("lines that are no status line or no field refuse the answer, and so does a change of the protocol") {
    CHECK(!receiver().take_header("HTTP/1.9 200 OK\r\n"));
    CHECK(!receiver().take_body("<html>"));
    for (const auto* line :
         {"no colon\r\n", " folded\r\n", " \r\n", "\t\r\n", "\r", "Name : x\r\n", "HTTP/1.1 200 OK\r\n"}) {
        CAPTURE(line);
        auto answer = receiver();
        take(answer, {"HTTP/1.1 200 OK\r\n", "A: b\r\n", line, "C: d\r\n"});
        CHECK(!answer.take_header("\r\n"));
        CHECK(answer.problem()->kind == ErrorKind::protocol);
        CHECK(!answer.problem()->is_transient);
    }
    auto answer = receiver();
    take(answer, {"HTTP/1.1 101 Switching Protocols\r\n", "Upgrade: h2c\r\n"});
    CHECK(!answer.take_header("\r\n"));
    CHECK(answer.problem()->kind == ErrorKind::protocol);
}

TEST_CASE("an answer that ends after an informational one is cut short") {
    auto answer = receiver();
    CHECK(answer.problem()->is_transient);
    take(answer, {"HTTP/1.1 100 Continue\r\n", "\r\n"});
    CHECK(answer.awaits_headers());
    CHECK(answer.problem()->is_transient);
}

TEST_CASE("a compressed body is decoded, and refused when it is damaged or cut short") {
    const auto packed = gzipped("some text");
    struct Row {
        std::string body;
        std::string_view message;
        bool is_transient = false;
    };
    const Row rows[] = {
        {packed, ""},
        {packed.substr(0, packed.size() - 8), "the compressed body of the answer is cut short", true},
        {"", "the compressed body of the answer is cut short", true},
        {"some text", "the body of the answer is announced as gzip, and is not"},
        {packed + packed + "text", "the body of the answer is announced as gzip, and is not"},
    };
    for (const auto& row : rows) {
        auto answer = answer_of("HTTP/1.1 200 OK", {"Content-Encoding: gzip"});
        static_cast<void>(answer.take_body(row.body));
        CHECK(answer.problem().value_or(Error{}).message == row.message);
        CHECK(answer.problem().value_or(Error{}).is_transient == row.is_transient);
        if (row.message.empty()) CHECK(answer.take_response().body == "some text");
    }
}

TEST_CASE("the limit counts what a body decodes to, and what is announced only when it is not compressed") {
    const auto packed = gzipped("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    auto answer = answer_of("HTTP/1.1 200 OK", {"Content-Encoding: gzip"}, {.body = 46});
    CHECK(!answer.take_body(packed));
    CHECK(answer.problem()->kind == ErrorKind::too_large);
    const auto length = "Content-Length: " + std::to_string(packed.size());
    auto enough = answer_of("HTTP/1.1 200 OK", {"Content-Encoding: gzip", length.c_str()}, {.body = 47});
    CHECK(enough.take_body(packed));
    CHECK(!enough.problem());
}

TEST_CASE("a body that nobody can read is dropped from an error, whose status counts more") {
    struct Row {
        const char* encoding;
        std::string body;
    };
    const Row rows[] = {
        {"br", "bytes"}, {"gzip, gzip", gzipped("x")}, {"gzip", "bytes"}, {"gzip", gzipped("text").substr(0, 20)}};
    for (const auto& row : rows) {
        auto answer =
            answer_of("HTTP/1.1 401 Unauthorized", {(std::string("Content-Encoding: ") + row.encoding).c_str()});
        CHECK(answer.take_body(row.body));
        CHECK(answer.take_body("and more"));
        CHECK(!answer.problem());
        CHECK(answer.take_response().body.empty());
    }
    auto endless = answer_of("HTTP/1.1 500 Oh", {"Content-Encoding: br"}, {.body = 100});
    CHECK(endless.take_body(std::string(100, 'x')));
    CHECK(!endless.take_body("x"));
    CHECK(!endless.problem());
}

TEST_CASE("contradictions in how an answer is framed refuse it, whatever its status is") {
    for (const auto* status : {"HTTP/1.1 200 OK\r\n", "HTTP/1.1 500 Oh\r\n"}) {
        auto answer = receiver();
        take(answer, {status, "Content-Length: 5\r\n", "Content-Length: 6\r\n"});
        CHECK(!answer.take_header("\r\n"));
        CHECK(answer.problem()->kind == ErrorKind::protocol);
    }
}
