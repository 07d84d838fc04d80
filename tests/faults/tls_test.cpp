// Whom a client trusts, and what it says when it cannot.
#include <iterator>

#include <doctest/doctest.h>

#include <usagekit/wiremock/client.hpp>

#include "error_of.hpp"
#include "raw_server.hpp"
#include "served.hpp"
#include "stub.hpp"
#include "tls_authority.hpp"
#include "tls_server.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;

namespace {

constexpr std::string_view token = "mock-api-key";
const wiremock::SubscriptionId subscription{"qmr8z"};
const RetryPolicy once{.attempts = 1};

TlsServer server_of(const Identity& identity, std::vector<std::string> more = {}) {
    return TlsServer({.identity = identity,
                      .path = "/v1/subscriptions/qmr8z/usage",
                      .answer = whole_answer(served("subscription-usage.json")),
                      .more = std::move(more)});
}

http::TlsOptions trusting(const TlsAuthority& authority) { return {.ca_file = authority.ca_file()}; }

Result<wiremock::Usage> usage_of(const std::string& base_url, const http::TlsOptions& tls, CallInfo* info = nullptr,
                                 const RetryPolicy& retry = {}) {
    const wiremock::Client client{ApiToken{token}, {.base_url = base_url, .retry = retry, .tls = tls}};
    return client.usage(subscription, {.info = info}).get();
}

/// An error of one attempt, since the same would come of the next.
Error refusal_of(const std::string& base_url, const http::TlsOptions& tls) {
    CallInfo info;
    const auto error = error_of(usage_of(base_url, tls, &info), token);
    CHECK(info.attempts <= 1);
    CHECK(!error.is_transient);
    return error;
}

std::string local(std::string_view scheme, int port) {
    return std::string(scheme) + "://localhost:" + std::to_string(port);
}

}  // namespace

TEST_CASE("fault 3: a redirect from https to http on the same host is refused, and nothing is sent there") {
    auto& host = fresh_host();
    const auto plain = local("http", host.port());
    host.stub(stub(get_of("/v1/subscriptions/qmr8z/usage"),
                   R"("status":307,"headers":{"Location":")" + plain + R"(/elsewhere"})"));
    const wiremock::Client client{ApiToken{token},
                                  {.base_url = local("https", host.https_port()),
                                   .redirects = {.origins = {plain}},
                                   .tls = trusting(tls_authority())}};
    const auto error = error_of(client.usage(subscription).get(), token);
    CHECK(error.kind == ErrorKind::redirect);
    CHECK(host.journal().size() == 1);
    host.reset();
    CHECK(client.usage(subscription).get());
}

TEST_CASE("HTTP/2 is spoken over TLS with a service that offers it, and its connection is used again") {
    auto& host = fresh_host();
    const wiremock::Client client{ApiToken{token},
                                  {.base_url = local("https", host.https_port()), .tls = trusting(tls_authority())}};
    for (const int opened : {1, 0, 0}) {
        CallInfo info;
        CHECK(client.usage(subscription, {.info = &info}).get());
        CHECK(info.connections_opened == opened);
    }
    const auto journal = host.journal();
    CHECK(journal.size() == 3);
    for (const auto& entry : journal) CHECK(entry.protocol == "HTTP/2.0");
}

TEST_CASE("fault 23: a peer that cannot be trusted is refused at once, and nothing is asked") {
    const auto& authority = tls_authority();
    struct Row {
        const char* name;
        Identity identity;
        std::string message;
    };
    const Row rows[] = {
        {"self-signed", authority.self_signed(),
         "the certificate of the peer comes from an authority that is not trusted here"},
        {"another host", authority.wrong_host(), "the certificate of the peer is for another host name"},
        {"expired", authority.expired(), "the certificate of the peer has expired"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        const auto server = server_of(row.identity);
        const auto error = refusal_of(server.base_url(), trusting(authority));
        CHECK(error.kind == ErrorKind::tls);
        CHECK(error.message == row.message);
        CHECK(!error.detail.empty());
        CHECK(server.requests() == 0);
    }
}

TEST_CASE("fault 23: a CA file that is missing is named, and no connection is made") {
    const RawServer server(RawServer::once(""));
    const auto error = refusal_of(local("https", server.port()), {.ca_file = "/nowhere/authority.pem"});
    CHECK(error.kind == ErrorKind::invalid_request);
    CHECK(error.message == "TlsOptions::ca_file: \"/nowhere/authority.pem\" is not there");
    CHECK(server.connections() == 0);
}

TEST_CASE("fault 23: TLS to a plain port, and plain http to a TLS port") {
    auto& host = fresh_host();
    const auto tls = refusal_of(local("https", host.port()), trusting(tls_authority()));
    CHECK(tls.kind == ErrorKind::tls);
    CHECK(tls.message == "the peer does not speak TLS");
    CHECK(host.journal().empty());
    const auto plain = refusal_of(local("http", host.https_port()), {});
    CHECK(plain.kind == ErrorKind::tls);
    CHECK(plain.message == "the peer speaks TLS, and was asked in plain http");
    CHECK(host.journal().empty());
}

TEST_CASE("a TLS port that closes the connection on plain http cannot be told from another broken one") {
    const auto server = server_of(tls_authority().server());
    const auto error = error_of(usage_of(local("http", server.port()), {}, nullptr, once), token);
    CHECK(error.kind == ErrorKind::network);
    CHECK(error.advice.ends_with("whether the port wants https"));
    CHECK(server.requests() == 0);
}

TEST_CASE("a peer whose authority is given is asked, however it is given") {
    const auto& authority = tls_authority();
    const auto server = server_of(authority.server());
    const TlsAuthority other;
    const http::TlsOptions rows[] = {
        {.ca_file = authority.ca_file()},
        {.ca_directory = authority.ca_directory()},
        {.ca_pem = authority.ca_pem()},
        {.ca_pem = other.ca_pem() + authority.ca_pem()},
        {.ca_file = authority.ca_file(), .ca_directory = other.ca_directory()},
        {.ca_file = other.ca_file(), .ca_directory = authority.ca_directory()},
        {.ca_directory = authority.ca_directory(), .ca_pem = other.ca_pem()},
        {.ca_directory = other.ca_directory(), .ca_pem = authority.ca_pem()},
    };
    for (const auto& tls : rows) CHECK(usage_of(server.base_url(), tls));
    CHECK(usage_of("https://127.0.0.1:" + std::to_string(server.port()), trusting(authority)));
    CHECK(server.requests() == std::size(rows) + 1);
}

TEST_CASE("a peer whose authority is another one than those given, or is none of the system's, is refused") {
    const auto server = server_of(tls_authority().server());
    const TlsAuthority other;
    const http::TlsOptions rows[] = {
        {},
        {.ca_file = other.ca_file()},
        {.ca_directory = other.ca_directory()},
        {.ca_pem = other.ca_pem()},
    };
    for (const auto& tls : rows) {
        const auto error = refusal_of(server.base_url(), tls);
        CHECK(error.kind == ErrorKind::tls);
        CHECK(error.message == "the certificate of the peer comes from an authority that is not trusted here");
    }
    CHECK(server.requests() == 0);
}

TEST_CASE("a peer that speaks only older versions than the minimum is refused") {
    const auto& authority = tls_authority();
    struct Row {
        std::vector<std::string> server;
        http::TlsVersion minimum;
        bool is_refused;
    };
    const Row rows[] = {
        {{"-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"}, http::TlsVersion::v1_2, true},
        {{"-tls1_2"}, http::TlsVersion::v1_2, false},
        {{"-tls1_3"}, http::TlsVersion::v1_2, false},
        {{"-tls1_2"}, http::TlsVersion::v1_3, true},
        {{"-tls1_3"}, http::TlsVersion::v1_3, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.server.front());
        const auto server = server_of(authority.server(), row.server);
        const http::TlsOptions tls{.ca_file = authority.ca_file(), .minimum_version = row.minimum};
        if (!row.is_refused) {
            CHECK(usage_of(server.base_url(), tls));
            continue;
        }
        const auto error = refusal_of(server.base_url(), tls);
        CHECK(error.kind == ErrorKind::tls);
        CHECK(error.message == "the peer speaks no version of TLS that is allowed here");
        CHECK(server.requests() == 0);
    }
}

TEST_CASE("a peer that asks for a client certificate is given one") {
    const auto& authority = tls_authority();
    const auto [certificate, key] = authority.client();
    const auto locked_key = authority.locked_client().key_file;
    const auto server = server_of(authority.server(), client_certificates_of(authority));
    const http::TlsOptions rows[] = {
        {.ca_file = authority.ca_file(), .certificate_file = certificate, .key_file = key},
        {.ca_file = authority.ca_file(),
         .certificate_file = certificate,
         .key_file = locked_key,
         .key_password = Secret(TlsAuthority::password)},
    };
    for (const auto& tls : rows) CHECK(usage_of(server.base_url(), tls));
    CHECK(server.requests() == std::size(rows));
}

TEST_CASE("a peer that asks for a client certificate refuses who has none, or one of another authority") {
    const auto& authority = tls_authority();
    const TlsAuthority other;
    for (const auto* version : {"-tls1_2", "-tls1_3"}) {
        CAPTURE(version);
        auto more = client_certificates_of(authority);
        more.emplace_back(version);
        const auto server = server_of(authority.server(), more);
        const auto none = refusal_of(server.base_url(), trusting(authority));
        CHECK(none.kind == ErrorKind::tls);
        CHECK(none.advice.find("TlsOptions::certificate_file") != std::string::npos);
        const auto [certificate, key] = other.client();
        const auto wrong = refusal_of(
            server.base_url(), {.ca_file = authority.ca_file(), .certificate_file = certificate, .key_file = key});
        CHECK(wrong.kind == ErrorKind::tls);
        CHECK(wrong.message == "the peer asks for a client certificate, or refuses the one it was given");
        CHECK(server.requests() == 0);
    }
}

TEST_CASE("a client certificate whose key cannot be used is a tls error that does not show the password") {
    const auto& authority = tls_authority();
    const auto server = server_of(authority.server(), client_certificates_of(authority));
    const auto certificate = authority.client().certificate_file;
    struct Row {
        const char* name;
        std::string key_file;
        Secret password;
    };
    const Row rows[] = {
        {"no password", authority.locked_client().key_file, Secret()},
        {"wrong password", authority.locked_client().key_file, Secret("let-me-in")},
        {"no key", authority.ca_file(), Secret()},
        {"key of another", authority.server().key_file, Secret()},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        const http::TlsOptions tls{.ca_file = authority.ca_file(),
                                   .certificate_file = certificate,
                                   .key_file = row.key_file,
                                   .key_password = row.password};
        CallInfo info;
        const auto error = error_of(usage_of(server.base_url(), tls, &info), "let-me-in");
        CHECK(error.kind == ErrorKind::tls);
        CHECK(error.message == "the client certificate or its key could not be used");
        CHECK(info.attempts == 1);
    }
    CHECK(server.requests() == 0);
}

TEST_CASE("a file of authorities that holds none is a tls error that names it") {
    const auto& authority = tls_authority();
    const auto server = server_of(authority.server());
    const auto error = refusal_of(server.base_url(), {.ca_file = authority.server().key_file});
    CHECK(error.kind == ErrorKind::tls);
    CHECK(error.message == "the certificate authorities could not be read");
    CHECK(error.detail.find(authority.server().key_file) != std::string::npos);
}

TEST_CASE("a connection that breaks during the handshake is a network error, which may pass") {
    const RawServer server([](RawServer::Connection& connection) { connection.reset(); });
    const auto error =
        error_of(usage_of(local("https", server.port()), trusting(tls_authority()), nullptr, once), token);
    CHECK(error.kind == ErrorKind::network);
    CHECK(error.is_transient);
}
