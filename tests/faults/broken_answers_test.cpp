// Connections that break while the answer is awaited or comes.
#include <doctest/doctest.h>

#include "broken_answer.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

using Connection = RawServer::Connection;

const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n";

/// A script that sends this beginning of an answer, and resets the connection.
RawServer::Script resetting_after(std::string beginning) {
    return [beginning = std::move(beginning)](Connection& connection) {
        connection.read_request();
        connection.write(beginning);
        if (!beginning.empty()) connection.pause(20ms);  // a reset may overtake what was written
        connection.reset();
    };
}

}  // namespace

TEST_CASE("fault 25: a connection that is reset, before or inside the answer, is a network error") {
    for (const auto& beginning :
         {std::string(), std::string("HTTP/1.1 2"), head.substr(0, 40), head, head + "{\"a\":"}) {
        CAPTURE(beginning);
        const auto error = failure_with(resetting_after(beginning));
        CHECK(error.kind == ErrorKind::network);
        CHECK(error.is_transient);
        CHECK(error.detail.find("reset") != std::string::npos);
    }
}

TEST_CASE("fault 25: a connection that is closed without an answer is a network error") {
    const auto error = failure_with("");
    CHECK(error.kind == ErrorKind::network);
    CHECK(error.is_transient);
}

TEST_CASE("fault 25: an answer that ends before its end is a protocol error, and may be asked for again") {
    const auto answer = head + R"({"organisation":)";
    for (std::size_t size = 1; size <= answer.size(); ++size) {
        CAPTURE(size);
        const auto error = failure_with(answer.substr(0, size));
        CAPTURE(to_string(error));
        // a status line that is not complete may be anything
        if (size < std::string_view("HTTP/1.1 200 OK\r\n").size()) {
            CHECK((error.kind == ErrorKind::protocol || error.kind == ErrorKind::network));
            continue;
        }
        CHECK(error.kind == ErrorKind::protocol);
        CHECK(error.is_transient);
        CHECK(
            error.message
            == (size < head.size() ? "the answer ended inside its header fields" : "the answer ended inside its body"));
    }
}

TEST_CASE("fault 25: an error's answer that is not whole is no answer either") {
    for (const auto* status : {"401 Unauthorized", "404 Not Found", "503 Service Unavailable", "302 Found"}) {
        const auto error = failure_with("HTTP/1.1 " + std::string(status) + "\r\nContent-Length: 10\r\n\r\nhalf");
        CHECK(error.kind == ErrorKind::protocol);
        CHECK(error.is_transient);
    }
}

TEST_CASE("fault 25: what WireMock can break is never a success") {
    struct Row {
        std::string_view response;
        ErrorKind kind;
    };
    static constexpr Row rows[] = {
        {R"("status":200,"fault":"CONNECTION_RESET_BY_PEER")", ErrorKind::network},
        {R"("status":200,"fault":"EMPTY_RESPONSE")", ErrorKind::network},
        {R"("status":200,"fault":"MALFORMED_RESPONSE_CHUNK")", ErrorKind::protocol},
        {R"("status":200,"fault":"RANDOM_DATA_THEN_CLOSE")", ErrorKind::protocol},
        {R"("status":200,"body":"{}","headers":{"Content-Length":"50"})", ErrorKind::protocol},
    };
    auto& host = fresh_host();
    const auto client = organisations_at(host.base_url(), {.timeouts = {.attempt = 2s}, .retry = {.attempts = 1}});
    for (const auto& row : rows) {
        CAPTURE(row.response);
        host.reset();
        host.stub(stub(get_of("/v1/organisations/o"), row.response));
        const auto error = error_at(client);
        CAPTURE(to_string(error));
        CHECK(error.kind == row.kind);
        CHECK(host.journal().size() == 1);
        host.reset();
        CHECK(client.usage(wiremock::SubscriptionId{"qmr8z"}).get());
    }
}
