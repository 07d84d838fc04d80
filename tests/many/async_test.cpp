// Calls that the transport's own thread runs.
#include <csignal>
#include <fstream>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <set>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>

#include <doctest/doctest.h>

#include "crowd.hpp"
#include "sanitizers.hpp"
#include "stopped_call.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
using Organisation = Result<wiremock::Organisation>;

namespace {

/// Gives no answer, ever.
void keep_silent(RawServer::Connection& connection) {
    connection.read_request();
    connection.wait_for_close();
}

int threads() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("Threads:")) return std::stoi(line.substr(8));
    }
    return 0;
}

/// A transport that the user wrote: no server, and no thread of one.
class OwnTransport final : public http::Transport {
    http::Exchange send(const http::Request& request) override {
        const auto answer = answer_to("GET " + request.url.substr(request.url.find("/v1")) + " ");
        return {.answer = http::Response{.status = 200, .body = answer.substr(answer.find("\r\n\r\n") + 4)}};
    }
};

/// What a future gives, which must be there soon.
template <class T>
T soon(std::future<T> future) {
    REQUIRE(future.wait_for(10s) == std::future_status::ready);
    return future.get();
}

}  // namespace

TEST_CASE("async gives each caller the result of its own call") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    std::vector<std::future<Organisation>> futures;
    for (const auto& id : ids(200)) futures.push_back(call_for(client, id).async());
    std::vector<std::string> results;
    for (auto& future : futures) results.push_back(shown(soon(std::move(future))));
    CHECK(results == ids(200));
}

TEST_CASE("all handlers of a transport run on one thread, which is not the caller's, whatever client made the call") {
    RawServer server(answer_all);
    const auto transport = std::make_shared<http::CurlTransport>();
    const auto client = organisations_at(server.base_url(), {.transport = transport});
    const auto other = organisations_at(server.base_url(), {.transport = transport});
    std::mutex mutex;
    std::set<std::thread::id> seen;
    std::latch all(20);
    for (int i = 0; i < 20; ++i) {
        call_for(i % 2 == 0 ? client : other, "a").then([&](Organisation result) {
            const std::lock_guard lock(mutex);
            if (result) seen.insert(std::this_thread::get_id());
            all.count_down();
        });
    }
    all.wait();
    CHECK(seen.size() == 1);
    CHECK(!seen.contains(std::this_thread::get_id()));
}

TEST_CASE("there is no thread before the first asynchronous call, and none after the last client") {
    std::optional client = organisations_at("https://h.example", {.transport = std::make_shared<OwnTransport>()});
    std::optional copy = client;
    CHECK(gets(*client, "a"));
    const int before = threads();
    auto unsent = call_for(*client, "b");
    CHECK(threads() == before);
    CHECK(shown(soon(std::move(unsent).async())) == "b");
    CHECK(threads() == before + 1);
    client.reset();
    CHECK(threads() == before + 1);
    copy.reset();
    CHECK(threads() == before);
}

TEST_CASE("a handler may start further calls, as long a chain of them as it likes") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    std::promise<int> done;
    std::function<void(int)> ask = [&](int count) {
        call_for(client, std::to_string(count)).then([&, count](Organisation result) {
            if (!result || count == 300) return done.set_value(count);
            ask(count + 1);
        });
    };
    ask(0);
    CHECK(soon(done.get_future()) == 300);
}

TEST_CASE("a handler may be a thing that can only be moved, and take the result by value") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    std::promise<std::string> done;
    auto future = done.get_future();
    call_for(client, "a").then([done = std::move(done), owned = std::make_unique<int>(7)](Organisation result) mutable {
        done.set_value(std::to_string(*owned) + shown(result));
    });
    CHECK(soon(std::move(future)) == "7a");
}

TEST_CASE("a handler that throws does not take the thread down, nor any other call") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    std::vector<std::future<Organisation>> futures;
    for (const auto& id : ids(20)) {
        call_for(client, "a").then([](const Organisation&) { throw std::runtime_error("not yours"); });
        futures.push_back(call_for(client, id).async());
    }
    std::vector<std::string> results;
    for (auto& future : futures) results.push_back(shown(soon(std::move(future))));
    CHECK(results == ids(20));
}

TEST_CASE("get and get_all are refused on the thread that would have to go on with them, and only there") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    const auto other = organisations_at(server.base_url());
    std::promise<std::vector<std::string>> done;
    call_for(client, "a").then([&](Organisation) {
        const auto refused = call_for(client, "b").get();
        auto texts = shown(get_all(calls_for(client, {"c", "d"})));
        texts.push_back(shown(refused));
        texts.push_back(refused ? "" : refused.error().message);
        texts.push_back(shown(call_for(other, "e").get()));
        done.set_value(std::move(texts));
    });
    CHECK(soon(done.get_future())
          == std::vector<std::string>{
              "invalid_request", "invalid_request", "invalid_request",
              "the call would block the thread that runs the asynchronous calls of its transport", "e"});
    CHECK(gets(client, "f"));
}

TEST_CASE("calls that have not ended when the last client goes end as cancelled, and soon") {
    RawServer server(keep_silent);
    RawServer busy(RawServer::always("HTTP/1.1 503 Busy\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n"));
    const auto transport = std::make_shared<http::CurlTransport>();
    std::optional client = organisations_at(server.base_url(), {.transport = transport});
    std::optional waiting = organisations_at(busy.base_url(), {.transport = transport});
    std::vector<std::future<Organisation>> futures;
    for (int i = 0; i < 300; ++i) futures.push_back(call_for(*client, "a").async());  // more than are sent at once
    futures.push_back(call_for(*waiting, "b").async());
    while (server.requests().size() < 100) std::this_thread::sleep_for(1ms);
    waiting.reset();
    CHECK(time_of([&] { client.reset(); }) < 2s);
    for (auto& future : futures) {
        REQUIRE(future.wait_for(0s) == std::future_status::ready);
        CHECK(shown(future.get()) == "cancelled");
    }
}

TEST_CASE("the last client may go inside of a handler: what has not ended is cancelled then") {
    for (int i = 0; i < 20; ++i) {
        RawServer server([](RawServer::Connection& connection) {
            const auto request = connection.read_request();
            if (request.find("/silent ") != request.npos) return connection.wait_for_close();
            connection.write(answer_to(request));
            connection.read_request();
        });
        auto client = std::make_shared<wiremock::Client>(organisations_at(server.base_url()));
        auto silent = call_for(*client, "silent").async();
        std::promise<std::string> done;
        auto& owner = *client;
        call_for(owner, "a").then([&done, client = std::move(client)](Organisation result) mutable {
            client.reset();
            done.set_value(shown(result));
        });
        CHECK(soon(done.get_future()) == "a");
        CHECK(shown(soon(std::move(silent))) == "cancelled");
    }
}

TEST_CASE("an asynchronous call ends within 0.1 s of a stop, by its options or by its then") {
    RawServer server(keep_silent);
    const auto client = organisations_at(server.base_url());
    stopped([&](const std::stop_token& stop) { return soon(call_for(client, "a", {.stop = stop}).async()).error(); });
    const auto ended = [&](const CallOptions& options, const std::stop_token& stop) {
        std::promise<Error> done;
        call_for(client, "a", options).then([&](Organisation result) { done.set_value(result.error()); }, stop);
        return soon(done.get_future());
    };
    stopped([&](const std::stop_token& stop) { return ended({}, stop); });
    std::stop_source other;
    stopped([&](const std::stop_token& stop) { return ended({.stop = other.get_token()}, stop); });
    stopped([&](const std::stop_token& stop) { return ended({.stop = stop}, other.get_token()); });
}

TEST_CASE("a call that was sent already tells so on the calling thread") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    auto call = call_for(client, "a");
    CHECK(shown(soon(std::move(call).async())) == "a");
    std::thread::id where;
    std::move(call).then([&](Organisation result) {  // NOLINT(bugprone-use-after-move): that is what is tested
        CHECK(result.error().message == "the call was sent already, or moved from");
        where = std::this_thread::get_id();
    });
    CHECK(where == std::this_thread::get_id());
}

TEST_CASE("many threads may start calls at once") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> starters;
        for (int thread = 0; thread < 8; ++thread) {
            starters.emplace_back([&, thread] {
                std::vector<std::future<Organisation>> futures;
                for (int i = 0; i < 50; ++i)
                    futures.push_back(call_for(client, std::to_string(thread * 100 + i)).async());
                for (int i = 0; i < 50; ++i) {
                    if (shown(futures[static_cast<std::size_t>(i)].get()) == std::to_string(thread * 100 + i)) ++right;
                }
            });
        }
    }
    CHECK(right == 400);
}

TEST_CASE("the thread takes no signal that is meant for the program") {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    std::promise<bool> done;
    call_for(client, "a").then([&](Organisation) {
        sigset_t blocked;
        pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
        done.set_value(sigismember(&blocked, SIGTERM) == 1 && sigismember(&blocked, SIGCHLD) == 1);
    });
    CHECK(soon(done.get_future()));
    sigset_t mine;
    pthread_sigmask(SIG_SETMASK, nullptr, &mine);
    CHECK(sigismember(&mine, SIGTERM) == 0);
}

TEST_CASE("a child process sends asynchronous calls on a thread of its own" * doctest::skip(under_thread_sanitizer)) {
    RawServer server(answer_all);
    const auto client = organisations_at(server.base_url());
    CHECK(shown(soon(call_for(client, "parent").async())) == "parent");
    const auto child = fork();
    if (child == 0) {
        auto future = call_for(client, "child").async();
        _exit(future.wait_for(10s) == std::future_status::ready && shown(future.get()) == "child" ? 7 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WEXITSTATUS(status) == 7);
    CHECK(shown(soon(call_for(client, "parent").async())) == "parent");
}

TEST_CASE("a transport of the user's serves asynchronous calls, too, one after another") {
    const auto client = organisations_at("https://h.example", {.transport = std::make_shared<OwnTransport>()});
    std::vector<std::future<Organisation>> futures;
    for (const auto& id : ids(20)) futures.push_back(call_for(client, id).async());
    for (const auto& id : ids(20)) {
        CHECK(shown(soon(std::move(futures[static_cast<std::size_t>(std::stoi(id))]))) == id);
    }
}

TEST_CASE("calls that wait to be sent again wait side by side") {
    RawServer server([](RawServer::Connection& connection) {
        for (int i = 0; !connection.read_request().empty(); ++i) {
            connection.write("HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
        }
    });
    const auto client =
        organisations_at(server.base_url(), {.retry = {.attempts = 2}, .retry_budget = {.capacity = 5000}});
    const auto time = time_of([&] {
        std::vector<std::future<Organisation>> futures;
        for (int i = 0; i < 50; ++i) futures.push_back(call_for(client, "a").async());
        for (auto& future : futures) CHECK(soon(std::move(future)).error().attempts == 2);
    });
    CHECK(time < 8s);  // one after another they would take 50 s
}
