// The fixture itself: what it writes arrives, and it ends at once whatever its scripts do.
#include "raw_server.hpp"

#include <doctest/doctest.h>

#include <usagekit/http.hpp>

#include "full_backlog.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

using Connection = RawServer::Connection;

http::Exchange ask(int port, std::chrono::milliseconds timeout = 300ms) {
    return http::CurlTransport().send({.method = "POST",
                                       .url = "http://127.0.0.1:" + std::to_string(port) + "/x",
                                       .body = "question",
                                       .connect_timeout = timeout,
                                       .timeout = timeout});
}

}  // namespace

TEST_CASE("a raw server keeps the requests and answers each with its bytes") {
    RawServer server(RawServer::always(whole_answer("answer", "text/plain")));
    for (int i = 0; i < 2; ++i) CHECK(ask(server.port()).answer.value().body == "answer");
    const auto requests = server.requests();
    REQUIRE(requests.size() == 2);
    CHECK(requests[0].starts_with("POST /x HTTP/1.1\r\n"));
    CHECK(requests[1].ends_with("\r\n\r\nquestion"));
    CHECK(server.connections() == 2);
}

TEST_CASE("a raw server may treat each connection differently") {
    RawServer server([](Connection& connection) {
        connection.read_request();
        if (connection.number() == 1) return connection.reset();
        connection.drip(whole_answer("late"), 1ms);
    });
    CHECK(!ask(server.port()).answer);
    CHECK(ask(server.port()).answer.value().body == "late");
}

TEST_CASE("a raw server ends at once, whatever its scripts do") {
    const RawServer::Script scripts[] = {
        [](Connection& connection) { connection.wait_for_close(); },
        [](Connection& connection) { connection.pause(1h); },
        [](Connection& connection) { connection.drip("slow", 1h); },
        [](Connection& connection) {
            while (connection.write("HTTP/1.1 100 Continue\r\n\r\n")) {
            }
        },
        [](Connection& connection) {
            while (!connection.read_request().empty()) {
            }
        },
    };
    for (const auto& script : scripts) {
        std::chrono::steady_clock::time_point start;
        std::thread client;
        {
            RawServer server(script);
            client = std::thread([port = server.port()] { CHECK(!ask(port, 10s).answer); });
            while (server.connections() == 0) std::this_thread::sleep_for(1ms);
            std::this_thread::sleep_for(20ms);
            start = std::chrono::steady_clock::now();
        }
        client.join();
        CHECK(std::chrono::steady_clock::now() - start < 1s);
    }
}

TEST_CASE("a full backlog lets nobody connect") {
    const FullBacklog host;
    const auto exchange = ask(host.port());
    REQUIRE(!exchange.answer);
    CHECK(exchange.answer.error().kind == ErrorKind::timeout);
    CHECK(exchange.answer.error().message.starts_with("the time limit"));
}
