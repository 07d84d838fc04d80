#include "http/framing.hpp"

#include <doctest/doctest.h>

using namespace usagekit;
using http::Encoding;
using http::Headers;

namespace {

template <class Value>
std::string message_of(const Result<Value>& result) {
    REQUIRE(!result);
    CHECK(result.error().kind == ErrorKind::protocol);
    CHECK(!result.error().is_transient);
    CHECK(!result.error().advice.empty());
    return result.error().message;
}

}  // namespace

TEST_CASE("a length counts when it is one number, however often it stands there") {
    struct Row {
        Headers headers;
        std::optional<std::size_t> length;
    };
    const Row rows[] = {
        {{}, std::nullopt},
        {{{"content-length", "0"}}, 0},
        {{{"Content-Length", "9223372036854775807"}}, 9223372036854775807U},
        {{{"Content-Length", "007"}}, 7},
        {{{"Content-Length", "5"}, {"CONTENT-LENGTH", "5"}}, 5},
        {{{"Content-Length", "5, 5"}}, 5},
    };
    for (const auto& row : rows) {
        const auto framing = http::framing(row.headers);
        REQUIRE(framing);
        CHECK(framing.value().length == row.length);
        CHECK(!framing.value().is_chunked);
    }
}

TEST_CASE("a length that is no number, does not fit or contradicts another is refused") {
    for (const auto* text : {"", "x", "-1", "+5", "5x", "5 5", "0x5", "5.0", "1e3", "9223372036854775808", "5,",
                             "100000000000000000000000", "5,6"}) {
        CAPTURE(text);
        CHECK(message_of(http::framing({{"Content-Length", text}})).find("announces") != std::string::npos);
    }
    CHECK(message_of(http::framing({{"Content-Length", "5"}, {"Content-Length", "6"}}))
          == "the answer announces several lengths of its body");
    CHECK(message_of(http::framing({{"Content-Length", "5x"}})) == "the answer announces a body of \"5x\" bytes");
}

TEST_CASE("chunks count more than a length, and are the only transfer coding") {
    const auto framing = http::framing({{"Content-Length", "5"}, {"Transfer-Encoding", "Chunked"}});
    REQUIRE(framing);
    CHECK(framing.value().is_chunked);
    CHECK(!framing.value().length);
    for (const auto* coding :
         {"", "gzip", "identity", "xchunked", "chunked, chunked", "gzip, chunked", "chunked;q=1"}) {
        CAPTURE(coding);
        CHECK(message_of(http::framing({{"Transfer-Encoding", coding}})).find("transfer coding") != std::string::npos);
    }
    CHECK(message_of(http::framing({{"Transfer-Encoding", "gzip"}, {"Transfer-Encoding", "chunked"}}))
          == "the answer has the transfer coding \"gzip, chunked\"");
}

TEST_CASE("gzip is the only content encoding") {
    CHECK(http::encoding({}).value() == Encoding::identity);
    for (const auto* name : {"identity", "", "Identity, identity"}) {
        CHECK(http::encoding({{"Content-Encoding", name}}).value() == Encoding::identity);
    }
    for (const auto* name : {"gzip", "GZIP", "x-gzip", "identity, gzip"}) {
        CHECK(http::encoding({{"content-encoding", name}}).value() == Encoding::gzip);
    }
    for (const auto* name : {"br", "deflate", "gzip, gzip", "zstd", "none"}) {
        CHECK(message_of(http::encoding({{"Content-Encoding", name}}))
              == "the answer has the content encoding \"" + std::string(name) + "\"");
    }
    CHECK(!http::encoding({{"Content-Encoding", "gzip"}, {"Content-Encoding", "gzip"}}));
}

TEST_CASE("a status line has a version, one blank and three digits") {
    for (const auto* line : {"HTTP/1.1 200 OK\r\n", "HTTP/1.0 200\r\n", "HTTP/2 200 \r\n", "HTTP/1.1 200 \n"}) {
        CAPTURE(line);
        CHECK(http::status_of(line) == 200);
    }
    CHECK(http::status_of("HTTP/1.1 599 ?\r\n") == 599);
    for (const auto* line : {"", "HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 20", "HTTP/1.1 200", "HTTP/1.1 2000 OK\r\n",
                             "HTTP/1.1  200 OK\r\n", "HTTP/1.1 2x0 OK\r\n", "HTTP/1.1 -20 OK\r\n",
                             "HTTP/1.1 000 OK\r\n", "HTTP/1.1\t200 OK\r\n", "http/1.1 200 OK\r\n",
                             "HTTP/2.0 200 OK\r\n", "HTTP/1.9 200 OK\r\n", "ICY 200 OK\r\n", " HTTP/1.1 200 OK\r\n"}) {
        CAPTURE(line);
        CHECK(!http::status_of(line));
    }
}
