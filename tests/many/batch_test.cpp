// Batches over real connections.
#include <mutex>
#include <thread>

#include <doctest/doctest.h>

#include "crowd.hpp"
#include "dead_port.hpp"
#include "stopped_call.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

TEST_CASE("as many requests are under way at once as a batch allows, on connections that are used again") {
    Crowd crowd;
    RawServer server(crowd.script(20ms));
    const auto client = organisations_at(server.base_url());
    CHECK(shown(get_all(calls_for(client, ids(40)), {.max_in_flight = 8})) == ids(40));
    CHECK(crowd.most() == 8);
    CHECK(server.connections() == 8);
    CHECK(shown(get_all(calls_for(client, ids(40)), {.max_in_flight = 8})) == ids(40));
    CHECK(server.connections() == 8);
}

TEST_CASE("answers that come in another order go to the calls that they belong to") {
    RawServer server([](RawServer::Connection& connection) {
        for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
            connection.pause(std::chrono::milliseconds{(7 * connection.number()) % 30});
            if (!connection.write(answer_to(request))) return;
        }
    });
    const auto client = organisations_at(server.base_url());
    CHECK(shown(get_all(calls_for(client, ids(300)))) == ids(300));
}

TEST_CASE("no more requests go to one host than a batch allows for it, and those to another do not wait for them") {
    Crowd crowd;
    Crowd other_crowd;
    RawServer server(crowd.script(20ms));
    RawServer other(other_crowd.script(20ms));
    const auto results =
        get_all({.max_in_flight = 8, .per_host = 3}, calls_for(organisations_at(server.base_url()), ids(20)),
                calls_for(organisations_at(other.base_url()), ids(20)));
    CHECK(shown(std::get<0>(results)) == ids(20));
    CHECK(shown(std::get<1>(results)) == ids(20));
    CHECK(crowd.most() == 3);
    CHECK(other_crowd.most() == 3);
}

TEST_CASE("a request whose connection turns out to be dead is sent once more, however many other connections stand") {
    RawServer server([](RawServer::Connection& connection) {
        for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
            if (request.find("/reset ") != request.npos) return connection.reset();
            connection.pause(5ms);
            if (!connection.write(answer_to(request))) return;
        }
    });
    const auto client = organisations_at(server.base_url(), {.retry = {.attempts = 1}});
    CHECK(shown(get_all(calls_for(client, ids(40)), {.max_in_flight = 8})) == ids(40));
    CHECK(server.connections() == 8);
    CHECK(shown(get_all(calls_for(client, {"reset"}))) == std::vector<std::string>{"network"});
    CHECK(server.requests().size() == 42);
    CHECK(server.connections() == 9);
    CHECK(shown(get_all(calls_for(client, ids(40)), {.max_in_flight = 8})) == ids(40));
    CHECK(server.connections() <= 10);  // those that stood are used
}

TEST_CASE("a call that fails, in whatever way, disturbs none of the others") {
    RawServer server([](RawServer::Connection& connection) {
        for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
            if (request.find("/reset ") != request.npos) return connection.reset();
            if (request.find("/silent ") != request.npos) return connection.wait_for_close();
            if (request.find("/garbage ") != request.npos) {
                connection.write("garbage\r\n\r\n");
                return;
            }
            if (request.find("/cut ") != request.npos) {
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
                return;
            }
            if (!connection.write(answer_to(request))) return;
        }
    });
    const auto client = organisations_at(server.base_url(), {.timeouts = {.attempt = 300ms}, .retry = {.attempts = 1}});
    const auto nowhere = organisations_at("http://127.0.0.1:" + std::to_string(DeadPort().port()));
    std::vector<std::string> asked;
    std::vector<std::string> expected;
    const std::vector<std::pair<std::string, std::string>> failing = {
        {"reset", "network"}, {"silent", "timeout"}, {"garbage", "protocol"}, {"cut", "protocol"}};
    for (const auto& id : ids(30)) {
        asked.push_back(id);
        expected.push_back(id);
        const auto& [name, kind] = failing[asked.size() % failing.size()];
        asked.push_back(name);
        expected.push_back(kind);
    }
    auto calls = calls_for(client, asked);
    calls.push_back(call_for(nowhere, "x", {.retry = RetryPolicy{.attempts = 1}}));
    expected.emplace_back("network");
    CHECK(shown(get_all(std::move(calls), {.max_in_flight = 16})) == expected);
}

TEST_CASE("a repetition that waits until there is room for it ends with the call's time limit") {
    RawServer server([](RawServer::Connection& connection) {
        for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
            const bool is_busy = request.find("/busy ") != request.npos;
            if (!is_busy) connection.pause(1500ms);
            if (!connection.write(is_busy ? "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n" : answer_to(request)))
                return;
        }
    });
    const auto longest_wait = [] { return ~std::uint64_t{0}; };
    const auto client = organisations_at(server.base_url(), {.retry = {.base_delay = 100ms}, .random = longest_wait});
    CallInfo info;
    std::vector<OrganisationCall> calls;
    calls.push_back(call_for(client, "busy", {.timeout = 400ms, .info = &info}));
    calls.push_back(call_for(client, "slow"));
    const auto results = get_all(std::move(calls), {.max_in_flight = 1});
    CHECK(shown(results) == std::vector<std::string>{"timeout", "slow"});
    CHECK(results[0].error().message == "the call's time limit of 400 ms passed");
    CHECK(results[0].error().detail.starts_with("there was no room to send the request"));
    CHECK(info.elapsed < 900ms);
    CHECK(server.requests().size() == 2);
}

TEST_CASE("a batch ends within 0.1 s of a stop, in transfers as in waits") {
    RawServer server([](RawServer::Connection& connection) {
        const auto request = connection.read_request();
        if (request.find("/quick ") == request.npos) return connection.wait_for_close();
        connection.write(answer_to(request));
        connection.read_request();
    });
    RawServer busy(RawServer::always("HTTP/1.1 503 Busy\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n"));
    const auto client = organisations_at(server.base_url());
    const auto waiting = organisations_at(busy.base_url());
    stopped([&](const std::stop_token& stop) {
        auto calls = calls_for(client, {"quick", "slow", "slow", "slow"});
        calls.push_back(call_for(waiting, "waits"));
        const auto results = get_all(std::move(calls), {.max_in_flight = 3, .stop = stop});
        CHECK(shown(results) == std::vector<std::string>{"quick", "cancelled", "cancelled", "cancelled", "cancelled"});
        return results[1].error();
    });
    CHECK(gets(client, "quick"));
}

TEST_CASE("the stop of one call ends that call within 0.1 s, and no other") {
    RawServer server([](RawServer::Connection& connection) {
        const auto request = connection.read_request();
        if (request.find("/silent ") != request.npos) return connection.wait_for_close();
        connection.pause(800ms);
        connection.write(answer_to(request));
    });
    const auto client = organisations_at(server.base_url());
    std::stop_source source;
    std::chrono::steady_clock::time_point requested;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(80ms);
        requested = std::chrono::steady_clock::now();
        source.request_stop();
    });
    auto calls = calls_for(client, {"a", "b"});
    calls.push_back(call_for(client, "silent", {.stop = source.get_token()}));
    const auto note_first = [&](const BatchProgress& progress) {
        if (progress.ended != 1) return;
        CHECK(progress.failed == 1);
        CHECK(std::chrono::steady_clock::now() - requested < 400ms);  // the others are still under way
    };
    CHECK(shown(get_all(std::move(calls), {.progress = note_first}))
          == std::vector<std::string>{"a", "b", "cancelled"});
}

TEST_CASE("a 429 holds back the other requests to the service until its Retry-After has passed") {
    std::mutex mutex;
    std::vector<std::chrono::steady_clock::time_point> times;
    RawServer server([&](RawServer::Connection& connection) {
        for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
            std::unique_lock lock(mutex);
            times.push_back(std::chrono::steady_clock::now());
            const bool is_first = times.size() == 1;
            lock.unlock();
            connection.write(is_first ? "HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
                                      : answer_to(request));
        }
    });
    const auto client = organisations_at(server.base_url());
    CHECK(shown(get_all(calls_for(client, ids(10)), {.max_in_flight = 1})) == ids(10));
    REQUIRE(times.size() == 11);
    CHECK(times[1] - times[0] >= 1s);
}

TEST_CASE("bytes that nobody has asked for never become the answer of a call of a batch") {
    RawServer server([](RawServer::Connection& connection) {
        for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
            connection.write(answer_to(request));
            connection.pause(5ms);
            if (!connection.write(
                    whole_answer(R"({"organisation":{"id":"evil","name":"n","emailAddress":"e","links":{}}})"))) {
                return;
            }
        }
    });
    const auto client =
        organisations_at(server.base_url(), {.retry = {.attempts = 1}, .rate_limit = {.per_second = 50, .burst = 1}});
    CHECK(shown(get_all(calls_for(client, ids(10)))) == ids(10));
}
