// Answers and time without a network and without waiting, through a client as a user has it.
#include <stdexcept>
#include <thread>

#include <doctest/doctest.h>

#include <usagekit/testing/fake.hpp>
#include <usagekit/wiremock/client.hpp>

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono_literals;

namespace {

const http::Request a_request{.url = "https://h.example/a?b=c"};

wiremock::Client client_by(std::shared_ptr<http::Transport> transport, std::shared_ptr<Clock> clock = nullptr) {
    return wiremock::Client{
        ApiToken{"t0ken-of-test"},
        {.base_url = "https://h.example", .transport = std::move(transport), .clock = std::move(clock)}};
}

}  // namespace

TEST_CASE("a script gives its answers in turn, and keeps the requests") {
    FakeTransport transport({json(200, "{}"), text(404, "no"), redirect(302, "/x"), broken_connection(), timed_out()});
    CHECK(transport.answers_left() == 5);
    const auto first = transport.send(a_request).answer.value();
    CHECK(first.status == 200);
    CHECK(first.headers.find("content-type") == "application/json");
    CHECK(first.body == "{}");
    CHECK(transport.send(a_request).answer.value().headers.find("Content-Type") == "text/plain");
    CHECK(transport.send(a_request).answer.value().headers.find("Location") == "/x");
    CHECK(transport.send({.method = "POST"}).answer.error().kind == ErrorKind::network);
    const auto late = transport.send(a_request).answer.error();
    CHECK(late.kind == ErrorKind::timeout);
    CHECK(late.is_transient);
    CHECK(transport.answers_left() == 0);
    CHECK(transport.requests().size() == 5);
    CHECK(transport.requests().at(3).method == "POST");
    CHECK(transport.requests().front().url == a_request.url);
}

TEST_CASE("a request beyond the script says which it was, and is not sent again") {
    const auto transport = scripted({json(503, "")});
    const auto clock = std::make_shared<FakeClock>();
    const auto usage = client_by(transport, clock).usage(wiremock::SubscriptionId{"a"}).get();
    REQUIRE(!usage);
    CHECK(usage.error().kind == ErrorKind::invalid_request);
    CHECK(
        usage.error().message
        == "there is no answer to request 2, GET https://h.example/v1/subscriptions/a/usage: the script has 1 answer");
    CHECK(usage.error().advice.find("one answer for each request") != std::string::npos);
    CHECK(transport->requests().size() == 2);
    CHECK(FakeTransport().send(a_request).answer.error().message.ends_with("the script has 0 answers"));
}

TEST_CASE("a function may answer, with an answer or with a whole exchange") {
    FakeTransport echo([](const http::Request& request) { return text(200, request.url); });
    CHECK(echo.send(a_request).answer.value().body == a_request.url);
    FakeTransport refusing([](const http::Request&) { return broken_connection(); });
    CHECK(refusing.send(a_request).answer.error().kind == ErrorKind::network);
    FakeTransport measured(
        [](const http::Request&) { return http::Exchange{.answer = json(200, ""), .bytes_sent = 7}; });
    CHECK(measured.send(a_request).bytes_sent == 7);
    CHECK(measured.requests().size() == 1);
    CHECK(measured.answers_left() == 0);
}

TEST_CASE("a function that answers may ask what was sent") {
    FakeTransport* asked = nullptr;
    FakeTransport transport([&](const http::Request&) { return text(200, std::to_string(asked->requests().size())); });
    asked = &transport;
    CHECK(transport.send(a_request).answer.value().body == "1");
    CHECK(transport.send(a_request).answer.value().body == "2");
}

TEST_CASE("several threads may send at once, and each answer is given once") {
    const auto transport = scripted(std::vector<FakeTransport::Answer>(400, json(200, "")));
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < 100; ++j) static_cast<void>(transport->send(a_request));
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(transport->requests().size() == 400);
    CHECK(transport->answers_left() == 0);
}

TEST_CASE("retries wait by the clock, which takes no time") {
    auto busy = json(503, "");
    busy.headers.add("Retry-After", "30");
    const auto transport = scripted({busy, json(404, R"({"message":"gone"})")});
    const auto clock = std::make_shared<FakeClock>();
    const auto before = std::chrono::steady_clock::now();
    CHECK(client_by(transport, clock).usage(wiremock::SubscriptionId{"a"}).get().error().kind == ErrorKind::not_found);
    CHECK(clock->waits() == std::vector{30'000ms});
    CHECK(std::chrono::steady_clock::now() - before < 10s);
}

TEST_CASE("the time of day goes along with the waits, and never back") {
    const std::chrono::system_clock::time_point begin = std::chrono::sys_days{std::chrono::year{2030} / 1 / 2};
    FakeClock clock(begin);
    const auto start = clock.now();
    clock.wait_until(start + 3s, {});
    clock.pass(2s);
    CHECK(clock.date() == begin + 5s);
    clock.wait_until(start, {});
    CHECK(clock.now() == start + 5s);
    CHECK(clock.waits() == std::vector{3000ms, 0ms});
    CHECK(FakeClock().date() == std::chrono::sys_days{std::chrono::year{2024} / 5 / 17});
}
