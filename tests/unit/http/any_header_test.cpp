// Whatever header block and body come: a receiver has an answer or says what is wrong.
#include <doctest/doctest.h>

#include "gzipped.hpp"
#include "http/receiver.hpp"
#include "mutation.hpp"

using namespace usagekit;

namespace {

/// Feeds lines and then the body, until it is refused.
void feed(http::Receiver& receiver, std::string_view header, std::string_view body) {
    while (!header.empty()) {
        const auto size = std::min(header.find('\n'), header.size() - 1) + 1;
        if (!receiver.take_header(header.substr(0, size))) return;
        header.remove_prefix(size);
    }
    while (!body.empty() && receiver.take_body(body.substr(0, 50)))
        body.remove_prefix(std::min<std::size_t>(50, body.size()));
}

}  // namespace

TEST_CASE("any header block and any body give an answer, or an error with an advice") {
    const std::string headers[] = {
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 70\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/2 500 \r\ncontent-encoding: x-gzip\r\ncontent-length: 70, 70\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
    };
    const auto body = gzipped("some text that is worth to be compressed, some text that is worth to be compressed");
    Mutation mutation(4);
    int answers = 0;
    for (int i = 0; i < 20'000; ++i) {
        http::Receiver receiver;
        receiver.start({.body = 100, .headers = 150}, mutation.below(10) > 0);
        const auto header = headers[mutation.below(std::size(headers))];
        feed(receiver, mutation.below(5) > 0 ? mutation(header) : header,
             mutation.below(2) > 0 ? mutation(body) : body);
        const auto problem = receiver.problem();
        if (problem) {
            CHECK(!problem->message.empty());
            CHECK(!problem->advice.empty());
        } else {
            ++answers;
            CHECK(receiver.take_response().body.size() <= 100);
        }
    }
    CHECK(answers > 1'000);
    CHECK(answers < 19'000);
}
