// Batches without a network: what is sent when, and what comes of it.
#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include <usagekit/batch.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/testing/fake.hpp>
#include <usagekit/wiremock/client.hpp>

#include "../providers/wiremock/bodies.hpp"
#include "made_calls.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono_literals;
using wiremock::Client;
using wiremock::OrganisationId;
using wiremock::SubscriptionId;

namespace {

/// Answers by what is asked for, and keeps the order of the paths.
class Service final : public http::Transport {
public:
    using Answer = std::function<http::Response(const std::string& id, int times)>;
    explicit Service(Answer answer) : answer_(std::move(answer)) {}

    [[nodiscard]] http::Exchange send(const http::Request& request) override {
        const auto id = request.url.substr(request.url.rfind('/') + 1);
        asked.push_back(id);
        const auto times = static_cast<int>(std::count(asked.begin(), asked.end(), id));
        return {.answer = answer_(id, times)};
    }

    std::vector<std::string> asked{};

private:
    Answer answer_;
};

http::Response organisation(const std::string& id) {
    return json(200, R"({"organisation":{"id":")" + id + R"(","name":"n","emailAddress":"e","links":{}}})");
}

struct Setting {
    explicit Setting(Service::Answer answer, ClientOptions options = {})
        : service(std::make_shared<Service>(std::move(answer))), clock(std::make_shared<FakeClock>()) {
        options.base_url = "https://h.example";
        options.transport = service;
        options.clock = clock;
        options.random = [] { return ~std::uint64_t{0}; };  // the longest waits
        client.emplace(ApiToken{"t0ken-of-a-test"}, options);
    }

    /// Calls for organisations of these IDs.
    [[nodiscard]] std::vector<Call<wiremock::Organisation>> calls(const std::vector<std::string>& ids,
                                                                  const CallOptions& options = {}) const {
        std::vector<Call<wiremock::Organisation>> calls;
        for (const auto& id : ids) calls.push_back(client->organisation(OrganisationId{id}, options));
        return calls;
    }

    std::shared_ptr<Service> service;
    std::shared_ptr<FakeClock> clock;
    std::optional<Client> client{};
};

/// The IDs of the results, or the kinds of their errors.
std::vector<std::string> shown(const std::vector<Result<wiremock::Organisation>>& results) {
    std::vector<std::string> texts;
    for (const auto& result : results) {
        texts.push_back(result ? result.value().id.str() : std::string(to_string(result.error().kind)));
    }
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a batch gives its results in the order of the calls") {
    const Setting setting([](const std::string& id, int) { return organisation(id); });
    CHECK(shown(get_all(setting.calls({"c", "a", "b"}))) == Texts{"c", "a", "b"});
    CHECK(get_all(setting.calls({})).empty());
}

TEST_CASE("what a call of a batch ends with is its own affair") {
    const Setting setting([](const std::string& id, int) {
        if (id == "missing") return json(404, R"({"message":"no such organisation"})");
        if (id == "broken") return json(200, "{");
        return organisation(id);
    });
    auto calls = setting.calls({"a", "missing", ".", "broken", "sent", "b"});
    [[maybe_unused]] const auto sent = std::move(calls[4]);
    const auto results = get_all(std::move(calls));
    CHECK(shown(results) == Texts{"a", "not_found", "invalid_request", "decode", "invalid_request", "b"});
    CHECK(results[4].error().message == "the call was sent already, or moved from");
}

TEST_CASE("a call that waits to be sent again holds back no other, and goes before those that have not begun") {
    const Setting setting([](const std::string& id, int times) {
        return id == "late" && times == 1 ? text(503, "busy") : organisation(id);
    });
    const auto results = get_all(setting.calls({"late", "a", "b"}), {.max_in_flight = 1});
    CHECK(shown(results) == Texts{"late", "a", "b"});
    CHECK(setting.service->asked == Texts{"late", "a", "b", "late"});
    CHECK(setting.clock->waits() == std::vector{499ms});
}

TEST_CASE("each call of a batch has a time limit of its own, from when it begins") {
    const Setting setting([](const std::string&, int) { return text(503, "busy"); });
    auto calls = setting.calls({"a"}, {.timeout = 300ms});
    calls.push_back(setting.client->organisation(OrganisationId{"b"}));
    const auto results = get_all(std::move(calls), {.max_in_flight = 1});
    CHECK(results[0].error().attempts == 1);
    CHECK(results[1].error().attempts == 3);
}

TEST_CASE("the requests of a batch keep to the client's rate limit, and no call's time is spent before its turn") {
    const Setting setting([](const std::string& id, int) { return organisation(id); },
                          {.timeouts = {.call = 600ms}, .rate_limit = {.per_second = 2, .burst = 2}});
    CHECK(shown(get_all(setting.calls({"a", "b", "c", "d"}))) == Texts{"a", "b", "c", "d"});
    CHECK(setting.clock->waits() == std::vector{500ms, 500ms});
}

TEST_CASE("a call outside of a batch waits for its turn, too, within its time limit") {
    const Setting setting([](const std::string& id, int) { return organisation(id); },
                          {.rate_limit = {.per_second = 1}});
    const auto get = [&](const CallOptions& options) {
        return setting.client->organisation(OrganisationId{"a"}, options).get();
    };
    CallInfo info;
    CHECK(get({}));
    CHECK(get({.info = &info}));
    CHECK(setting.clock->waits() == std::vector{1000ms});
    CHECK(info.waited == 1s);
    const auto refused = get({.timeout = 900ms});
    CHECK(refused.error().kind == ErrorKind::timeout);
    CHECK(refused.error().detail == "the client's turn by ClientOptions::rate_limit comes later");
    CHECK(refused.error().attempts == 0);
    CHECK(setting.service->asked.size() == 2);
}

TEST_CASE("redirects, steps and repetitions have turns of their own") {
    const auto transport = scripted({text(503, ""), redirect(302, "/v1/users/9gd5l"), json(200, bodies::user)});
    const auto clock = std::make_shared<FakeClock>();
    const Client client{ApiToken{"t0ken-of-a-test"},
                        {.base_url = "https://h.example",
                         .rate_limit = {.per_second = 0.5},
                         .transport = transport,
                         .clock = clock,
                         .random = [] { return std::uint64_t{0}; }}};
    CHECK(client.self().get());
    CHECK(clock->waits() == std::vector{0ms, 2000ms, 2000ms});
}

TEST_CASE("a 429 holds back all calls of that client, and of no other, until its Retry-After has passed") {
    const auto answer = [](const std::string& id, int times) {
        if (id != "limited" || times > 1) return organisation(id);
        auto response = text(429, "too many");
        response.headers = {{"Retry-After", "7"}};
        return response;
    };
    const Setting setting(answer);
    const Setting other(answer);
    auto calls = setting.calls({"limited", "a"});
    auto others = other.calls({"x"});
    const auto [results, free] = get_all({.max_in_flight = 1}, std::move(calls), std::move(others));
    CHECK(shown(results) == Texts{"limited", "a"});
    CHECK(shown(free) == Texts{"x"});
    CHECK(setting.clock->waits() == std::vector{7000ms});
    CHECK(other.clock->waits().empty());
    CHECK(setting.service->asked == Texts{"limited", "limited", "a"});
}

TEST_CASE("a 429 that asks for more time than a call has ends the calls that wait for it at once") {
    const Setting setting([](const std::string&, int) {
        auto response = text(429, "too many");
        response.headers = {{"Retry-After", "90"}};
        return response;
    });
    auto calls = setting.calls({"a"}, {.retry = RetryPolicy{.attempts = 1}});
    const auto results = get_all(std::move(calls));
    CHECK(results[0].error().kind == ErrorKind::rate_limited);
    CHECK(setting.service->asked == Texts{"a"});
    CHECK(setting.clock->waits().empty());
    CHECK(setting.client->organisation(OrganisationId{"b"}).get().error().kind == ErrorKind::rate_limited);
    CHECK(setting.service->asked.size() == 2);  // outside of a batch, the caller decides
}

TEST_CASE("calls that have not begun when a 429 asks for more time than they have end at once, too") {
    const Setting setting([](const std::string&, int) {
        auto response = text(429, "too many");
        response.headers = {{"Retry-After", "86400"}};
        return response;
    });
    const auto results = get_all(setting.calls({"a", "b", "c", "d"}), {.max_in_flight = 1});
    CHECK(shown(results) == Texts(4, "rate_limited"));
    CHECK(setting.service->asked == Texts{"a"});
    CHECK(setting.clock->waits().empty());
    CHECK(results[3].error().retry_after > 86'000s);
}

TEST_CASE("a stop of a batch is heard between the requests of a transport that sends one after another") {
    std::stop_source source;
    const Setting setting([&](const std::string& id, int) {
        if (id == "b") source.request_stop();
        return organisation(id);
    });
    const auto results =
        get_all(setting.calls({"a", "b", "c", "d"}), {.max_in_flight = 64, .stop = source.get_token()});
    CHECK(shown(results) == Texts{"a", "b", "cancelled", "cancelled"});
    CHECK(setting.service->asked == Texts{"a", "b"});
}

TEST_CASE("progress is told after each call, and what it throws changes nothing") {
    const Setting setting([](const std::string& id, int) { return id == "b" ? text(404, "") : organisation(id); });
    std::vector<std::pair<std::size_t, std::size_t>> told;
    const auto results = get_all(setting.calls({"a", "b", "c"}), {.progress = [&](const BatchProgress& progress) {
                                     CHECK(progress.calls == 3);
                                     told.emplace_back(progress.ended, progress.failed);
                                     throw std::runtime_error("not yours");
                                 }});
    CHECK(shown(results) == Texts{"a", "not_found", "c"});
    CHECK(told == std::vector<std::pair<std::size_t, std::size_t>>{{1, 0}, {2, 1}, {3, 1}});
}

TEST_CASE("of a range that makes them, calls are made when they are about to begin") {
    const Setting setting([](const std::string& id, int) { return organisation(id); });
    std::size_t made = 0;
    std::size_t ended = 0;
    std::size_t most = 0;
    const auto make = [&](int) {
        most = std::max(most, ++made - ended);
        return setting.client->organisation(OrganisationId{"a"});
    };
    const auto results = get_all(MadeCalls(1000, make),
                                 {.max_in_flight = 4, .progress = [&](const BatchProgress& p) { ended = p.ended; }});
    CHECK(results.size() == 1000);
    CHECK(std::all_of(results.begin(), results.end(), [](const auto& result) { return result.has_value(); }));
    CHECK(most <= 8);
}

TEST_CASE("a batch of several types gives a tuple, with the results of ranges as vectors") {
    const Setting setting(
        [](const std::string& id, int) { return id == "usage" ? json(200, bodies::usage) : organisation(id); });
    const auto [usage, organisations, organisation] =
        get_all({}, setting.client->usage(SubscriptionId{"qmr8z"}), setting.calls({"a", "b"}),
                setting.client->organisation(OrganisationId{"c"}));
    CHECK(usage.value().id == wiremock::UsageId{"kl1g9"});
    CHECK(shown(organisations) == Texts{"a", "b"});
    CHECK(organisation.value().id == OrganisationId{"c"});
}

TEST_CASE("a batch that is stopped gives the results that are there, and cancelled for all others") {
    std::stop_source source;
    const Setting setting([&](const std::string& id, int) {
        if (id == "b") source.request_stop();
        return organisation(id);
    });
    const auto results = get_all(setting.calls({"a", "b", "c", "d"}), {.max_in_flight = 1, .stop = source.get_token()});
    CHECK(shown(results) == Texts{"a", "b", "cancelled", "cancelled"});
    CHECK(setting.service->asked == Texts{"a", "b"});
}

TEST_CASE("a call of a batch that is stopped itself leaves the others alone") {
    std::stop_source source;
    source.request_stop();
    const Setting setting([&](const std::string& id, int) { return organisation(id); });
    auto calls = setting.calls({"a", "b"});
    calls.push_back(setting.client->organisation(OrganisationId{"c"}, {.stop = source.get_token()}));
    CHECK(shown(get_all(std::move(calls))) == Texts{"a", "b", "cancelled"});
}

TEST_CASE("options of a batch at their edges mean what is nearest") {
    const Setting setting([](const std::string& id, int) { return organisation(id); });
    CHECK(shown(get_all(setting.calls({"a", "b"}), {.max_in_flight = 0})) == Texts{"a", "b"});
    CHECK(shown(get_all(setting.calls({"a", "b"}), {.max_in_flight = 1'000'000, .per_host = 1})) == Texts{"a", "b"});
}

TEST_CASE("a rate limit that cannot be kept to is refused") {
    struct Row {
        RateLimit limit;
        std::string message;
    };
    const Row rows[] = {
        {{.per_second = -1}, "RateLimit::per_second is not a number of requests"},
        {{.per_second = std::numeric_limits<double>::quiet_NaN()}, "RateLimit::per_second is not a number of requests"},
        {{.per_second = std::numeric_limits<double>::infinity()}, "RateLimit::per_second is not a number of requests"},
        {{.per_second = 1, .burst = 0}, "RateLimit::burst is not 1 to 10000"},
        {{.per_second = 1, .burst = 10'001}, "RateLimit::burst is not 1 to 10000"},
    };
    for (const auto& [limit, message] : rows) {
        const Setting setting([](const std::string& id, int) { return organisation(id); }, {.rate_limit = limit});
        const auto error = setting.client->organisation(OrganisationId{"a"}).get().error();
        CHECK(error.kind == ErrorKind::invalid_request);
        CHECK(error.message == message);
    }
}
