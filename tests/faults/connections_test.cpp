// Connections that are refused, used again, closed meanwhile, and shared by threads.
#include <array>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "dead_port.hpp"
#include "organisations.hpp"
#include "sanitizers.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

using Connection = RawServer::Connection;

constexpr std::size_t threads = under_sanitizers ? 16 : 64;
constexpr int calls = under_sanitizers ? 20 : 100;

/// Answers the first request of each connection, and closes it when it has been idle for a while.
void answer_one(Connection& connection) {
    connection.write(answer_to(connection.read_request()));
    connection.pause(30ms);
}

}  // namespace

TEST_CASE("fault 17: a refused port is a network error that names host and phase") {
    auto dead = std::make_unique<DeadPort>();
    const auto port = dead->port();
    const auto host = "127.0.0.1:" + std::to_string(port);
    const auto client = organisations_at("http://" + host, {.retry = {.attempts = 1}});
    const auto error = error_at(client);
    CHECK(error.kind == ErrorKind::network);
    CHECK(error.message == "no connection could be made while connecting to " + host);
    CHECK(error.detail.find("refused") != std::string::npos);
    CHECK(error.is_transient);
    dead.reset();
    RawServer server(answer_all, port);
    CHECK(gets(client, "after"));
}

TEST_CASE("fault 24: an idle connection that the server has closed costs nothing but a new one") {
    RawServer server(answer_one);
    const auto client = organisations_at(server.base_url(), {.retry = {.attempts = 1}});
    for (const std::size_t n : {1U, 2U, 3U}) {
        CHECK(gets(client, std::to_string(n)));
        std::this_thread::sleep_for(80ms);
        CHECK(server.requests().size() == n);
        CHECK(server.connections() == n);
    }
}

TEST_CASE("fault 26: many threads share one client, and every answer belongs to its request") {
    auto& host = fresh_host();
    host.stub(stub(R"("method":"GET","urlPathTemplate":"/v1/organisations/{id}")",
                   R"("status":200,"transformers":["response-template"],"jsonBody":{"organisation":{
                   "id":"{{request.path.id}}","name":"n","emailAddress":"e","links":{}}})"));
    const auto client = organisations_at(host.base_url());
    std::array<int, threads> wrong{};
    {
        std::vector<std::jthread> running;
        for (std::size_t t = 0; t < threads; ++t) {
            running.emplace_back([&, t] {
                for (int i = 0; i < calls; ++i) {
                    if (!gets(client, std::to_string(t) + "-" + std::to_string(i))) ++wrong[t];
                }
            });
        }
    }
    CHECK(wrong == std::array<int, threads>{});
    CHECK(host.journal().size() == threads * static_cast<std::size_t>(calls));
}

TEST_CASE("fault 27: a server that was started again on its port is asked again") {
    auto server = std::make_unique<RawServer>(answer_all);
    const auto port = server->port();
    const auto client = organisations_at(server->base_url(), {.retry = {.attempts = 1}});
    CHECK(gets(client, "before"));
    server.reset();
    CHECK(error_at(client).kind == ErrorKind::network);
    server = std::make_unique<RawServer>(answer_all, port);
    CHECK(gets(client, "after"));
    server.reset();
    server = std::make_unique<RawServer>(answer_all, port);
    CHECK(gets(client, "again"));
}

TEST_CASE("fault 28: localhost is asked at 127.0.0.1 too when nobody listens at ::1") {
    RawServer server(answer_all);
    const auto client =
        organisations_at("http://localhost:" + std::to_string(server.port()), {.retry = {.attempts = 1}});
    CHECK(time_of([&] { CHECK(gets(client, "a")); }) < 1s);
    CHECK(gets(client, "b"));
    CHECK(server.connections() == 1);
}

TEST_CASE("connections of other hosts are kept besides") {
    RawServer one(answer_all);
    RawServer other(answer_all);
    http::CurlTransport transport;
    for (int i = 0; i < 3; ++i) {
        for (const auto* server : {&one, &other}) {
            CHECK(transport.send({.url = server->base_url() + "/v1/organisations/x"}).answer);
        }
    }
    CHECK(one.connections() == 1);
    CHECK(other.connections() == 1);
}

TEST_CASE("what one request wanted does not stay for the next one on the same handle") {
    struct Step {
        http::Request request;
        int opened;
    };
    const auto answered = [](const std::vector<Step>& steps) {
        RawServer server([](Connection& connection) {
            for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
                if (request.starts_with("GET /slow ")) connection.pause(300ms);
                const auto* const excess = request.starts_with("GET /excess ") ? "more" : "";
                connection.write(request.starts_with("HEAD ") ? "HTTP/1.1 200 OK\r\n\r\n"
                                                              : whole_answer("{}") + excess);
            }
        });
        http::CurlTransport transport;
        for (const auto& step : steps) {
            auto request = step.request;
            request.url = server.base_url() + request.url;
            CAPTURE(request);
            CHECK(transport.send(request).connections_opened == step.opened);
        }
        return server.requests();
    };
    const http::Request get{.url = "/a"};
    const http::Request post{.method = "POST", .url = "/b", .body = "{}"};
    const http::Request head{.method = "HEAD", .url = "/c"};
    const auto requests = answered({{get, 1}, {post, 1}, {get, 0}, {head, 0}, {get, 0}});
    const std::string_view lines[] = {"GET /a ", "POST /b ", "GET /a ", "HEAD /c ", "GET /a "};
    REQUIRE(requests.size() == std::size(lines));
    for (std::size_t i = 0; i < std::size(lines); ++i) CHECK(requests[i].starts_with(lines[i]));
    CHECK(requests[4] == requests[0]);

    CHECK(answered({{{.url = "/excess"}, 1}, {get, 1}, {get, 0}}).size() == 3);
    CHECK(answered({{{.url = "/slow", .timeout = 50ms}, 1}, {{.url = "/slow"}, 1}, {get, 0}}).size() == 3);
}
