// Answers that are not HTTP, or not all of it.
#include <array>
#include <atomic>
#include <cstdio>
#include <random>
#include <thread>

#include <curl/curl.h>
#include <doctest/doctest.h>

#include "broken_answer.hpp"
#include "gzipped.hpp"
#include "memory.hpp"
#include "sanitizers.hpp"
#include "with.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

using Connection = RawServer::Connection;

const std::string ok = "HTTP/1.1 200 OK\r\n";
const std::string chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
const std::string organisation = R"({"organisation":{"id":"o","name":"n","emailAddress":"e","links":{}}})";
const std::string length = "Content-Length: " + std::to_string(organisation.size()) + "\r\n\r\n";

std::string in_chunk(const std::string& data) {
    std::array<char, 20> size{};
    std::snprintf(size.data(), size.size(), "%zx\r\n", data.size());
    return size.data() + data + "\r\n";
}

/// A script that sends the beginning, and then the same piece for ever.
RawServer::Script endless(std::string beginning, std::string piece) {
    return [beginning = std::move(beginning), piece = std::move(piece)](Connection& connection) {
        connection.read_request();
        connection.write(beginning);
        while (connection.write(piece)) {
        }
    };
}

struct Row {
    std::string answer;
    bool is_transient = false;
};

void check_protocol_errors(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        CAPTURE(row.answer);
        const auto error = failure_with(row.answer);
        CAPTURE(to_string(error));
        CHECK(error.kind == ErrorKind::protocol);
        CHECK(error.is_transient == row.is_transient);
    }
}

}  // namespace

TEST_CASE("fault 29: what does not begin like an HTTP answer is a protocol error") {
    std::vector<Row> rows;
    for (const auto* status_line : {"HTTP/1.9 200 OK",
                                    "HTTP/3 200 OK",
                                    "HTTP/2.0 200 OK",
                                    "HTTP/0.9 200 OK",
                                    "HTTP/1 200 OK",
                                    "HTTP/1.10 200 OK",
                                    "HTTP/11 200 OK",
                                    "HTTP 200 OK",
                                    "http/1.1 200 OK",
                                    "HTTP/1.1",
                                    "HTTP/1.1 ",
                                    "HTTP/1.1 2",
                                    "HTTP/1.1 20 OK",
                                    "HTTP/1.1 2000 OK",
                                    "HTTP/1.1 -200 OK",
                                    "HTTP/1.1 2x0 OK",
                                    "HTTP/1.1 abc OK",
                                    "HTTP/1.1 000 OK",
                                    "HTTP/1.1 099 OK",
                                    "HTTP/1.1  200 OK",
                                    "HTTP/1.1\t200 OK",
                                    "HTTP/1.1200 OK",
                                    " HTTP/1.1 200 OK",
                                    "\r\nHTTP/1.1 200 OK",
                                    "RTSP/1.0 200 OK",
                                    "ICY 200 OK",
                                    "SSH-2.0-OpenSSH_9.2",
                                    "220 mail.example.com ESMTP",
                                    "<html>",
                                    "{}"}) {
        rows.push_back({status_line + "\r\n"s + length + organisation});
    }
    rows.push_back({"HTTP/1.1 200 O\0K\r\n"s + length + organisation});
    rows.push_back({organisation});
    check_protocol_errors(rows);
}

TEST_CASE("fault 29: random bytes are a protocol error") {
    std::mt19937 random(29);  // NOLINT: the same in every run
    for (int i = 0; i < 200; ++i) {
        std::string bytes(1 + random() % 2000, '\0');
        for (auto& byte : bytes) byte = static_cast<char>(random());
        CAPTURE(i);
        CHECK(failure_with(bytes).kind == ErrorKind::protocol);
    }
}

TEST_CASE("fault 30: a chunked body that is not one is a protocol error") {
    const auto data = in_chunk(organisation);
    std::vector<Row> rows;
    for (const auto* size : {"x", "-1", "-5", "", " ", "0x45", "g", "FFFFFFFFFFFFFFFFF", "FFFFFFFFFFFFFFFF",
                             "8000000000000000", "99999999999999999999999999"}) {
        rows.push_back({chunked + size + "\r\n" + organisation + "\r\n0\r\n\r\n"});
    }
    rows.push_back({chunked + "5\r\n" + organisation + "\r\n0\r\n\r\n"});  // shorter than what follows
    rows.push_back({chunked + data + "\r\n0\r\n\r\n"});
    rows.push_back({chunked + data + "0\r\nno field\r\n\r\n"});
    for (const auto* coding :
         {"gzip", "identity", "bogus", "xchunked", "gzip, chunked", "chunked, chunked", "chunked;a=b"}) {
        rows.push_back({ok + "Transfer-Encoding: " + coding + "\r\n\r\n" + data + "0\r\n\r\n"});
    }
    check_protocol_errors(rows);
}

TEST_CASE("fault 30: a chunked body that is cut short anywhere is a protocol error, and may be asked for again") {
    const auto whole = chunked + in_chunk(organisation.substr(0, 20)) + in_chunk(organisation.substr(20)) + "0\r\n\r\n";
    std::vector<Row> rows;
    // libcurl takes a body as complete that lacks the very last byte of its end
    for (auto size = chunked.size(); size < whole.size() - 1; ++size) rows.push_back({whole.substr(0, size), true});
    rows.push_back({chunked + "7FFFFFFFFFFFFFFF\r\n" + organisation, true});
    check_protocol_errors(rows);
}

TEST_CASE("fault 31: header fields and informational answers without end are refused, and take little memory") {
    struct Endless {
        std::string beginning;
        std::string piece;
        ErrorKind kind = ErrorKind::too_large;
    };
    const bool knows_long_trailers = curl_version_info(CURLVERSION_NOW)->version_num >= 0x080600;  // as what they are
    const std::vector<Endless> rows{
        {ok, "X-Name: value\r\n"},
        {ok, "a:\r\n"},
        {ok + "X-Name: ", "value"},
        {"HTTP/1.1 200 ", "reason"},
        {"", "HTTP/1.1 100 Continue\r\n\r\n"},
        {"", "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n"},
        {chunked + in_chunk(organisation) + "0\r\n", "X-Trailer: value\r\n"},
        {chunked + in_chunk(organisation) + "0\r\nX-Trailer: ", "value",
         knows_long_trailers ? ErrorKind::too_large : ErrorKind::protocol},
        {chunked + "5;", "extension", ErrorKind::timeout},  // libcurl skips it as it comes
    };
    for (const auto& row : rows) {
        for (const std::size_t limit : {std::size_t{256} << 10, std::size_t{2} << 20}) {
            CAPTURE(row.piece);
            CAPTURE(limit);
            Error error;
            const auto script = endless(row.beginning, repeated(row.piece, 500));
            const ClientOptions options{.timeouts = {.call = 500ms}, .limits = {.headers = limit}};
            const auto taken = memory_taken_by([&] { error = failure_with(script, options); });
            CAPTURE(to_string(error));
            CHECK(error.kind == row.kind);
            if (!under_sanitizers) CHECK(taken < limit + 20'000'000);
        }
    }
}

TEST_CASE("fault 31: informational answers that drip end at the time limit") {
    const auto drip = [](Connection& connection) {
        connection.read_request();
        while (connection.drip("HTTP/1.1 102 Processing\r\n\r\n", 5ms)) {
        }
    };
    const auto error = failure_with(drip, {.timeouts = {.attempt = 300ms, .call = 300ms}});
    CHECK(error.kind == ErrorKind::timeout);
}

TEST_CASE("fault 31: an answer that only informs, or changes the protocol, is none") {
    check_protocol_errors({
        {"HTTP/1.1 100 Continue\r\n\r\n", true},
        {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n", true},
        {"HTTP/1.1 199 What\r\n\r\n", true},
        {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200", true},
        {"HTTP/1.1 100 Continue\r\n\r\n" + organisation},
        {"HTTP/1.1 101 Switching Protocols\r\n\r\n"},
        {"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n"},
        {"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n" + organisation},
        {"HTTP/1.1 101 Switching Protocols\r\n\r\n" + ok + length + organisation},
    });
}

TEST_CASE("fault 32: a line of the header that is no field is a protocol error") {
    std::vector<Row> rows;
    for (const auto& line :
         {"X: a\0b"s, "X\0Y: b"s, "no colon"s, ": no name"s, "X : blank before the colon"s, " folded"s,
          "X\x01: control character"s, "X: a\rb"s, "X Y: z"s, "HTTP/1.1 200 OK"s, " "s, "\t"s, " \t "s, "\rX: y"s,
          "A: b\r\n \r\nContent-Length: 7"s, "X: a\r\n folded"s, "Transfer-Encoding:\r\n chunked"s}) {
        rows.push_back({ok + line + "\r\n" + length + organisation});
    }
    check_protocol_errors(rows);
}

TEST_CASE("fault 32: contradictions about the length are a protocol error") {
    std::vector<Row> rows;
    const auto size = std::to_string(organisation.size());
    for (const auto& value : {"-1"s, "x"s, ""s, "+" + size, size + "x", size + ".0", "100000000000000000000000"s,
                              "9223372036854775808"s, size + ", 7", "7," + size}) {
        rows.push_back({ok + "Content-Length: " + value + "\r\n\r\n" + organisation});
    }
    rows.push_back({ok + "Content-Length: 1\r\n" + length + organisation});
    rows.push_back({ok + "Content-Length: 9999\r\n" + length + organisation});
    check_protocol_errors(rows);
}

TEST_CASE("fault 32: bytes that come with an answer and follow its end are a protocol error") {
    std::vector<Row> rows;
    for (const auto& excess : {"x"s, "\r\n"s, ok + length + organisation, std::string(10'000, 'x')}) {
        rows.push_back({ok + length + organisation + excess});
        rows.push_back({ok + "Connection: close\r\n" + length + organisation + excess});
        rows.push_back({chunked + in_chunk(organisation) + "0\r\n\r\n" + excess});
        rows.push_back({"HTTP/1.1 204 No Content\r\n\r\n" + excess});
    }
    check_protocol_errors(rows);
}

TEST_CASE("fault 32: bytes that come after an answer are not taken for the next one") {
    const auto forged = ok + "Content-Length: 12\r\n\r\n{\"forged\":1}";
    for (const auto& excess : {"x"s, forged, forged + forged}) {
        CAPTURE(excess);
        std::atomic<int> written = 0;
        RawServer server([&](Connection& connection) {
            for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
                connection.write(answer_to(request));
                connection.pause(100ms);  // so that the answer has been taken as it was
                connection.write(excess);
                ++written;
            }
        });
        const auto client = organisations_at(server.base_url(), {.retry = {.attempts = 1}});
        int asked = 0;
        for (const auto* id : {"a", "b", "c"}) {
            CHECK(gets(client, id));
            ++asked;
            while (written < asked) std::this_thread::sleep_for(1ms);  // else it would come after the next request
        }
    }
}

TEST_CASE("what HTTP allows is taken: bare line feeds, no reason, no length, trailers, chunk extensions") {
    const auto at_once = in_chunk(organisation);
    for (const auto& answer :
         {"HTTP/1.1 200 OK\n" + ("Content-Length: " + std::to_string(organisation.size())) + "\n\n" + organisation,
          "HTTP/1.1 200\r\n" + length + organisation, "HTTP/1.0 200 OK\r\n\r\n" + organisation,
          ok + "\r\n" + organisation, chunked + at_once + "0\r\nX-Trailer: x\r\n\r\n",
          chunked + with(at_once, "\r\n", ";a=b\r\n") + "0\r\n\r\n",
          ok + "Content-Length: 7\r\nTransfer-Encoding: chunked\r\n\r\n" + at_once + "0\r\n\r\n",
          "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + ok + length + organisation,
          ok + "Content-Length: " + std::to_string(organisation.size()) + "\r\n" + length + organisation,
          ok + "X-Empty:\r\nX-Name: \xc3\xa9\r\n" + length + organisation}) {
        CAPTURE(answer);
        RawServer server(answering(answer));
        CHECK(gets(organisations_at(server.base_url(), {.retry = {.attempts = 1}}), "o"));
    }
}
