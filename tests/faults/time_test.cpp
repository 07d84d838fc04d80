// Time limits hold, whatever the server does with its time.
#include <doctest/doctest.h>

#include "full_backlog.hpp"
#include "organisations.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

using Connection = RawServer::Connection;

const RetryPolicy once{.attempts = 1};
constexpr auto lateness = 200ms;

void CHECK_ENDED(std::chrono::milliseconds time, std::chrono::milliseconds limit) {
    CHECK(time >= limit - 20ms);
    CHECK(time <= limit + lateness);
}

Error timed_out(const wiremock::Client& client, std::chrono::milliseconds limit, const CallOptions& options = {}) {
    Error error;
    CHECK_ENDED(time_of([&] { error = error_at(client, options); }), limit);
    CHECK(error.kind == ErrorKind::timeout);
    return error;
}

}  // namespace

TEST_CASE("fault 18: a host that takes no connection is given up at the connect timeout") {
    const FullBacklog full;
    const auto client = organisations_at("http://127.0.0.1:" + std::to_string(full.port()),
                                         {.timeouts = {.connect = 200ms}, .retry = once});
    const auto error = timed_out(client, 200ms);
    CHECK(error.message
          == "the time limit for connecting passed while connecting to 127.0.0.1:" + std::to_string(full.port()));
    CHECK(error.advice.find("Timeouts::connect") != std::string::npos);
    CHECK(error.is_transient);
}

TEST_CASE("the limit that passed is named, also while connecting") {
    const FullBacklog full;
    const auto client = organisations_at("http://127.0.0.1:" + std::to_string(full.port()),
                                         {.timeouts = {.connect = 5s, .attempt = 100ms}, .retry = once});
    const auto error = timed_out(client, 100ms);
    CHECK(error.message.starts_with("the time limit of the attempt passed while connecting to"));
    CHECK(error.advice.find("Timeouts::attempt") != std::string::npos);
}

TEST_CASE("fault 19: a server that accepts and never answers is given up at the attempt's time limit") {
    RawServer server(first_connection([](Connection& connection) { connection.wait_for_close(); }));
    const auto client = organisations_at(server.base_url(), {.timeouts = {.attempt = 200ms}, .retry = once});
    const auto error = timed_out(client, 200ms);
    CHECK(error.message.starts_with("the time limit of the attempt passed while waiting for the answer of 127.0.0.1:"));
    CHECK(error.detail.find("timed out") != std::string::npos);
    CHECK(error.is_transient);
    CHECK(gets(client, "after"));
}

TEST_CASE("fault 19: an answer that is delayed is given up at the attempt's time limit") {
    auto& host = fresh_host();
    host.stub(stub(get_of("/v1/organisations/o"), R"("status":200,"fixedDelayMilliseconds":2000)"));
    const auto client = organisations_at(host.base_url(), {.timeouts = {.attempt = 200ms}, .retry = once});
    CHECK(timed_out(client, 200ms).is_transient);
    host.reset();
    CHECK(client.organisation(wiremock::OrganisationId{"mgk7g"}).get());
}

TEST_CASE("fault 19: TLS that is never agreed upon is given up at the connect timeout") {
    RawServer server([](Connection& connection) { connection.wait_for_close(); });
    const auto client = organisations_at("https://127.0.0.1:" + std::to_string(server.port()),
                                         {.timeouts = {.connect = 200ms}, .retry = once});
    const auto error = timed_out(client, 200ms);
    CHECK(error.message.starts_with("the time limit for connecting passed while agreeing upon TLS with"));
}

TEST_CASE("fault 20: an answer that drips ends at the call's time limit although bytes flow") {
    struct Row {
        const char* what;
        RawServer::Script does;
    };
    const Row rows[] = {
        {"status line",
         [](Connection& c) { c.read_request(), c.drip("HTTP/1.1 200 " + std::string(1000, 'O'), 10ms); }},
        {"header fields",
         [](Connection& c) {
             c.read_request();
             c.write("HTTP/1.1 200 OK\r\nX: ");
             c.drip(std::string(1000, 'x'), 10ms);
         }},
        {"body",
         [](Connection& c) {
             c.read_request();
             c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
             c.drip(std::string(1000, ' '), 10ms);
         }},
        {"chunks",
         [](Connection& c) {
             c.read_request();
             c.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
             while (c.pause(10ms) && c.write("1\r\n \r\n")) {
             }
         }},
        {"informational answers",
         [](Connection& c) {
             c.read_request();
             while (c.pause(10ms) && c.write("HTTP/1.1 102 Processing\r\n\r\n")) {
             }
         }},
    };
    for (const auto& [what, does] : rows) {
        CAPTURE(what);
        RawServer server(first_connection(does));
        const auto client = organisations_at(server.base_url(), {.retry = once});
        CallInfo info;
        const auto error = timed_out(client, 300ms, {.timeout = 300ms, .info = &info});
        CHECK(error.message.starts_with("the call's time limit of 300 ms passed"));
        CHECK(info.timings.total >= 280ms);
        CHECK(info.connections_opened == 1);
        CHECK(gets(client, "after"));
    }
}

TEST_CASE("fault 20: a body that WireMock dribbles ends at the call's time limit") {
    auto& host = fresh_host();
    host.stub(
        stub(get_of("/v1/organisations/o"),
             R"("status":200,"body":"0123456789","chunkedDribbleDelay":{"numberOfChunks":10,"totalDuration":3000})"));
    const auto client = organisations_at(host.base_url(), {.retry = once});
    CallInfo info;
    CHECK(timed_out(client, 500ms, {.timeout = 500ms, .info = &info}).detail.find("received") != std::string::npos);
    CHECK(info.bytes_received > 0);
    host.reset();
    CHECK(client.organisation(wiremock::OrganisationId{"mgk7g"}).get());
}
