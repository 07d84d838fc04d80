// What is asked through a proxy, what the proxy sees, and what it must not see.
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <usagekit/measure/client.hpp>
#include <usagekit/wiremock/client.hpp>

#include "dead_port.hpp"
#include "environment.hpp"
#include "error_of.hpp"
#include "raw_server.hpp"
#include "served.hpp"
#include "stub.hpp"
#include "tls_authority.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;

namespace {

constexpr std::string_view token = "mock-api-key";
constexpr std::string_view password = "hunter2-of-the-proxy";
const wiremock::SubscriptionId subscription{"qmr8z"};
const std::string elsewhere = "http://service.invalid";

wiremock::Client client_of(const std::string& base_url, http::ProxyOptions proxy) {
    return wiremock::Client{
        ApiToken{token},
        {.base_url = base_url, .retry = {.attempts = 1}, .proxy = std::move(proxy), .allow_plain_http = true}};
}

auto usage_of(const std::string& base_url, http::ProxyOptions proxy) {
    return client_of(base_url, std::move(proxy)).usage(subscription).get();
}

Error refusal_of(const std::string& base_url, http::ProxyOptions proxy) {
    const auto result = usage_of(base_url, std::move(proxy));
    error_of(result, password);
    return error_of(result, token);
}

/// The answer that the service would give.
RawServer proxy_with_usage() { return RawServer(RawServer::once(whole_answer(served("subscription-usage.json")))); }

http::Proxy at(const RawServer& server, std::string_view scheme = "http") {
    return {.url = std::string(scheme) + "://127.0.0.1:" + std::to_string(server.port())};
}

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a proxy that is given is asked for hosts elsewhere") {
    const auto server = proxy_with_usage();
    CHECK(usage_of(elsewhere, at(server)));
    REQUIRE(server.requests().size() == 1);
    CHECK(server.requests()[0].starts_with("GET http://service.invalid/v1/subscriptions/qmr8z/usage HTTP/1.1\r\n"));
    CHECK(!holds(server.requests()[0], "Proxy-Authorization"));
}

TEST_CASE("a proxy is told its own name and password") {
    const auto server = proxy_with_usage();
    auto proxy = at(server);
    proxy.user = "me";
    proxy.password = Secret(password);
    CHECK(usage_of(elsewhere, proxy));
    REQUIRE(server.requests().size() == 1);
    CHECK(holds(server.requests()[0],
                "\r\nProxy-Authorization: Basic " + testing::to_base64("me:" + std::string(password)) + "\r\n"));
}

TEST_CASE("the proxy of the environment is asked when nothing else is said, and not otherwise") {
    const auto environment = proxy_with_usage();
    const auto given = proxy_with_usage();
    const EnvironmentVariable variable("http_proxy", environment.base_url());
    const EnvironmentVariable lower("no_proxy", std::nullopt);
    const EnvironmentVariable upper("NO_PROXY", std::nullopt);
    CHECK(usage_of(elsewhere, http::EnvironmentProxy{}));
    CHECK(environment.requests().size() == 1);
    CHECK(usage_of(elsewhere, at(given)));
    CHECK(given.requests().size() == 1);
    CHECK(refusal_of(elsewhere, http::NoProxy{}).kind == ErrorKind::network);
    CHECK(environment.connections() == 1);
}

TEST_CASE("no_proxy of the environment counts for its proxy, and not for one that is given") {
    const auto server = proxy_with_usage();
    const EnvironmentVariable proxy("http_proxy", server.base_url());
    const EnvironmentVariable bypass("no_proxy", "service.invalid");
    CHECK(refusal_of(elsewhere, http::EnvironmentProxy{}).kind == ErrorKind::network);
    CHECK(server.connections() == 0);
    CHECK(usage_of(elsewhere, at(server)));
    CHECK(server.connections() == 1);
}

TEST_CASE("a loopback host is asked directly, whatever proxy there is") {
    auto& host = fresh_host();
    const auto server = proxy_with_usage();
    const std::string port = std::to_string(host.port());
    const EnvironmentVariable all("all_proxy", server.base_url());
    const EnvironmentVariable plain("http_proxy", server.base_url());
    for (const auto& base_url : {"http://localhost:" + port, "http://127.0.0.1:" + port, "http://127.1:" + port}) {
        CAPTURE(base_url);
        CHECK(usage_of(base_url, http::EnvironmentProxy{}));
        CHECK(usage_of(base_url, http::NoProxy{}));
        CHECK(usage_of(base_url, at(server)));
    }
    CHECK(host.journal().size() == 9);
    CHECK(server.connections() == 0);
}

TEST_CASE("one transport asks loopback directly and others through the proxy, in any order") {
    auto& host = fresh_host();
    const auto server = proxy_with_usage();
    http::CurlTransport transport({.proxy = at(server)});
    for (int i = 1; i <= 2; ++i) {
        CHECK(transport.send({.url = elsewhere + "/x"}).answer);
        CHECK(transport.send({.url = host.base_url() + "/x"}).answer);
        CHECK(server.requests().size() == static_cast<std::size_t>(i));
        CHECK(host.journal().size() == static_cast<std::size_t>(i));
    }
}

TEST_CASE("hosts and domains of the bypass list are asked directly") {
    const auto server = proxy_with_usage();
    auto proxy = at(server);
    proxy.bypass = {"other.invalid", "service.invalid"};
    for (const auto* directly : {"http://service.invalid", "http://api.service.invalid", "http://OTHER.invalid"}) {
        CAPTURE(directly);
        CHECK(refusal_of(directly, proxy).kind == ErrorKind::network);
    }
    CHECK(server.connections() == 0);
    CHECK(usage_of("http://myservice.invalid", proxy));
    CHECK(server.connections() == 1);
}

TEST_CASE("a proxy that leads to a host by CONNECT is told the host, and nothing of the request") {
    const RawServer server(RawServer::once("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"));
    const measure::Client client{
        BearerToken{token},
        {.base_url = "https://service.invalid", .retry = {.attempts = 1}, .proxy = at(server), .user_agent = "app/1"}};
    const measure::GetSubscriptionUsage request{.company_id = measure::CompanyId{"cmp_1"},
                                                .subscription_id = measure::SubscriptionId{"sub_1"},
                                                .product_metric_pricing_id = measure::ProductMetricPricingId{"pmp_1"}};
    const auto error = error_of(client.subscription_usage(request, {.headers = {{"X-Trace", "7"}}}).get(), token);
    CHECK(error.kind == ErrorKind::network);
    CHECK(error.is_transient);
    CHECK(error.message == "the proxy did not connect to the host: it answered 502");
    REQUIRE(server.requests().size() == 1);
    CHECK(server.requests()[0].starts_with("CONNECT service.invalid:443 HTTP/1.1\r\nHost: service.invalid:443\r\n"));
    for (const auto* of_the_request :
         {"uthorization", "Idempotency-Key", "X-Trace", "User-Agent", "Content-", "Cookie"}) {
        CAPTURE(of_the_request);
        CHECK(!holds(server.requests()[0], of_the_request));
    }
}

TEST_CASE("a proxy that wants a name and a password says so in the error") {
    const RawServer server(
        RawServer::once("HTTP/1.1 407 Proxy Authentication Required\r\n"
                        "Proxy-Authenticate: NTLM\r\nProxy-Authenticate: Negotiate\r\n"
                        "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"));
    auto proxy = at(server);
    for (const bool has_credentials : {false, true}) {
        CAPTURE(has_credentials);
        if (has_credentials) {
            proxy.user = "me";
            proxy.password = Secret(password);
        }
        const auto error = refusal_of("https://service.invalid", proxy);
        CHECK(error.kind == ErrorKind::network);
        CHECK(!error.is_transient);
        CHECK(error.message == "the proxy wants a name and a password, or does not take those it was given");
    }
    const auto requests = server.requests();
    REQUIRE(requests.size() == 2);
    CHECK(!holds(requests[0], "Proxy-Authorization"));
    CHECK(holds(requests[1], "\r\nProxy-Authorization: Basic "));
}

TEST_CASE("a proxy that is asked for the URL itself and wants credentials says so too, and its answer is not shown") {
    const auto encoded = testing::to_base64("me:" + std::string(password));
    const RawServer server([](RawServer::Connection& connection) {
        const auto echo = connection.read_request();
        connection.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: " + std::to_string(echo.size())
                         + "\r\n\r\n" + echo);
    });
    auto proxy = at(server);
    proxy.user = "me";
    proxy.password = Secret(password);
    const auto url_with_password = "http://me:" + std::string(password) + "@127.0.0.1:" + std::to_string(server.port());
    const EnvironmentVariable variable("http_proxy", url_with_password);
    const EnvironmentVariable lower("no_proxy", std::nullopt);
    const EnvironmentVariable upper("NO_PROXY", std::nullopt);
    for (const http::ProxyOptions& options :
         {http::ProxyOptions{proxy}, http::ProxyOptions{http::EnvironmentProxy{}}}) {
        const auto result = usage_of(elsewhere, options);
        const auto error = error_of(result, encoded);
        error_of(result, password);
        CHECK(error.kind == ErrorKind::network);
        CHECK(!error.is_transient);
        CHECK(error.message == "the proxy wants a name and a password, or does not take those it was given");
        CHECK(error.body.empty());
    }
    for (const auto& request : server.requests()) CHECK(holds(request, encoded));
    CHECK(server.requests().size() == 2);
}

TEST_CASE("a 407 of a service that is asked directly is its own refusal") {
    const RawServer server(RawServer::once("HTTP/1.1 407 What\r\nContent-Length: 0\r\n\r\n"));
    const auto error = refusal_of(server.base_url(), http::NoProxy{});
    CHECK(error.kind == ErrorKind::rejected);
    CHECK(error.status == 407);
}

TEST_CASE("a proxy that is not there is a network error") {
    const DeadPort dead;
    for (const auto* scheme : {"http", "https", "socks5", "socks5h"}) {
        CAPTURE(scheme);
        const http::Proxy proxy{.url = std::string(scheme) + "://127.0.0.1:" + std::to_string(dead.port()),
                                .user = "me",
                                .password = Secret(password)};
        CHECK(refusal_of("https://192.0.2.1", proxy).kind == ErrorKind::network);
        CHECK(refusal_of("http://192.0.2.1", proxy).kind == ErrorKind::network);
    }
    CHECK(refusal_of(elsewhere, http::Proxy{.url = "http://proxy.invalid:3128"}).message
          == "the host name of the proxy could not be resolved");
}

TEST_CASE("a SOCKS proxy that refuses is a network error") {
    const RawServer server([](RawServer::Connection& connection) {
        connection.write({"\x05\xFF", 2});  // RFC 1928 section 3: none of the methods is acceptable
        connection.wait_for_close();
    });
    const auto error = refusal_of("http://service.invalid", at(server, "socks5h"));
    CHECK(error.kind == ErrorKind::network);
    CHECK(!error.is_transient);
    CHECK(error.message == "the proxy wants a name and a password, or does not take those it was given");
}

TEST_CASE("an https proxy must be trusted itself") {
    const auto& host = fresh_host();
    const http::Proxy proxy{.url = "https://localhost:" + std::to_string(host.https_port())};
    CHECK(refusal_of(elsewhere, proxy).kind == ErrorKind::tls);
    http::CurlTransport trusting({.tls = {.ca_file = tls_authority().ca_file()}, .proxy = proxy});
    CHECK(trusting.send({.url = elsewhere + "/x"}).answer);
}

TEST_CASE("a proxy URL of the environment that cannot be used is refused without showing it") {
    const std::string secret(password);
    for (const auto& url :
         {"socks9://me:" + secret + "@proxy.invalid:1", "http://me:" + secret + "@pro xy.invalid:1"}) {
        const EnvironmentVariable variable("http_proxy", url);
        const auto error = refusal_of(elsewhere, http::EnvironmentProxy{});
        CHECK(error.kind == ErrorKind::invalid_request);
        CHECK(error.message == "the proxy that the environment names cannot be used");
    }
}
