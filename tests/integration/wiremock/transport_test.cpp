// What the libcurl transport does with connections, time, sizes and broken answers.
#include <doctest/doctest.h>

#include <usagekit/wiremock/client.hpp>

#include "wiremock_host.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

const wiremock::SubscriptionId subscription{"qmr8z"};

wiremock::Client client_of(const WireMockHost& host, ClientOptions options = {}) {
    options.base_url = host.base_url();
    options.retry.attempts = 1;  // what is sent again is tested as faults are
    return wiremock::Client{ApiToken{"mock-api-key"}, options};
}

void stub_any(WireMockHost& host, const std::string& response) {
    host.stub(R"({"priority":1,"request":{"method":"ANY","urlPattern":"/.*"},"response":{)" + response + "}}");
}

Error failure(const wiremock::Client& client, const CallOptions& options = {}) {
    const auto result = client.usage(subscription, options).get();
    REQUIRE(!result);
    return result.error();
}

}  // namespace

TEST_CASE("one time limit covers all steps of a call") {
    auto& host = fresh_host();
    host.stub(R"({"priority":1,"request":{"method":"GET","urlPath":"/v1/users/self"},"response":{"status":302,
        "headers":{"Location":"/v1/users/self"},"fixedDelayMilliseconds":300}})");
    const auto result = client_of(host).my_usage({.timeout = 700ms}).get();
    REQUIRE(!result);
    CHECK(result.error().kind == ErrorKind::timeout);
    CHECK(host.journal().size() <= 3);
}

TEST_CASE("a body over the limit is refused, counted after decompression") {
    auto& host = fresh_host();
    const auto client = client_of(host, {.limits = {.body = 100'000}});
    CHECK(client.usage(subscription).get());
    stub_any(host, R"("status":200,"headers":{"Content-Type":"application/json"},"body":")" + std::string(200'000, 'x')
                       + "\"");
    const auto error = failure(client);
    CHECK(error.kind == ErrorKind::too_large);
    CHECK(error.message == "the body of the answer exceeds 100000 bytes");
    CallInfo info;
    CHECK(failure(client_of(host), {.info = &info}).kind == ErrorKind::decode);
    CHECK(info.bytes_received < 10'000);  // it had come compressed
    host.reset();
    CHECK(client.usage(subscription).get());
}

TEST_CASE("an error's body over the limit does not hide its status") {
    auto& host = fresh_host();
    stub_any(host, R"("status":503,"headers":{"Content-Type":"text/plain"},"body":")" + std::string(5'000, 'x') + "\"");
    CallInfo info;
    const auto error = failure(client_of(host, {.limits = {.body = 1'000}}), {.info = &info});
    CHECK(error.kind == ErrorKind::server);
    CHECK(error.status == 503);
    CHECK(info.status == 503);
}

TEST_CASE("HEAD has an answer without a body") {
    auto& host = fresh_host();
    stub_any(host, R"("status":200,"body":"0123456789")");
    http::CurlTransport transport;
    const auto answer = transport.send({.method = "HEAD", .url = host.base_url() + "/x", .limits = {.body = 1}}).answer;
    REQUIRE(answer);
    CHECK(answer.value().body.empty());
    CHECK(transport.send({.url = host.base_url() + "/x"}).answer.value().body == "0123456789");
}

TEST_CASE("a URL that cannot be used is refused by the transport itself") {
    http::CurlTransport transport;
    for (const auto* url : {"", "nonsense:::", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/", "http://127.0.0.1/a b"}) {
        CAPTURE(url);
        const auto answer = transport.send({.url = url}).answer;
        REQUIRE(!answer);
        CHECK(answer.error().kind == ErrorKind::invalid_request);
    }
}

TEST_CASE("only the header fields that a request has are sent, besides Host, Accept-Encoding and the length") {
    auto& host = fresh_host();
    http::CurlTransport transport;
    CHECK(transport.send({.method = "POST", .url = host.base_url() + "/x", .headers = {{"X-Blank", "  "}}, .body = "b"})
              .answer);
    std::string names;
    const auto journal = host.journal();
    for (const auto& [name, value] : journal.at(0).headers) names.append(name) += ' ';
    CHECK(names == "Host Accept-Encoding X-Blank Content-Length ");
}

TEST_CASE("header fields over the limit are refused") {
    auto& host = fresh_host();
    stub_any(host, R"("status":200,"headers":{"X-Long":")" + std::string(5'000, 'x') + "\"}");
    CHECK(failure(client_of(host, {.limits = {.headers = 4'000}})).kind == ErrorKind::too_large);
}

TEST_CASE("a path is sent as it was judged, dots and all") {
    auto& host = fresh_host();
    http::CurlTransport transport;
    CHECK(transport.send({.url = host.base_url() + "/a/./b"}).answer.has_value());
    REQUIRE(host.journal().size() == 1);
    CHECK(host.journal().front().url == "/a/./b");
}

TEST_CASE("a caller's header field is sent, and an empty one too") {
    auto& host = fresh_host();
    CHECK(client_of(host, {.user_agent = "app/1"})
              .usage(subscription, {.headers = {{"X-Trace", "7"}, {"X-Empty", ""}}})
              .get());
    const auto journal = host.journal();
    REQUIRE(journal.size() == 1);
    CHECK(journal[0].headers.find("X-Trace") == "7");
    CHECK(journal[0].headers.find("X-Empty") == "");
    CHECK(journal[0].headers.find("User-Agent")->starts_with("app/1 usagekit/"));
}

TEST_CASE("requests with and without body alternate on one connection") {
    auto& host = fresh_host();
    stub_any(host, R"("status":200,"body":"ok")");
    http::CurlTransport transport;
    const auto send = [&](const char* method, const char* body) {
        return transport.send({.method = method,
                               .url = host.base_url() + "/x",
                               .headers = {{"Content-Type", "application/json"}},
                               .body = body});
    };
    CHECK(send("POST", "{\"a\":1}").connections_opened == 1);
    CHECK(send("GET", "").connections_opened == 0);
    CHECK(send("PUT", "{}").answer.value().body == "ok");
    CHECK(send("DELETE", "").answer.value().body == "ok");
    CHECK(send("GET", "").answer.value().body == "ok");
    std::string log;
    for (const auto& entry : host.journal()) log += entry.method + entry.body + ' ';
    CHECK(log == "POST{\"a\":1} GET PUT{} DELETE GET ");
}

TEST_CASE("a request that must not be repeated has a new connection, since libcurl repeats it on one that has died") {
    auto& host = fresh_host();
    stub_any(host, R"("status":200)");
    http::CurlTransport transport;
    struct Row {
        const char* method;
        http::Headers headers;
        int connections;
    };
    const Row rows[] = {{"GET", {}, 1}, {"POST", {}, 1}, {"PATCH", {}, 1}, {"POST", {{"Idempotency-Key", "k"}}, 0},
                        {"PUT", {}, 0}, {"GET", {}, 0}};
    for (const auto& row : rows) {
        CAPTURE(row.method);
        const auto exchange =
            transport.send({.method = row.method, .url = host.base_url() + "/x", .headers = row.headers, .body = "{}"});
        REQUIRE(exchange.answer);
        CHECK(exchange.connections_opened == row.connections);
    }
}

TEST_CASE("a header field that would start another one is refused by the transport itself") {
    auto& host = fresh_host();
    http::CurlTransport transport;
    const auto result = transport.send({.url = host.base_url(), .headers = {{"X", "a\r\nY: b"}}}).answer;
    REQUIRE(!result);
    CHECK(result.error().kind == ErrorKind::invalid_request);
    CHECK(host.journal().empty());
}
