// A stop that is requested while an exchange is under way.
#include <doctest/doctest.h>

#include "full_backlog.hpp"
#include "organisations.hpp"
#include "stopped_call.hpp"
#include "tls_authority.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

using Connection = RawServer::Connection;

void read_and_wait(Connection& connection) {
    connection.read_request();
    connection.wait_for_close();
}

void drip_body(Connection& connection) {
    connection.read_request();
    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    connection.drip(std::string(1000, 'x'), 10ms);
}

void drip_headers(Connection& connection) {
    connection.read_request();
    connection.write("HTTP/1.1 200 OK\r\n");
    connection.drip(std::string(1000, 'x'), 5ms);
}

std::string url_of(std::string_view scheme, int port) {
    return std::string(scheme).append("://127.0.0.1:").append(std::to_string(port));
}

Error stopped_at(const wiremock::Client& client) {
    return stopped([&](std::stop_token stop) { return error_at(client, {.stop = std::move(stop)}); });
}

}  // namespace

TEST_CASE("fault 22: a stop ends a transfer within 0.1 s, and the client goes on with another connection") {
    struct Row {
        void (*does)(Connection&);
        std::string_view message;
    };
    const Row rows[] = {
        {read_and_wait, "the caller stopped the call while waiting for the answer of 127.0.0.1"},
        {drip_headers, "the caller stopped the call while receiving the header fields of 127.0.0.1"},
        {drip_body, "the caller stopped the call while receiving the body of 127.0.0.1"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.message);
        RawServer server(first_connection(row.does));
        const auto client = organisations_at(server.base_url());
        CallInfo info;
        const auto error =
            stopped([&](std::stop_token stop) { return error_at(client, {.stop = std::move(stop), .info = &info}); });
        CHECK(error.message.starts_with(row.message));
        CHECK(!error.is_transient);
        CHECK(info.requests == 1);
        CHECK(info.connections_opened == 1);
        CHECK(info.bytes_sent > 100);
        CHECK(info.timings.total >= 70ms);
        CHECK(gets(client, "after"));
        CHECK(server.connections() == 2);
    }
}

TEST_CASE("fault 22: a stop ends connecting within 0.1 s") {
    const FullBacklog full;
    const auto client = organisations_at(url_of("http", full.port()));
    CHECK(stopped_at(client).message.starts_with("the caller stopped the call while connecting to 127.0.0.1:"));
}

TEST_CASE("fault 22: a stop ends the agreement upon TLS within 0.1 s") {
    RawServer server([](Connection& connection) { connection.wait_for_close(); });
    const auto client =  // the system's authorities take tens of milliseconds to read
        organisations_at(url_of("https", server.port()), {.tls = {.ca_file = tls_authority().ca_file()}});
    CHECK(stopped_at(client).message.starts_with("the caller stopped the call while agreeing upon TLS with"));
}

TEST_CASE("fault 22: a stop ends a call whose body is not taken within 0.1 s") {
    RawServer server([](Connection& connection) { connection.pause(10s); });
    http::CurlTransport transport;
    http::Request request{.method = "POST", .url = server.base_url(), .body = std::string(std::size_t{32} << 20, 'x')};
    const auto error = stopped([&](std::stop_token stop) {
        request.stop = std::move(stop);
        return transport.send(request).answer.error();
    });
    CHECK(error.message.starts_with("the caller stopped the call while sending the request to 127.0.0.1:"));
}

TEST_CASE("a stop that was requested before lets nothing be sent") {
    std::stop_source source;
    source.request_stop();
    RawServer server(answer_all);
    http::CurlTransport transport;
    const auto exchange = transport.send({.url = server.base_url(), .stop = source.get_token()});
    CHECK(exchange.answer.error().kind == ErrorKind::cancelled);
    CHECK(exchange.connections_opened == 0);
    CHECK(server.connections() == 0);
}

TEST_CASE("a stop that is requested after the answer changes nothing") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    std::stop_source source;
    CHECK(gets(client, "a", {.stop = source.get_token()}));
    source.request_stop();
    CHECK(gets(client, "b"));
    CHECK(server.connections() == 1);
}
