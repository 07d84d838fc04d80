// The WireMock Cloud client against a real WireMock, which tells in its journal what it was asked.
#include <chrono>

#include <doctest/doctest.h>

#include <usagekit/wiremock/client.hpp>

#include "dead_port.hpp"
#include "error_of.hpp"
#include "journal.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
using wiremock::Client;
using wiremock::SubscriptionId;

namespace {

constexpr auto token = "mock-api-key";

Client client_of(const WireMockHost& host, ClientOptions options = {}) {
    options.base_url = host.base_url();
    options.retry.attempts = 1;  // these tests are about what one answer becomes
    return Client{ApiToken{token}, options};
}

std::string redirect_stub(const std::string& path, int status, const std::string& location) {
    return stub(get_of(path),
                R"("status":)" + std::to_string(status) + R"(,"headers":{"Location":")" + location + R"("})");
}

template <class T>
Error error_of(const Result<T>& result) {
    return ::error_of(result, token);
}

const std::vector<std::string> chain = {"/v1/users/self", "/v1/users/9gd5l", "/v1/organisations/mgk7g",
                                        "/v1/subscriptions/qmr8z/usage"};

}  // namespace

TEST_CASE("the journal proves the chain: redirect, user, organisation, usage, each with credential and Accept") {
    auto& host = fresh_host();
    CallInfo info;
    const auto usage = client_of(host).my_usage({.info = &info}).get().value();
    CHECK(usage.id == wiremock::UsageId{"kl1g9"});
    CHECK(usage.stub_called_count == 22309);
    CHECK(usage.total_mock_api_count == 158);
    CHECK(usage.seat_limit == std::nullopt);

    const auto journal = host.journal();
    CHECK(urls(journal) == chain);
    CHECK(journal.at(0).status == 302);
    for (const auto& entry : journal) {
        CHECK(entry.method == "GET");
        CHECK(entry.headers.find("Authorization") == "Token mock-api-key");
        CHECK(entry.headers.find("Accept") == "application/json");
        CHECK(entry.body.empty());
    }
    CHECK(info.requests == 4);
    CHECK(info.connections_opened == 1);
    CHECK(info.bytes_received > 1000);
    CHECK(info.timings.total > 0us);
    CHECK(info.elapsed >= info.timings.total);
}

TEST_CASE("calls of one client use its connection again, those of a copy too") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    const auto copy = client;
    CallInfo info;
    CHECK(client.my_usage({.info = &info}).get());
    CHECK(info.connections_opened == 1);
    CHECK(copy.my_usage({.info = &info}).get());
    CHECK(info.connections_opened == 0);
}

TEST_CASE("both documented usage bodies decode from the wire") {
    const auto client = client_of(fresh_host());
    const auto guide = client.usage(SubscriptionId{"guide"}).get().value();
    CHECK(guide.export_called_count == 30);
    CHECK(guide.total_database_connection_count == std::nullopt);
    const auto schema = client.usage(SubscriptionId{"schema"}).get().value();
    CHECK(schema.export_called_count == std::nullopt);
    CHECK(schema.total_database_connection_count == 2);
    CHECK(schema.seat_limit == 25);
}

TEST_CASE("a missing link at the user and at the organisation is told by name") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    host.stub(redirect_stub("/v1/users/self", 302, "/v1/users/noorg"));
    auto error = error_of(client.my_usage().get());
    CHECK(error.kind == ErrorKind::not_found);
    CHECK(error.message.find("has no organisation link") != std::string::npos);
    CHECK(urls(host.journal()).back() == "/v1/users/noorg");

    host.reset();
    host.stub(stub(get_of("/v1/users/9gd5l"), R"("status":200,"jsonBody":{"user":{"id":"x","username":"","avatarUrl":"",
        "emailAddress":"","marketingOptIn":false,"signupDate":"2024-08-23T20:15:32Z","idpUserId":"","userHash":"",
        "hasNativeIdp":false,"links":{"organisation":"/v1/organisations/nosub"}}})"));
    error = error_of(client.my_usage().get());
    CHECK(error.kind == ErrorKind::not_found);
    CHECK(error.message.find("has no subscription link") != std::string::npos);
    CHECK(urls(host.journal()).back() == "/v1/organisations/nosub");
}

TEST_CASE("fault 41: each documented refusal, and an HTML page, at each step gives its kind, code and message") {
    struct Row {
        std::string response;
        ErrorKind kind;
        std::string code;
        std::string message;
    };
    const Row rows[] = {
        {R"("status":401,"headers":{"Content-Type":"text/plain"},"body":"Credentials are required to access this resource.")",
         ErrorKind::authentication, "", "Credentials are required to access this resource."},
        {R"("status":403,"jsonBody":{"errors":[{"title":"Forbidden","source":{}}]})", ErrorKind::permission, "",
         "Forbidden"},
        {R"("status":404,"jsonBody":{"code":404,"message":"HTTP 404 Not Found"})", ErrorKind::not_found, "404",
         "HTTP 404 Not Found"},
        {R"("status":422,"jsonBody":{"errors":[{"code":17,"title":"Bad","detail":"too long"},{"title":"Worse"}]})",
         ErrorKind::rejected, "17", "Bad"},
        {R"("status":502,"headers":{"Content-Type":"text/html"},"body":"<html>Bad gateway</html>")", ErrorKind::server,
         "", "the service gave no reason"},
    };
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const auto& [response, kind, code, message] : rows) {
        for (std::size_t step = 0; step < chain.size(); ++step) {
            host.reset();
            host.stub(stub(get_of(chain[step]), response));
            const auto error = error_of(client.my_usage().get());
            CHECK(error.kind == kind);
            CHECK(error.code == code);
            CHECK(error.message == message);
            CHECK(!error.body.empty());
            CHECK(error.url == host.base_url() + chain[step]);
            CHECK(host.journal().size() == step + 1);
        }
    }
}

TEST_CASE("fault 41: the service's own refusals are told: a wrong token, a forbidden one, an unknown ID") {
    auto& host = fresh_host();
    const auto with_token = [&](const char* other) { return Client{ApiToken{other}, {.base_url = host.base_url()}}; };
    const auto unknown = error_of(with_token("wrong").my_usage().get());
    CHECK(unknown.kind == ErrorKind::authentication);
    CHECK(unknown.status == 401);
    CHECK(to_string(unknown).find("wrong") == std::string::npos);
    CHECK(error_of(with_token("forbidden-api-key").my_usage().get()).kind == ErrorKind::permission);
    const auto missing = error_of(client_of(host).usage(SubscriptionId{"nosuch"}).get());
    CHECK(missing.kind == ErrorKind::not_found);
    CHECK(missing.code == "404");
}

TEST_CASE(
    "fault 1: self may answer 301, 302, 303, 307 or 308, with a Location that is relative, absolute-path or absolute") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const auto& location :
             {std::string("9gd5l"), std::string("/v1/users/9gd5l"), host.base_url() + "/v1/users/9gd5l"}) {
            CAPTURE(status);
            CAPTURE(location);
            host.reset();
            host.stub(redirect_stub("/v1/users/self", status, location));
            CHECK(client.self().get().value().id == wiremock::UserId{"9gd5l"});
            const auto journal = host.journal();
            CHECK(urls(journal) == std::vector<std::string>{"/v1/users/self", "/v1/users/9gd5l"});
            for (const auto& entry : journal) CHECK(entry.headers.find("Authorization") == "Token mock-api-key");
        }
    }
}

TEST_CASE("fault 4: a redirect loop ends after the limit, and the error shows the chain") {
    auto& host = fresh_host();
    host.stub(redirect_stub("/v1/users/self", 302, "/v1/users/self"));
    for (const int limit : {5, 0, 1, 20}) {
        const auto before = host.journal().size();
        const auto error = error_of(client_of(host, {.redirects = {.limit = limit}}).my_usage().get());
        CHECK(error.kind == ErrorKind::redirect);
        CHECK(error.status == 302);
        CHECK(error.message == "more than " + std::to_string(limit) + " redirects");
        CHECK(error.detail.find("/v1/users/self -> ") != std::string::npos);
        CHECK(host.journal().size() - before == static_cast<std::size_t>(limit) + 1);
    }
}

TEST_CASE("fault 4: a chain of 50 redirects ends after the limit, and its error shows where each led") {
    auto& host = fresh_host();
    const auto hop = [](int number) { return "/v1/users/hop" + std::to_string(number); };
    host.stub(redirect_stub("/v1/users/self", 302, hop(1)));
    for (int i = 1; i < 49; ++i) host.stub(redirect_stub(hop(i), 302, hop(i + 1)));
    host.stub(redirect_stub(hop(49), 302, "/v1/users/9gd5l"));
    const auto error = error_of(client_of(host).self().get());
    CHECK(error.kind == ErrorKind::redirect);
    std::string passed = host.base_url() + "/v1/users/self";
    for (int i = 1; i <= 6; ++i) passed += " -> " + host.base_url() + hop(i);
    CHECK(error.detail == passed);
    CHECK(host.journal().size() == 6);
    CHECK(client_of(host, {.redirects = {.limit = 50}}).self().get().value().id == wiremock::UserId{"9gd5l"});
}

TEST_CASE("fault 2: a redirect to another origin is refused, and the target is never asked") {
    auto& host = fresh_host();
    const auto port = std::to_string(host.port());
    host.stub(redirect_stub("/v1/users/self", 302, "http://localhost:" + port + "/v1/users/9gd5l"));
    const auto client = client_of(host);
    const auto error = error_of(client.my_usage({.headers = {{"X-Api-Key", token}}}).get());
    CHECK(error.kind == ErrorKind::redirect);
    CHECK(error.detail.find("http://localhost:" + port) != std::string::npos);
    CHECK(host.journal().size() == 1);
    host.reset();
    CHECK(client.my_usage().get());
}

TEST_CASE("fault 5: a redirect without Location, or with an empty one, is an error, never an empty success") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const int status : {301, 302, 303, 307, 308}) {
        const auto without_location = R"("status":)" + std::to_string(status);
        for (const auto& response : {without_location, without_location + R"(,"headers":{"Location":""})",
                                     without_location + R"(,"headers":{"Location":"  "})"}) {
            CAPTURE(response);
            host.reset();
            host.stub(stub(get_of("/v1/users/self"), response));
            const auto error = error_of(client.self().get());
            CHECK(error.kind == ErrorKind::redirect);
            CHECK(error.status == status);
            CHECK(error.message == "the redirect has no Location field");
            CHECK(host.journal().size() == 1);
        }
    }
    host.reset();
    CHECK(client.self().get());
}

TEST_CASE("a dead port is a network error that names the host and says what to check") {
    const DeadPort dead;
    const auto url = "http://127.0.0.1:" + std::to_string(dead.port());
    const auto error = error_of(Client{ApiToken{token}, {.base_url = url, .retry = {.attempts = 1}}}.my_usage().get());
    CHECK(error.kind == ErrorKind::network);
    CHECK(error.status == 0);
    CHECK(to_string(error).find(url) != std::string::npos);
    CHECK(error.attempts == 1);
}

TEST_CASE("fault 14: an ID of any characters arrives as one path segment") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    struct Row {
        std::string id;
        std::string segment;
    };
    const Row rows[] = {
        {"a/b", "a%2Fb"}, {"a?b#c", "a%3Fb%23c"},       {"%2e%2e", "%252e%252e"},
        {"a b", "a%20b"}, {"caf\xC3\xA9", "caf%C3%A9"}, {std::string(10'000, 'x'), std::string(10'000, 'x')}};
    for (const auto& [id, segment] : rows) {
        host.reset();
        CHECK(error_of(client.user(wiremock::UserId{id}).get()).kind == ErrorKind::not_found);
        CHECK(urls(host.journal()) == std::vector<std::string>{"/v1/users/" + segment});
    }
}

TEST_CASE("fault 13: an ID that would mean another resource never reaches the host") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    for (const auto* id : {"", ".", ".."}) {
        CAPTURE(id);
        CHECK(error_of(client.user(wiremock::UserId{id}).get()).kind == ErrorKind::invalid_request);
        CHECK(error_of(client.organisation(wiremock::OrganisationId{id}).get()).kind == ErrorKind::invalid_request);
        CHECK(error_of(client.usage(SubscriptionId{id}).get()).kind == ErrorKind::invalid_request);
    }
    CHECK(host.journal().empty());
    CHECK(client.self().get());
}

TEST_CASE("a body that differs from the contract gives its path, and no secret in what is kept of it") {
    auto& host = fresh_host();
    host.stub(
        stub(get_of("/v1/users/9gd5l"), R"("status":200,"jsonBody":{"user":{"id":"9gd5l","apiKey":"l1ve-key"}})"));
    const auto error = error_of(client_of(host).my_usage().get());
    CHECK(error.kind == ErrorKind::decode);
    CHECK(error.json_path == "$.user.username");
    CHECK(error.body.find("***") != std::string::npos);
    CHECK(error.body.find("l1ve-key") == std::string::npos);
}
