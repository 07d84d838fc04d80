// The end of an execution context while calls are under way: of a program that is told to end, for example.
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <doctest/doctest.h>

#include "service.hpp"

using namespace usagekit;
using namespace std::chrono_literals;
namespace asio = boost::asio;

namespace {

/// Counts the calls of a client that have ended, and those of them that were stopped.
struct Ended {
    std::atomic<int> calls = 0;
    std::atomic<int> cancelled = 0;

    [[nodiscard]] Observer observer() {
        return [this](const CallEvent& event) {
            const auto* finished = std::get_if<CallFinished>(&event.what);
            if (finished == nullptr) return;
            if (finished->error && finished->error->kind == ErrorKind::cancelled) ++cancelled;
            ++calls;
        };
    }
    [[nodiscard]] bool come_to(int count) const {
        for (const auto start = std::chrono::steady_clock::now(); calls < count;) {
            if (std::chrono::steady_clock::now() - start > 5s) return false;
            std::this_thread::sleep_for(1ms);
        }
        return true;
    }
};

/// Starts a call when it is destroyed.
struct LastWill {
    const wiremock::Client* client;
    asio::io_context* io;
    std::shared_ptr<int> alive;

    ~LastWill() {
        async_get(client->usage(subscription), asio::bind_executor(*io, [copy = alive](const UsageResult&) {}));
    }
};

}  // namespace

TEST_CASE("when an io_context is destroyed, its handlers are destroyed without being called, and their calls stopped") {
    Ended ended;
    const auto client = client_of(silent_host(), {.observer = ended.observer()});
    const auto alive = std::make_shared<int>();
    const auto handler = [alive](const UsageResult&) { FAIL("a handler was called"); };
    std::optional<asio::io_context> io(std::in_place);
    async_get(client.usage(subscription), asio::bind_executor(*io, handler));
    async_get(client.usage(subscription), asio::bind_executor(asio::make_strand(*io), handler));
    async_get(client.usage(subscription), asio::bind_executor(asio::any_io_executor(io->get_executor()), handler));
    std::this_thread::sleep_for(50ms);
    CHECK(alive.use_count() == 5);
    io.reset();
    CHECK(alive.use_count() == 2);
    CHECK(ended.come_to(3));
    CHECK(ended.cancelled == 3);
}

TEST_CASE("when a thread pool is destroyed, calls whose handlers run there do no harm") {
    Ended ended;
    const auto client = client_of(silent_host(), {.observer = ended.observer()});
    const auto alive = std::make_shared<int>();
    {
        asio::thread_pool pool(2);
        async_get(client.usage(subscription), asio::bind_executor(pool, [alive](const UsageResult&) {}));
        std::this_thread::sleep_for(20ms);
        pool.stop();
    }
    CHECK(alive.use_count() == 1);
    CHECK(ended.come_to(1));
}

TEST_CASE("an io_context may be destroyed at whatever moment of a call") {
    Ended ended;
    const auto client = client_of(fresh_host(), {.observer = ended.observer()});
    int called = 0;
    for (auto [i, pause] = std::pair(0, 100us); i < 200; ++i) {
        asio::io_context io;
        for (int j = 0; j < 3; ++j) {
            async_get(client.usage(subscription), asio::bind_executor(io, [&](const UsageResult&) { ++called; }));
        }
        std::this_thread::sleep_for(pause);
        pause = io.poll() == 3 ? 100us : pause * 9 / 8;  // until all of them have ended in time, then from the start
    }
    CHECK(ended.come_to(600));
    CHECK(called > 0);
    CHECK(called < 600);
}

TEST_CASE("an io_context and a client that only its handlers own may end at whatever moment of a call") {
    auto& host = fresh_host();
    for (int i = 0; i < 60; ++i) {
        asio::io_context io;
        const auto client = std::make_shared<wiremock::Client>(client_of(host));
        auto call = client->usage(subscription);
        async_get(std::move(call), asio::bind_executor(io, [client](const UsageResult&) {}));
        std::this_thread::sleep_for(i * 100us);
    }
}

TEST_CASE("a call that starts while its io_context ends is not sent, and its handler destroyed") {
    auto& host = fresh_host();
    const auto client = client_of(host);
    const auto alive = std::make_shared<int>();
    {
        asio::io_context io;
        auto will = std::make_shared<LastWill>(LastWill{&client, &io, alive});
        async_get(client.usage(subscription), asio::bind_executor(io, [will](const UsageResult&) {}));
        will.reset();
    }
    CHECK(alive.use_count() == 1);
}
