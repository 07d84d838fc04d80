// Compressed bodies that are damaged, cut short or encoded in another way.
#include <doctest/doctest.h>

#include "broken_answer.hpp"
#include "gzipped.hpp"

using namespace usagekit;

namespace {

const std::string organisation = R"({"organisation":{"id":"o","name":"n","emailAddress":"e","links":{}}})";

std::string encoded(const std::string& encodings, const std::string& body, const std::string& status = "200 OK") {
    return "HTTP/1.1 " + status + "\r\nContent-Encoding: " + encodings
           + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string changed(std::string bytes, std::size_t at) {
    bytes.at(at) = static_cast<char>(bytes.at(at) ^ 0x55);
    return bytes;
}

}  // namespace

TEST_CASE("fault 35: a body that is announced as gzip and is not is a protocol error") {
    const auto gzip = gzipped(organisation);
    for (const auto& body :
         {organisation, changed(gzip, 0), changed(gzip, 1), changed(gzip, 2),  // header
          changed(gzip, gzip.size() - 8), changed(gzip, gzip.size() - 1),      // checksum, length
          changed(gzip, gzip.size() / 2), gzip + "tail", gzip + std::string(5, '\0'), gzip + gzip + "\n\n"}) {
        const auto error = failure_with(encoded("gzip", body));
        CHECK(error.kind == ErrorKind::protocol);
        CHECK(!error.is_transient);
        CHECK(error.message == "the body of the answer is announced as gzip, and is not");
        CHECK(!error.detail.empty());
        CHECK(error.status == 200);
    }
}

TEST_CASE("fault 35: gzip that is cut short anywhere is a protocol error, and may be asked for again") {
    const auto gzip = gzipped(organisation);
    for (std::size_t size = 0; size < gzip.size(); ++size) {
        CAPTURE(size);
        const auto error = failure_with(encoded("gzip", gzip.substr(0, size)));
        CHECK(error.kind == ErrorKind::protocol);
        CHECK(error.is_transient);
        CHECK(error.message == "the compressed body of the answer is cut short");
    }
}

TEST_CASE("fault 35: another encoding, or several, is a protocol error that names it") {
    const auto gzip = gzipped(organisation);
    for (const auto* name : {"br", "deflate", "zstd", "compress", "bogus", "gzip, gzip", "gzip,br", "gzip gzip"}) {
        CAPTURE(name);
        const auto error = failure_with(encoded(name, gzip));
        CHECK(error.kind == ErrorKind::protocol);
        CHECK(!error.is_transient);
        CHECK(error.message.starts_with("the answer has the content encoding \""
                                        + std::string(name).substr(0, 4).substr(0, 2)));
    }
    auto nine = gzip;
    std::string fields;
    for (int i = 1; i < 9; ++i) {
        nine = gzipped(nine);
        fields += "gzip\r\nContent-Encoding: ";
    }
    CHECK(failure_with(encoded(fields + "gzip", nine)).kind == ErrorKind::protocol);
    CHECK(failure_with(encoded("gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip", nine)).kind
          == ErrorKind::protocol);
}

TEST_CASE("fault 35: the error of a service is known although nobody can read its body") {
    const auto gzip = gzipped(R"({"message":"no"})");
    for (const auto& answer :
         {encoded("br", "bytes", "401 Unauthorized"), encoded("gzip", "bytes", "401 Unauthorized"),
          encoded("gzip", gzip.substr(0, gzip.size() - 8), "401 Unauthorized"),
          encoded("gzip, gzip", gzip, "401 Unauthorized"), encoded("gzip", "", "401 Unauthorized")}) {
        const auto error = failure_with(answer);
        CHECK(error.kind == ErrorKind::authentication);
        CHECK(error.status == 401);
        CHECK(error.body.empty());
    }
}

TEST_CASE("gzip is decoded, in one member or several, also under its other name") {
    const auto two = gzipped(organisation.substr(0, 10)) + gzipped(organisation.substr(10));
    for (const auto& answer : {encoded("gzip", gzipped(organisation)), encoded("x-gzip", gzipped(organisation)),
                               encoded("GZip", two), encoded("identity", organisation), encoded("", organisation)}) {
        RawServer server(answering(answer));
        CHECK(gets(organisations_at(server.base_url(), {.retry = {.attempts = 1}}), "o"));
        CHECK(server.requests().at(0).find("Accept-Encoding: gzip\r\n") != std::string::npos);
    }
}
