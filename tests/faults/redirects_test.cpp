// Redirects that lead away: nothing of the caller's is seen where they lead.
#include <doctest/doctest.h>

#include <usagekit/wiremock/client.hpp>

#include "error_of.hpp"
#include "raw_server.hpp"
#include "stub.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;

namespace {

constexpr auto token = "mock-api-key";
const http::Headers own_headers{{"X-Api-Key", "c4llers-own"}};

wiremock::Client client_of(const WireMockHost& host, RedirectPolicy redirects = {}) {
    return wiremock::Client{ApiToken{token}, {.base_url = host.base_url(), .redirects = std::move(redirects)}};
}

void redirect_self(WireMockHost& host, int status, const std::string& location) {
    host.reset();
    host.stub(stub(get_of("/v1/users/self"),
                   R"("status":)" + std::to_string(status) + R"(,"headers":{"Location":")" + location + R"("})"));
}

/// The error of a redirect that is not followed; the client goes on afterwards.
Error refused(WireMockHost& host, const wiremock::Client& client) {
    const auto error = error_of(client.self({.headers = own_headers}).get(), token);
    CHECK(error.kind == ErrorKind::redirect);
    CHECK(error.attempts == 1);
    CHECK(to_string(error).find("c4llers-own") == std::string::npos);
    CHECK(host.journal().size() == 1);
    host.reset();
    CHECK(client.self().get());
    return error;
}

const std::string user = R"({"user":{"id":"9gd5l","username":"","avatarUrl":"","emailAddress":"",)"
                         R"("marketingOptIn":false,"signupDate":"2024-08-23T20:15:32Z","idpUserId":"",)"
                         R"("userHash":"","hasNativeIdp":false,"links":{}}})";

}  // namespace

TEST_CASE("fault 2: a redirect to another port is refused, and nothing at all is sent there") {
    auto& host = fresh_host();
    const RawServer target(RawServer::always(whole_answer(user)));
    const auto client = client_of(host);
    for (const int status : {301, 302, 303, 307, 308}) {
        redirect_self(host, status, target.base_url() + "/v1/users/9gd5l");
        CHECK(refused(host, client).detail
              == host.base_url() + "/v1/users/self -> " + target.base_url() + "/v1/users/9gd5l");
    }
    CHECK(target.connections() == 0);
}

TEST_CASE("fault 2: another origin that the caller names is asked, without credential and caller's headers") {
    auto& host = fresh_host();
    const RawServer target(RawServer::always(whole_answer(user)));
    redirect_self(host, 302, target.base_url() + "/elsewhere");
    const auto client = client_of(host, {.origins = {target.base_url()}});
    CHECK(client.self({.headers = own_headers}).get().value().id == wiremock::UserId{"9gd5l"});
    const auto requests = target.requests();
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].starts_with("GET /elsewhere HTTP/1.1\r\n"));
    for (const auto* secret : {"Authorization", token, "X-Api-Key", "c4llers-own"}) {
        CHECK(requests[0].find(secret) == std::string::npos);
    }
}

TEST_CASE("fault 2: a call that was led away and back sends no credential any more") {
    auto& host = fresh_host();
    const RawServer target(RawServer::always("HTTP/1.1 302 Found\r\nLocation: " + host.base_url()
                                             + "/v1/users/9gd5l\r\nContent-Length: 0\r\n\r\n"));
    redirect_self(host, 302, target.base_url() + "/elsewhere");
    const auto client = client_of(host, {.origins = {target.base_url()}});
    const auto error = error_of(client.self({.headers = own_headers}).get(), token);
    CHECK(error.kind == ErrorKind::authentication);
    const auto journal = host.journal();
    REQUIRE(journal.size() == 2);
    CHECK(journal[0].headers.find("Authorization"));
    CHECK(journal[1].url == "/v1/users/9gd5l");
    CHECK(!journal[1].headers.find("Authorization"));
    CHECK(!journal[1].headers.find("X-Api-Key"));
    host.reset();
    CHECK(client.self().get());
}

TEST_CASE("fault 6: a redirect into another scheme is refused, and nothing is read or connected") {
    auto& host = fresh_host();
    const RawServer target(RawServer::always(whole_answer(user)));
    const auto place = "127.0.0.1:" + std::to_string(target.port());
    const auto client = client_of(host);
    const std::vector<std::string> locations = {"file:///etc/hostname",
                                                "FILE:///etc/hostname",
                                                "ftp://" + place + "/x",
                                                "gopher://" + place + "/x",
                                                "gopher:x",
                                                "dict://" + place + "/x",
                                                "ldap://" + place + "/x",
                                                "telnet://" + place,
                                                "smtp://" + place,
                                                "javascript:alert(1)",
                                                "data:application/json,{}",
                                                "http://user:password@" + place + "/x"};
    for (const auto& location : locations) {
        CAPTURE(location);
        redirect_self(host, 302, location);
        const auto error = refused(host, client);
        CHECK(error.status == 302);
        CHECK(error.body.empty());
        CHECK(to_string(error).find("password") == std::string::npos);
    }
    CHECK(target.connections() == 0);
}
