// What the TLS connections of a transport have in common: the authorities that were read, and the sessions.
#include <filesystem>
#include <memory>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <doctest/doctest.h>

#include "exchanged.hpp"
#include "raw_server.hpp"
#include "temp_folder.hpp"
#include "tls_authority.hpp"
#include "tls_server.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using http::ConnectionBasis;

namespace {

/// Resumes no session, so that its certificate is verified each time.
TlsServer forgetful_server() {
    return TlsServer({.identity = tls_authority().server(),
                      .path = "/a",
                      .answer = whole_answer("{}"),
                      .more = {"-num_tickets", "0"}});
}

/// Says in its answer whether the session of the connection is a new one. It closes each.
TlsServer talkative_server(std::vector<std::string> more = {}) {
    more.emplace_back("-www");
    return TlsServer({.identity = tls_authority().server(), .more = std::move(more)});
}

http::Basis basis_of(const std::string& system_file, const http::ConnectionOptions& options = {}) {
    return std::make_shared<ConnectionBasis>(options, http::AuthorityPaths{.file = system_file});
}

/// What comes of a request on a new connection, by a new multi handle.
http::Exchange asked(const http::Basis& basis, const TlsServer& server) {
    http::Exchanges exchanges;
    return exchanged(exchanges, basis, {.url = server.base_url() + "/a"});
}

bool resumes(http::CurlTransport& transport, const std::string& base_url) {
    const auto exchange = transport.send({.url = base_url});
    REQUIRE(exchange.answer);
    CHECK(exchange.connections_opened == 1);
    const auto& body = exchange.answer.value().body;
    const bool is_new = body.find("New, ") != std::string::npos;
    const bool is_resumed = body.find("Reused, ") != std::string::npos;
    CHECK(is_new != is_resumed);
    return is_resumed;
}

http::ConnectionOptions trusting_ours() { return {.tls = {.ca_file = tls_authority().ca_file()}}; }

}  // namespace

TEST_CASE("the system's authorities are read once for the connections of all threads") {
    const auto padded = [](std::string pem) { return pem.append(4096 - pem.size(), '\n'); };
    const TempFolder folder;
    const auto file = folder.write("bundle.pem", padded(tls_authority().ca_pem()));
    const auto time = std::filesystem::last_write_time(file);
    const auto server = forgetful_server();
    const auto basis = basis_of(file);
    CHECK(asked(basis, server).answer);
    folder.write("bundle.pem", padded(TlsAuthority().ca_pem()));  // who read it now would trust another
    std::filesystem::last_write_time(file, time);
    std::jthread([&] { CHECK(asked(basis, server).answer); }).join();
    std::filesystem::remove(file);
    CHECK(asked(basis, server).answer);
    CHECK(server.requests() == 3);
}

TEST_CASE("the system's authorities are read again when their file has changed") {
    const TempFolder folder;
    const auto file = folder.write("bundle.pem", TlsAuthority().ca_pem());
    const auto server = forgetful_server();
    const auto basis = basis_of(file);
    CHECK(asked(basis, server).answer.error().kind == ErrorKind::tls);
    folder.write("next.pem", tls_authority().ca_pem());
    std::filesystem::rename(folder.path_of("next.pem"), file);
    CHECK(asked(basis, server).answer);
    folder.write("bundle.pem", "half a fi");  // is just being written
    CHECK(asked(basis, server).answer);
    CHECK(server.requests() == 2);
}

TEST_CASE("the system's directory of authorities is trusted besides their file") {
    const TempFolder folder;
    const auto file = folder.write("bundle.pem", TlsAuthority().ca_pem());
    const auto server = forgetful_server();
    const auto basis = std::make_shared<ConnectionBasis>(
        http::ConnectionOptions{}, http::AuthorityPaths{.file = file, .directory = tls_authority().ca_directory()});
    CHECK(asked(basis, server).answer);
}

TEST_CASE("a system's file of authorities that holds none is a tls error") {
    const TempFolder folder;
    const auto server = forgetful_server();
    const auto exchange = asked(basis_of(folder.write("bundle.pem", "nothing\n")), server);
    CHECK(exchange.answer.error().kind == ErrorKind::tls);
    CHECK(exchange.answer.error().message == "the certificate authorities could not be read");
    CHECK(server.requests() == 0);
}

TEST_CASE("transports that trust others do not use each other's connections or authorities, also on one multi handle") {
    const TempFolder folder;
    const TlsAuthority other;
    const auto url = "https://localhost:" + std::to_string(fresh_host().https_port());
    http::Exchanges exchanges;
    const auto is_trusted = [&](const http::Basis& basis) {
        const auto exchange = exchanged(exchanges, basis, {.url = url});
        if (!exchange.answer) CHECK(exchange.answer.error().kind == ErrorKind::tls);
        return exchange.answer.has_value();
    };
    const auto system = basis_of(folder.write("bundle.pem", tls_authority().ca_pem()));
    const auto file = basis_of({}, {.tls = {.ca_file = other.ca_file()}});
    const auto text = basis_of({}, {.tls = {.ca_pem = other.ca_pem()}});
    const auto directory = basis_of({}, {.tls = {.ca_directory = other.ca_directory()}});
    for (int i = 0; i < 2; ++i) {
        CHECK(is_trusted(system));
        CHECK(!is_trusted(file));
        CHECK(!is_trusted(text));
        CHECK(!is_trusted(directory));
    }
}

TEST_CASE("a session is resumed by all threads of a transport, and by no other transport") {
    for (const auto* version : {"-tls1_2", "-tls1_3"}) {
        CAPTURE(version);
        const auto server = talkative_server({version});
        http::CurlTransport transport(trusting_ours());
        CHECK(!resumes(transport, server.base_url()));
        CHECK(resumes(transport, server.base_url()));
        std::jthread([&] { CHECK(resumes(transport, server.base_url())); }).join();
        http::CurlTransport other(trusting_ours());
        CHECK(!resumes(other, server.base_url()));
    }
}

TEST_CASE("a session is resumed by a handle of the same transport on another multi handle") {
    const auto server = talkative_server();
    const auto basis = basis_of({}, trusting_ours());
    for (const auto* sign : {"New, ", "Reused, "}) {
        const auto exchange = asked(basis, server);
        REQUIRE(exchange.answer);
        CHECK(exchange.answer.value().body.find(sign) != std::string::npos);
    }
}

TEST_CASE("a child process resumes no session of its parent") {
    const auto server = talkative_server();
    http::CurlTransport transport(trusting_ours());
    CHECK(!resumes(transport, server.base_url()));
    const auto child = fork();
    if (child == 0) _exit(resumes(transport, server.base_url()) ? 1 : 0);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(resumes(transport, server.base_url()));
}
