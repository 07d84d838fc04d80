// Connections that break while the answer is awaited or comes.
#include <doctest/doctest.h>

#include "broken_answer.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
using namespace std::string_literals;

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

/// Is a call whose first attempt the script serves answered at the second?
bool is_sent_again(RawServer::Script script) {
    RawServer server(first_connection(std::move(script)));
    const auto client = organisations_at(server.base_url(), {.retry = {.attempts = 2, .base_delay = 1ms}});
    CallInfo info;
    return gets(client, "o", {.info = &info}) && info.attempts == 2 && server.requests().size() == 2;
}

/// What a call ends with whose attempts the script serves all.
Error failure_of_all(const RawServer::Script& script) {
    RawServer server(script);
    return error_at(organisations_at(server.base_url(), {.retry = {.attempts = 3, .base_delay = 1ms}}));
}

}  // namespace

TEST_CASE("fault 25: what breaks off is asked for again, and fails with the number of attempts") {
    struct Row {
        RawServer::Script script;
        ErrorKind kind;
    };
    for (const auto& row :
         {Row{resetting_after(""), ErrorKind::network}, Row{answering(""), ErrorKind::network},
          Row{answering(head.substr(0, 50)), ErrorKind::protocol}, Row{answering(head + "{"), ErrorKind::protocol}}) {
        CHECK(is_sent_again(row.script));
        const auto error = failure_of_all(row.script);
        CHECK(error.kind == row.kind);
        CHECK(error.attempts == 3);
    }
}

TEST_CASE("fault 25: an answer that is complete and wrong is not asked for again") {
    const auto error = failure_of_all(answering("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}"));
    CHECK(error.kind == ErrorKind::protocol);
    CHECK(error.attempts == 1);
}

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

TEST_CASE("fault 25: an error's answer whose body breaks off keeps its status and its header, without the body") {
    struct Row {
        std::string status;
        ErrorKind kind;
        bool is_transient = false;
    };
    const std::string half = "Content-Length: 10\r\n\r\nhalf";
    const std::vector<RawServer::Script (*)(std::string)> ends{answering, resetting_after};
    for (const auto& row :
         {Row{"401 Unauthorized", ErrorKind::authentication}, Row{"404 Not Found", ErrorKind::not_found},
          Row{"429 Too Many Requests", ErrorKind::rate_limited, true},
          Row{"503 Service Unavailable", ErrorKind::server, true}, Row{"302 Found", ErrorKind::redirect}}) {
        for (const auto& rest : {half, "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"s,
                                 "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nno size\r\n"s}) {
            for (const auto end : ends) {
                const auto error = failure_with(end("HTTP/1.1 " + row.status + "\r\nX-Request-Id: r7\r\n" + rest));
                CAPTURE(rest);
                CAPTURE(to_string(error));
                CHECK(error.kind == row.kind);
                CHECK(error.status == std::stoi(row.status));
                CHECK(error.is_transient == row.is_transient);
                CHECK(error.request_id == "r7");
                CHECK(error.body.empty());
            }
        }
    }
}

TEST_CASE("fault 25: an answer that asks for a wait is heeded though its body breaks off") {
    const auto error =
        failure_of_all(answering("HTTP/1.1 429 Slow\r\nRetry-After: 3600\r\nContent-Length: 10\r\n\r\nhalf"));
    CHECK(error.kind == ErrorKind::rate_limited);
    CHECK(error.retry_after == 3600s);
    CHECK(error.attempts == 1);
}

TEST_CASE("fault 25: an error's answer that contradicts itself about its length, or does not end in time, is none") {
    const std::string head_of_error = "HTTP/1.1 429 Slow\r\nContent-Length: 10\r\n";
    CHECK(failure_with(head_of_error + "Content-Length: 4\r\n\r\nhalf").kind == ErrorKind::protocol);
    const auto never_ending = [&](Connection& connection) {
        connection.read_request();
        connection.write(head_of_error + "\r\nhalf");
        connection.wait_for_close();
    };
    const auto error = failure_with(never_ending, {.timeouts = {.attempt = 100ms}});
    CHECK(error.kind == ErrorKind::timeout);
    CHECK(error.status == 429);
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
        {R"("status":200,"body":"{}","headers":{"Content-Length":"50","Content-Encoding":"identity"})",
         ErrorKind::protocol},
    };
    auto& host = fresh_host();
    for (const auto& row : rows) {
        // a new one each time, since libcurl asks again by itself on a connection that was used before
        const auto client = organisations_at(host.base_url(), {.timeouts = {.attempt = 2s}, .retry = {.attempts = 1}});
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
