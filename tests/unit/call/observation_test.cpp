// What an observer is told of the calls of a client.
#include <stdexcept>

#include <doctest/doctest.h>

#include <usagekit/testing/fake.hpp>
#include <usagekit/wiremock/client.hpp>

#include "../providers/wiremock/bodies.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto token = "s3cret/token";

const std::string& user = bodies::user;

/// A client whose transport follows a script, and the events of its calls.
struct Observed {
    explicit Observed(std::vector<FakeTransport::Answer> answers, ObservedContent content = {}) {
        ClientOptions options{.base_url = "https://h.example", .observed = std::move(content)};
        options.observer = [this](const CallEvent& event) { events.push_back(event); };
        options.transport = scripted(std::move(answers));
        options.clock = clock;
        options.random = [] { return std::uint64_t{1} << 63; };
        client.emplace(ApiToken{token}, options);
    }

    /// The one event of that type at this place.
    template <class What>
    const What& at(std::size_t index) const {
        REQUIRE(index < events.size());
        REQUIRE(std::holds_alternative<What>(events[index].what));
        return std::get<What>(events[index].what);
    }

    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    std::vector<CallEvent> events{};
    std::optional<wiremock::Client> client{};
};

}  // namespace

TEST_CASE("an observer is told of attempts, answers, waits, redirects and the end, in their order") {
    const Error broken{.kind = ErrorKind::network, .message = "reset", .is_transient = true};
    Observed observed({json(503, ""), broken, redirect(302, "/v1/users/9gd5l"), json(200, user)});
    REQUIRE(observed.client->self().get());
    REQUIRE(observed.events.size() == 12);
    for (std::size_t i = 0; i < observed.events.size(); ++i) {
        CHECK(observed.events[i].call == 1);
        CHECK(observed.events[i].method == "GET");
        CHECK(observed.events[i].url
              == (i < 9 ? "https://h.example/v1/users/self" : "https://h.example/v1/users/9gd5l"));
    }
    CHECK(observed.at<AttemptStarted>(0).attempt == 1);
    CHECK(observed.at<AttemptAnswered>(1).status == 503);
    CHECK(observed.at<Retrying>(2).attempt == 2);
    CHECK(observed.at<Retrying>(2).delay == 250ms);
    CHECK(observed.at<Retrying>(2).reason.kind == ErrorKind::server);
    CHECK(observed.at<AttemptStarted>(3).attempt == 2);
    CHECK(observed.at<AttemptFailed>(4).attempt == 2);
    CHECK(observed.at<AttemptFailed>(4).error.message == "reset");
    CHECK(observed.at<Retrying>(5).delay == 500ms);
    CHECK(observed.at<Retrying>(5).reason.kind == ErrorKind::network);
    CHECK(observed.at<AttemptStarted>(6).attempt == 3);
    CHECK(observed.at<AttemptAnswered>(7).attempt == 3);
    CHECK(observed.at<Redirected>(8).status == 302);
    CHECK(observed.at<Redirected>(8).target == "https://h.example/v1/users/9gd5l");
    CHECK(observed.at<AttemptStarted>(9).attempt == 1);
    CHECK(observed.at<AttemptAnswered>(10).status == 200);
    const auto& end = observed.at<CallFinished>(11);
    CHECK(end.error == std::nullopt);
    CHECK(end.status == 200);
    CHECK(end.requests == 4);
    CHECK(end.elapsed == 750ms);
}

TEST_CASE("the end of a call that fails has its error, also when nothing was sent") {
    Observed observed({json(404, "")});
    const auto missing = observed.client->user(wiremock::UserId{"u"}).get();
    REQUIRE(observed.events.size() == 3);
    CHECK(observed.at<CallFinished>(2).error == missing.error());
    const auto refused = observed.client->user(wiremock::UserId{".."}).get();
    REQUIRE(observed.events.size() == 4);
    CHECK(observed.at<CallFinished>(3).error == refused.error());
    CHECK(observed.events[3].call == 2);
}

TEST_CASE("calls are counted over all copies of a client") {
    Observed observed({json(404, ""), json(404, "")});
    const auto copy = *observed.client;
    CHECK(!observed.client->self().get());
    CHECK(!copy.self().get());
    CHECK(observed.events.front().call == 1);
    CHECK(observed.events.back().call == 2);
}

TEST_CASE("of headers and bodies an observer sees what is on its lists, and nothing else") {
    http::Response response = json(200, user);
    response.headers = {
        {"Content-Type", "Application/JSON; charset=utf-8"}, {"X-Seen", "1"}, {"X-Other", "2"}, {"Set-Cookie", "id=1"}};
    Observed nothing({response});
    REQUIRE(nothing.client->self().get());
    CHECK(nothing.at<AttemptStarted>(0).headers.empty());
    CHECK(nothing.at<AttemptAnswered>(1).headers.empty());
    CHECK(nothing.at<AttemptAnswered>(1).body.empty());

    Observed observed({response}, {.headers = {"x-seen", "authorization", "ACCEPT", "set-cookie"},
                                   .bodies = {"text/plain", "application/json"}});
    REQUIRE(observed.client->self().get());
    CHECK(observed.at<AttemptStarted>(0).headers
          == http::Headers{{"Accept", "application/json"}, {"Authorization", "***"}});
    CHECK(observed.at<AttemptAnswered>(1).headers == http::Headers{{"X-Seen", "1"}, {"Set-Cookie", "***"}});
    const auto& body = observed.at<AttemptAnswered>(1).body;
    CHECK(body.starts_with(R"({"user":{"id":"9gd5l")"));
    CHECK(body.find(bodies::api_key) == std::string::npos);

    Observed short_one({response}, {.bodies = {"application/json"}, .most_of_body = 10});
    REQUIRE(short_one.client->self().get());
    CHECK(short_one.at<AttemptAnswered>(1).body == R"({"user":{"...)");
}

TEST_CASE("a token that the service repeats is masked in every event") {
    auto echo = text(503, std::string("no entry for ") + token);
    echo.headers.add("X-Echo", token);
    Observed observed({echo, redirect(302, "/u?t=s3cret%2Ftoken"), Error{.message = std::string("at ") + token}},
                      {.headers = {"X-Echo"}, .bodies = {"text/plain"}});
    CHECK(!observed.client->self().get());
    REQUIRE(observed.events.size() == 9);
    CHECK(observed.at<AttemptAnswered>(1).headers == http::Headers{{"X-Echo", "***"}});
    CHECK(observed.at<AttemptAnswered>(1).body == "no entry for ***");
    CHECK(observed.at<Retrying>(2).reason.message == "no entry for ***");
    CHECK(observed.at<Redirected>(5).target == "https://h.example/u?t=***");
    CHECK(observed.events[6].url == "https://h.example/u?t=***");
    CHECK(observed.at<CallFinished>(8).error->message == "at ***");
}

TEST_CASE("an observer that throws changes nothing") {
    ClientOptions options{.transport = scripted({json(200, user)})};
    options.observer = [](const CallEvent&) { throw std::runtime_error("full disk"); };
    CHECK(wiremock::Client(ApiToken{token}, options).self().get());
}
