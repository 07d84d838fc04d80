// What a process does besides: it forks.
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "organisations.hpp"

using namespace usagekit;

namespace {

int wrong_answers(const wiremock::Client& client, std::string_view who) {
    int wrong = 0;
    for (int i = 0; i < 20; ++i) {
        if (!gets(client, std::string(who) + "-" + std::to_string(i))) ++wrong;
    }
    return wrong;
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
    RawServer server(answer_all);
    auto client = std::make_unique<wiremock::Client>(organisations_at(server.base_url()));
    CHECK(gets(*client, "before"));
    const auto child = fork();
    if (child == 0) {
        client.reset();
        _exit(0);
    }
    waitpid(child, nullptr, 0);
    CHECK(gets(*client, "after"));
    CHECK(server.connections() == 1);
}
