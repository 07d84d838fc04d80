// Whatever bytes come: a call has a result or an error that says what is wrong, and it ends.
#include <doctest/doctest.h>

#include "broken_answer.hpp"
#include "gzipped.hpp"
#include "mutation.hpp"

using namespace usagekit;

namespace {

const std::string organisation = R"({"organisation":{"id":"o","name":"n","emailAddress":"e","links":{"self":"/v1"}}})";

std::string framed(const std::string& fields, const std::string& body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + fields
           + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

const std::vector<std::string> valid_answers{
    framed("", organisation),
    framed("Content-Encoding: gzip\r\n", gzipped(organisation)),
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n" + organisation.substr(0, 16) + "\r\n5;x=y\r\n"
        + organisation.substr(16, 5) + "\r\n0\r\nTrailer: t\r\n\r\n",
    "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + framed("X-A: b\r\n", organisation),
    "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "HTTP/1.1 302 Found\r\nLocation: /v1/organisations/x\r\nContent-Length: 0\r\n\r\n",
};

/// One of the valid answers, with a few edits.
std::string spoilt_answer(Mutation& mutation) { return mutation(valid_answers[mutation.below(valid_answers.size())]); }

/// An answer that is valid but for its body, which is any bytes, or the right one with a few edits.
std::string answer_with_any_body(Mutation& mutation) {
    const auto body = mutation.below(2) == 0 ? mutation.bytes(300) : mutation(organisation);
    return mutation.below(2) == 0 ? framed("", body) : framed("Content-Encoding: gzip\r\n", gzipped(body));
}

/// Asks as often, each time on a new connection that gets the next of the answers; they are the same in every run.
void ask(std::size_t times, std::string (*next)(Mutation&)) {
    RawServer server([&](RawServer::Connection& connection) {
        Mutation mutation(static_cast<std::uint32_t>(connection.number()));
        connection.read_request();
        connection.write(next(mutation));
    });
    const auto client =
        organisations_at(server.base_url(), {.timeouts = {.call = std::chrono::seconds{5}}, .retry = {.attempts = 1}});
    while (server.connections() < times) {
        const auto result = client.organisation(wiremock::OrganisationId{"o"}).get();
        CAPTURE(server.connections());
        if (result) continue;
        const auto error = error_of(result, organisation_token);
        CHECK(!error.message.empty());
        CHECK(error.kind != ErrorKind::timeout);
        CHECK(error.kind != ErrorKind::invalid_request);
    }
}

}  // namespace

TEST_CASE("any change to an answer gives a result or a typed error, and nothing hangs") { ask(3000, spoilt_answer); }

TEST_CASE("any bytes as a body give a result or a typed error, and nothing hangs") { ask(3000, answer_with_any_body); }
