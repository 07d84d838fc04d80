// What a process does besides: it forks, takes signals and ends.
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <doctest/doctest.h>

#include "organisations.hpp"
#include "tls_authority.hpp"
#include "tls_server.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;

namespace {

int wrong_answers(const wiremock::Client& client, std::string_view who) {
    int wrong = 0;
    for (int i = 0; i < 20; ++i) {
        if (!gets(client, std::string(who) + "-" + std::to_string(i))) ++wrong;
    }
    return wrong;
}

/// How a child process ends that does this.
int status_of_child(const auto& action) {
    const auto child = fork();
    if (child == 0) _exit(action());
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

}  // namespace

TEST_CASE("after a fork, parent and child ask at the same time, and every answer belongs to its request") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url(), {.retry = {.attempts = 1}});
    CHECK(gets(client, "before"));
    const auto child = fork();
    if (child == 0) _exit(wrong_answers(client, "child"));
    CHECK(wrong_answers(client, "parent") == 0);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(server.connections() == 2);  // the parent goes on with its own
    CHECK(server.requests().size() == 41);
}

TEST_CASE("a child that throws its client away leaves the parent's connection alone") {
    auto& host = fresh_host();
    auto client = std::make_unique<wiremock::Client>(
        organisations_at("https://localhost:" + std::to_string(host.https_port()),
                         {.retry = {.attempts = 1}, .tls = {.ca_file = tls_authority().ca_file()}}));
    CHECK(gets(*client, "mgk7g"));
    CHECK(status_of_child([&] {
              client.reset();  // closing would tell the server, by TLS close_notify
              return 0;
          })
          == 0);
    CallInfo info;
    CHECK(gets(*client, "mgk7g", {.info = &info}));
    CHECK(info.connections_opened == 0);
}

TEST_CASE("a child does not wait for, nor take, the locks of calls that its parent's other threads make") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url(), {.retry = {.attempts = 1}});
    std::jthread busy([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) CHECK(gets(client, "busy"));
    });
    for (int i = 0; i < 20; ++i) {
        CHECK(status_of_child([&] { return wrong_answers(client, "child"); }) == 0);
    }
}

TEST_CASE("programs that the process starts do not inherit its connections") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    CHECK(gets(client, "a"));
    int connections = 0;
    for (int descriptor = 0; descriptor < 1024; ++descriptor) {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (getpeername(descriptor, reinterpret_cast<sockaddr*>(&peer), &size) != 0) continue;
        if (ntohs(peer.sin_port) != server.port()) continue;
        ++connections;
        CHECK((fcntl(descriptor, F_GETFD) & FD_CLOEXEC) != 0);
    }
    CHECK(connections == 1);
}

TEST_CASE("a peer that closes a TLS connection while it is written to raises no signal") {
    const TlsServer server({.identity = tls_authority().server()});
    http::CurlTransport transport({.tls = {.ca_file = tls_authority().ca_file()}});
    const http::Request request{
        .method = "POST", .url = server.base_url(), .body = std::string(std::size_t{16} << 20, 'x')};
    const auto status = status_of_child([&] {
        std::signal(SIGPIPE, SIG_DFL);
        for (int i = 0; i < 3; ++i) static_cast<void>(transport.send(request));
        return 7;
    });
    CHECK(!WIFSIGNALED(status));
    CHECK(WEXITSTATUS(status) == 7);
}

TEST_CASE("clients that live until the program ends, with connections that stand, do not disturb its end") {
    auto& host = fresh_host();
    const auto command = "USAGEKIT_URL=https://localhost:" + std::to_string(host.https_port())
                         + " USAGEKIT_CA=" + tls_authority().ca_file() + " '" + USAGEKIT_STATIC_CLIENTS + "'";
    CHECK(std::system(command.c_str()) == 0);
    CHECK(host.journal().size() == 2);
}
