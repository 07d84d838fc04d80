// Many requests under way at once, on one thread.
#include <algorithm>
#include <atomic>
#include <latch>
#include <map>
#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "http/multiplexer.hpp"
#include "organisations.hpp"
#include "tls_authority.hpp"
#include "wiremock_host.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

using Connection = RawServer::Connection;

constexpr std::size_t many = 80;  // on more than one multi handle

http::Request organisation(const std::string& base_url, const std::string& id) {
    return {.url = base_url + "/v1/organisations/" + id};
}

/// Requests that are sent by one multiplexer, and what came of them.
class Batch {
public:
    explicit Batch(http::CurlTransport& transport) : transport_(transport), multiplexer_(transport) {}

    http::Multiplexer& multiplexer() { return multiplexer_; }

    /// Begins to send, and gives the place of the request.
    std::size_t start(http::Request request) {
        auto& entry = *entries_.emplace_back(std::make_unique<Entry>());
        entry.request = std::move(request);
        multiplexer_.start(transport_, entry.request, &entry);
        return entries_.size() - 1;
    }

    /// Takes out what finishes within the time; how many it were.
    std::size_t take(std::chrono::milliseconds time) {
        auto& finished = multiplexer_.wait(time);
        const auto count = finished.size();
        for (auto& [tag, exchange] : finished) {
            auto& entry = *static_cast<Entry*>(tag);
            CHECK(!entry.exchange);  // once
            entry.exchange = std::move(exchange);
        }
        finished.clear();
        return count;
    }

    /// Takes out until all have finished.
    void finish() {
        const auto has_finished = [](const auto& entry) { return entry->exchange.has_value(); };
        const auto deadline = std::chrono::steady_clock::now() + 60s;
        while (!std::all_of(entries_.begin(), entries_.end(), has_finished)) {
            REQUIRE(std::chrono::steady_clock::now() < deadline);
            take(10s);
        }
    }

    [[nodiscard]] const http::Exchange& operator[](std::size_t place) const { return *entries_[place]->exchange; }

    /// Did it get the organisation that it asked for?
    [[nodiscard]] bool is_right(std::size_t place) const {
        const auto& exchange = (*this)[place];
        return exchange.answer && answer_to(entries_[place]->request.url + " ").ends_with(exchange.answer.value().body)
               && !exchange.answer.value().body.empty();
    }

    /// Which of them did not.
    [[nodiscard]] std::vector<std::size_t> wrong() const {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (!is_right(i)) places.push_back(i);
        }
        return places;
    }

    [[nodiscard]] int connections_opened() const {
        int sum = 0;
        for (const auto& entry : entries_) sum += entry->exchange->connections_opened;
        return sum;
    }

private:
    struct Entry {
        http::Request request{};
        std::optional<http::Exchange> exchange{};
    };
    http::CurlTransport& transport_;
    std::vector<std::unique_ptr<Entry>> entries_{};
    http::Multiplexer multiplexer_;
};

using Places = std::vector<std::size_t>;

void start_many(Batch& batch, const std::string& base_url, std::string_view round = "r") {
    for (std::size_t i = 0; i < many; ++i) {
        batch.start(organisation(base_url, std::string(round) + std::to_string(i)));
    }
}

/// What a connection does with the request for the organisation of this name; others are answered.
RawServer::Script except(std::map<std::string, RawServer::Script> scripts) {
    return [scripts = std::move(scripts)](Connection& connection) {
        for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
            const auto is_asked_for = [&](const auto& script) {
                return request.find("/" + script.first + " ") != std::string::npos;
            };
            const auto script = std::find_if(scripts.begin(), scripts.end(), is_asked_for);
            if (script != scripts.end()) return script->second(connection);
            if (!connection.write(answer_to(request))) return;
        }
    };
}

void never_answer(Connection& connection) { connection.wait_for_close(); }

}  // namespace

TEST_CASE("many requests are under way at once, and their connections are used again by the next ones") {
    std::latch all_are_there(many);
    std::atomic<std::size_t> asked = 0;
    RawServer server([&](Connection& connection) {
        for (auto request = connection.read_request(); !request.empty(); request = connection.read_request()) {
            if (++asked <= many) all_are_there.arrive_and_wait();  // none is answered before
            if (!connection.write(answer_to(request))) return;
        }
    });
    http::CurlTransport transport;
    {
        Batch batch(transport);
        start_many(batch, server.base_url(), "first");
        batch.finish();
        CHECK(batch.wrong() == Places{});
        start_many(batch, server.base_url(), "second");
        batch.finish();
        CHECK(batch.wrong() == Places{});
    }
    CHECK(server.connections() == many);
    Batch next(transport);  // has the connections of the one before
    start_many(next, server.base_url(), "third");
    next.finish();
    CHECK(next.wrong() == Places{});
    CHECK(next.connections_opened() == 0);
    CHECK(server.connections() == many);
}

TEST_CASE("requests that fail, time out or are stopped do not disturb the others") {
    RawServer server(except({
        {"reset", [](Connection& connection) { connection.reset(); }},
        {"garbage", [](Connection& connection) { connection.write("garbage\r\n\r\n"); }},
        {"cut", [](Connection& connection) { connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"); }},
        {"slow", never_answer},
        {"stopped", never_answer},
    }));
    http::CurlTransport transport;
    Batch batch(transport);
    std::stop_source source;
    auto slow = organisation(server.base_url(), "slow");
    slow.timeout = 100ms;
    auto stopped = organisation(server.base_url(), "stopped");
    stopped.stop = source.get_token();
    start_many(batch, server.base_url(), "before");
    const auto first = batch.start(organisation(server.base_url(), "reset"));
    batch.start(organisation(server.base_url(), "garbage"));
    batch.start(organisation(server.base_url(), "cut"));
    batch.start(slow);
    batch.start(stopped);
    batch.start({.url = "nonsense"});
    const std::jthread stopper([&] {
        std::this_thread::sleep_for(50ms);
        source.request_stop();
    });
    start_many(batch, server.base_url(), "after");
    batch.finish();
    CHECK(batch.wrong() == Places{first, first + 1, first + 2, first + 3, first + 4, first + 5});
    const ErrorKind kinds[] = {ErrorKind::network, ErrorKind::protocol,  ErrorKind::protocol,
                               ErrorKind::timeout, ErrorKind::cancelled, ErrorKind::invalid_request};
    for (std::size_t i = 0; i < std::size(kinds); ++i) CHECK(batch[first + i].answer.error().kind == kinds[i]);

    start_many(batch, server.base_url(), "later");
    batch.finish();
    CHECK(batch.wrong().size() == std::size(kinds));
}

TEST_CASE("a stop of one of many takes effect within 0.1 s") {
    RawServer server(never_answer);
    http::CurlTransport transport;
    Batch batch(transport);
    std::stop_source source;
    start_many(batch, server.base_url());
    auto request = organisation(server.base_url(), "stopped");
    request.stop = source.get_token();
    const auto place = batch.start(request);
    CHECK(batch.take(50ms) == 0);
    const std::jthread stopper([&] { source.request_stop(); });
    CHECK(time_of([&] { CHECK(batch.take(10s) == 1); }) < 100ms);
    CHECK(batch[place].answer.error().kind == ErrorKind::cancelled);
}

TEST_CASE("stop_all ends all that is under way, and the transport goes on") {
    RawServer server(except({{"r0", never_answer}, {"r1", never_answer}, {"r2", never_answer}}));
    http::CurlTransport transport;
    Batch batch(transport);
    for (const auto* id : {"r0", "r1", "r2"}) batch.start(organisation(server.base_url(), id));
    CHECK(batch.take(50ms) == 0);
    CHECK(time_of([&] { batch.multiplexer().stop_all(); }) < 100ms);
    CHECK(batch.take(10s) == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(batch[i].answer.error().kind == ErrorKind::cancelled);
    const auto after = batch.start(organisation(server.base_url(), "after"));
    batch.finish();
    CHECK(batch.is_right(after));
}

TEST_CASE("a wake from another thread ends the wait, and one of before ends the next") {
    RawServer server(never_answer);
    http::CurlTransport transport;
    Batch batch(transport);
    for (int i = 0; i < 3; ++i) {  // with nothing under way, too
        const std::jthread waker([&] {
            std::this_thread::sleep_for(20ms);
            batch.multiplexer().wake();
        });
        CHECK(time_of([&] { CHECK(batch.take(10s) == 0); }) < 1s);
        batch.start(organisation(server.base_url(), "a"));
    }
    batch.multiplexer().wake();
    CHECK(time_of([&] { CHECK(batch.take(10s) == 0); }) < 1s);
    CHECK(time_of([&] { CHECK(batch.take(50ms) == 0); }) >= 40ms);  // once
}

TEST_CASE("bytes that come late on the connections of many are never taken for answers") {
    const auto late = whole_answer(R"({"organisation":{"id":"late","name":"n","emailAddress":"e","links":{}}})");
    std::latch are_answered(many);
    std::latch are_late(many);
    RawServer server([&](Connection& connection) {
        const auto number = connection.number();
        auto request = connection.read_request();
        if (!connection.write(answer_to(request)) || number > many) return answer_all(connection);
        are_answered.arrive_and_wait();
        connection.pause(50ms);
        connection.write(late);
        are_late.count_down();
        answer_all(connection);
    });
    http::CurlTransport transport;
    Batch batch(transport);
    start_many(batch, server.base_url(), "first");
    batch.finish();
    are_late.wait();
    std::this_thread::sleep_for(50ms);
    start_many(batch, server.base_url(), "second");
    batch.finish();
    CHECK(batch.wrong() == Places{});
    CHECK(server.requests().size() == 2 * many);  // nothing was sent on a connection where something waited
    CHECK(server.connections() == 2 * many);
}

TEST_CASE("what is under way when a multiplexer is destroyed is given up, and its connections are closed") {
    std::atomic<std::size_t> closed = 0;
    RawServer server(except({{"r0", [&](Connection& connection) {
                                  connection.wait_for_close();
                                  ++closed;
                              }}}));
    http::CurlTransport transport;
    {
        Batch batch(transport);
        batch.start(organisation(server.base_url(), "r0"));
        CHECK(batch.take(100ms) == 0);
    }
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (closed == 0 && std::chrono::steady_clock::now() < deadline) std::this_thread::sleep_for(1ms);
    CHECK(closed == 1);
    CHECK(transport.send(organisation(server.base_url(), "after")).answer);
}

TEST_CASE("requests of several transports are under way together, each on connections of its own kind") {
    RawServer server(answer_all);
    http::CurlTransport home;
    {
        http::CurlTransport guest({.proxy = http::NoProxy{}});
        http::Multiplexer multiplexer(home);
        const auto request = organisation(server.base_url(), "a");
        for (std::size_t i = 0; i < many; ++i) multiplexer.start(i % 2 == 0 ? home : guest, request, nullptr);
        std::size_t good = 0;
        for (std::size_t left = many; left > 0;) {
            auto& finished = multiplexer.wait(10s);
            left -= finished.size();
            good += static_cast<std::size_t>(
                std::count_if(finished.begin(), finished.end(), [](const auto& f) { return f.exchange.answer; }));
            finished.clear();
        }
        CHECK(good == many);
    }  // the guest goes first
    CHECK(home.send(organisation(server.base_url(), "b")).answer);
}

TEST_CASE("many requests share one connection of HTTP/2, and later ones use it again") {
    constexpr std::size_t first = 64;
    constexpr std::size_t more = 40;  // WireMock closes a connection that has more than 128 requests in a second
    auto& host = fresh_host();
    http::CurlTransport transport({.tls = {.ca_file = tls_authority().ca_file()}});
    Batch batch(transport);
    const auto url = "https://localhost:" + std::to_string(host.https_port()) + "/v1/organisations/mgk7g";
    const auto ask = [&](std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            batch.start(
                {.url = url, .headers = {{"Accept", "application/json"}, {"Authorization", "Token mock-api-key"}}});
        }
        batch.finish();
    };
    ask(first);
    CHECK(batch.connections_opened() == 1);
    ask(more);
    for (std::size_t i = 0; i < first + more; ++i) CHECK(batch[i].answer.value().status == 200);
    CHECK(host.journal().size() == first + more);
}
