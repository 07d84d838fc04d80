// What a server says in an answer changes nothing about the requests to come.
#include <doctest/doctest.h>

#include "organisations.hpp"

using namespace usagekit;

namespace {

/// The answer that a request for an organisation has, with more fields in its header.
std::string with_fields(std::string_view request, std::string_view fields) {
    auto answer = answer_to(request);
    return answer.insert(answer.find("\r\n") + 2, fields);
}

}  // namespace

TEST_CASE("fault 8: a 401 that asks for other schemes is not answered with any") {
    for (const auto* schemes :
         {"WWW-Authenticate: NTLM\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: Basic realm=\"x\"\r\n",
          "WWW-Authenticate: NTLM, Negotiate, Basic realm=\"x\"\r\n",
          "WWW-Authenticate: Digest realm=\"x\", nonce=\"y\"\r\n"}) {
        RawServer server(
            RawServer::always("HTTP/1.1 401 Unauthorized\r\n" + std::string(schemes) + "Content-Length: 0\r\n\r\n"));
        const auto client = organisations_at(server.base_url());
        const auto error = error_at(client);
        CHECK(error.kind == ErrorKind::authentication);
        CHECK(error.attempts == 1);
        REQUIRE(server.requests().size() == 1);
        CHECK(server.requests()[0].find("\r\nAuthorization: Token " + std::string(organisation_token) + "\r\n")
              != std::string::npos);
        CHECK(error_at(client).kind == ErrorKind::authentication);
        CHECK(server.requests().size() == 2);
    }
}

TEST_CASE("fault 9: cookies are not sent back, and no service moves a client to another port or scheme") {
    RawServer other(answer_all);
    const auto fields = "Set-Cookie: session=1; Path=/\r\nSet-Cookie: other=2\r\nAlt-Svc: h2=\"127.0.0.1:"
                        + std::to_string(other.port()) + "\", http/1.1=\"127.0.0.1:" + std::to_string(other.port())
                        + "\"; ma=3600\r\nStrict-Transport-Security: max-age=31536000; includeSubDomains\r\n";
    RawServer server([&](RawServer::Connection& connection) {
        for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
            connection.write(with_fields(request, fields));
            if (connection.number() == 1) return;  // so that another connection is made
        }
    });
    const auto client = organisations_at("http://localhost:" + std::to_string(server.port()));
    for (const auto* id : {"a", "b", "c"}) CHECK(gets(client, id));
    CHECK(server.connections() == 2);
    CHECK(other.connections() == 0);
    const auto requests = server.requests();
    REQUIRE(requests.size() == 3);
    for (const auto& request : requests) {
        CHECK(request.find("Cookie") == std::string::npos);
        CHECK(request.find("session") == std::string::npos);
        CHECK(request.find("Alt-Used") == std::string::npos);
    }
}
