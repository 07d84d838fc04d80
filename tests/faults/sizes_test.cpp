// Answers that are larger than what is taken, as they come or once they are decoded.
#include <doctest/doctest.h>

#include "broken_answer.hpp"
#include "gzipped.hpp"
#include "memory.hpp"
#include "sanitizers.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

using Connection = RawServer::Connection;

constexpr std::size_t mebibyte = std::size_t{1} << 20;
constexpr std::size_t limit = 64 * mebibyte;  // the default

/// The script makes the body exceed the limit, which takes no more memory than the limit and a bit.
Error check_memory(const RawServer::Script& script) {
    Error error;
    const auto taken = memory_taken_by([&] { error = failure_with(script); });
    if (!under_sanitizers) CHECK(taken < limit + 10'000'000);
    CHECK(error.kind == ErrorKind::too_large);
    CHECK(!error.is_transient);
    CHECK(error.message == "the body of the answer exceeds " + std::to_string(limit) + " bytes");
    return error;
}

RawServer::Script endless(std::string head, std::string piece) {
    return [head = std::move(head), piece = std::move(piece)](Connection& connection) {
        connection.read_request();
        connection.write(head);
        while (connection.write(piece)) {
        }
    };
}

/// A script that answers with this gzip, and its length.
RawServer::Script compressed(const std::string& gzip) {
    return answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + std::to_string(gzip.size())
                     + "\r\n\r\n" + gzip);
}

}  // namespace

TEST_CASE("fault 33: a length over the limit is refused before any of the body comes") {
    for (const auto* length : {"67108865", "9223372036854775807"}) {
        check_memory([&](Connection& connection) {
            connection.read_request();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + std::string(length) + "\r\n\r\n");
            connection.wait_for_close();
        });
    }
}

TEST_CASE("fault 33: a body without end is refused at the limit") {
    check_memory(endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                         "10000\r\n" + std::string(0x10000, ' ') + "\r\n"));
    check_memory(endless("HTTP/1.1 200 OK\r\n\r\n", std::string(0x10000, ' ')));
}

TEST_CASE("fault 33: the error of a service is known although its body has no end") {
    const auto error = failure_with(endless("HTTP/1.1 404 Not Found\r\n\r\n", std::string(0x10000, ' ')),
                                    {.limits = {.body = mebibyte}});
    CHECK(error.kind == ErrorKind::not_found);
    CHECK(error.status == 404);
}

TEST_CASE("fault 34: a gzip bomb is refused once what it decodes to passes the limit") {
    const auto bomb = gzip_bomb();
    CHECK(bomb.size() < mebibyte);
    check_memory(compressed(bomb));
    check_memory(compressed(repeated(gzipped(std::string(mebibyte, ' ')), 512)));
}

TEST_CASE("fault 34: a gzip bomb as the body of an error does not hide the status") {
    const auto error = failure_with("HTTP/1.1 403 Forbidden\r\nContent-Encoding: gzip\r\n\r\n" + gzip_bomb(),
                                    {.limits = {.body = mebibyte}});
    CHECK(error.kind == ErrorKind::permission);
}
