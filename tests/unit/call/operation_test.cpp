// The rules of time, event by event: the state machine is resumed with what happened and when.
#include "call/operation.hpp"

#include <limits>
#include <sstream>

#include <doctest/doctest.h>

#include <usagekit/testing/fake.hpp>

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono_literals;
using call::Action;
using call::Event;
using call::TimePoint;

namespace {

call::ProviderError say_nothing(const http::Response&) { return {}; }

std::optional<Error> read_all(std::string& result, std::string& body, const wire::DecodeOptions&) {
    result = body;
    return std::nullopt;
}

Result<call::Target> next_target(std::string& body, const wire::DecodeOptions&) {
    if (body == "post") return call::Target::post("/second").json("{}");
    return call::Target::get(body);
}

/// A call of one step and an answer, at a clock that starts at zero.
class Conversation {
public:
    explicit Conversation(ClientOptions options = {}, const CallOptions& call_options = {})
        : machine(service(std::move(options)), call::Target::get("/first"), call_options, &read_all, {&next_target}) {}

    /// The credential is given at once.
    Action at(std::chrono::milliseconds time, Event event) {
        auto action = machine.resume(std::move(event), TimePoint{time});
        if (!std::holds_alternative<call::Authorize>(action)) return action;
        return machine.resume(call::Authorized{Secret("Token t0ken")}, TimePoint{time});
    }

    call::TypedOperation<std::string> machine;

private:
    static std::shared_ptr<const call::Service> service(ClientOptions options) {
        options.base_url = "https://h.example";
        options.transport = std::make_shared<FakeTransport>();
        static constexpr call::Dialect dialect{.base_url = "", .read_error = &say_nothing};
        return std::make_shared<const call::Service>(
            dialect, call::Service::Authorization{"Token", AuthorizationSource([] { return Secret("Token t0ken"); })},
            options);
    }
};

const http::Request& sent(const Action& action) { return std::get<call::Send>(action).request; }

/// Until when.
TimePoint::duration wait(const Action& action) { return std::get<call::Wait>(action).until.time_since_epoch(); }

std::uint64_t longest_wait() { return std::numeric_limits<std::uint64_t>::max(); }

const Error broken{.kind = ErrorKind::network, .message = "reset", .is_transient = true};

Event exchanged(FakeTransport::Answer answer) { return call::Exchanged{{.answer = std::move(answer)}}; }

bool finished(const Action& action) { return std::holds_alternative<call::Finish>(action); }

Error error_of(Conversation& conversation) {
    const auto result = conversation.machine.take_result();
    REQUIRE(!result);
    return result.error();
}

}  // namespace

TEST_CASE("an exchange is measured when somebody wants to know what it took") {
    CallInfo info;
    ClientOptions watched;
    watched.observer = [](const CallEvent&) {};
    Conversation unasked;
    Conversation asked({}, {.info = &info});
    Conversation observed(watched);
    CHECK(!sent(unasked.at(0ms, call::Started{})).is_measured);
    CHECK(sent(asked.at(0ms, call::Started{})).is_measured);
    CHECK(sent(observed.at(0ms, call::Started{})).is_measured);
}

TEST_CASE("a call asks, follows its step and finishes with the last answer") {
    Conversation conversation;
    CHECK(sent(conversation.at(0ms, call::Started{})).url == "https://h.example/first");
    CHECK(sent(conversation.at(1s, exchanged(json(200, "/second")))).url == "https://h.example/second");
    CHECK(finished(conversation.at(2s, exchanged(json(200, "the end")))));
    CHECK(conversation.machine.take_result().value() == "the end");
}

TEST_CASE("the time limit of an attempt is clipped by what is left of the call") {
    Conversation conversation({.timeouts = {.connect = 7s, .attempt = 30s, .call = 60s}});
    CHECK(sent(conversation.at(0ms, call::Started{})).timeout == 30s);
    CHECK(sent(conversation.at(50s, exchanged(redirect(302, "/moved")))).timeout == 10s);
    CHECK(sent(conversation.at(59s, exchanged(json(200, "/second")))).timeout == 1s);
    CHECK(sent(conversation.at(59s, exchanged(redirect(302, "/x")))).connect_timeout == 7s);
}

TEST_CASE("one time limit covers redirects and steps, and nothing is sent after it") {
    Conversation conversation({}, {.timeout = 2500ms});
    CHECK(!finished(conversation.at(0ms, call::Started{})));
    CHECK(!finished(conversation.at(2s, exchanged(redirect(302, "/moved")))));
    // not even the credential is asked for
    CHECK(finished(conversation.machine.resume(exchanged(json(200, "/second")), TimePoint{2500ms})));
    const auto error = error_of(conversation);
    CHECK(error.kind == ErrorKind::timeout);
    CHECK(error.message == "the call's time limit of 2500 ms passed");
    CHECK(error.url == "https://h.example/second");
    CHECK(error.attempts == 0);
}

TEST_CASE("the time that a credential callback takes counts as the call's") {
    Conversation conversation({}, {.timeout = 500ms});
    auto& machine = conversation.machine;
    CHECK(std::holds_alternative<call::Authorize>(machine.resume(call::Started{}, TimePoint{0ms})));
    CHECK(sent(machine.resume(call::Authorized{Secret("Token t0ken")}, TimePoint{400ms})).timeout == 100ms);
    Conversation slow({}, {.timeout = 500ms});
    static_cast<void>(slow.machine.resume(call::Started{}, TimePoint{0ms}));
    CHECK(finished(slow.machine.resume(call::Authorized{Secret("Token t0ken")}, TimePoint{600ms})));
    CHECK(error_of(slow).kind == ErrorKind::timeout);
}

TEST_CASE("a time limit may be as long as its type can tell") {
    constexpr auto longest = std::chrono::milliseconds::max();
    Conversation conversation({.timeouts = {.connect = longest, .attempt = longest, .call = longest}});
    CHECK(sent(conversation.at(0ms, call::Started{})).timeout == longest);
    CHECK(!finished(conversation.at(1h, exchanged(redirect(302, "/moved")))));
}

TEST_CASE("an attempt that timed out because the call did says so") {
    const Error transport_error{.kind = ErrorKind::timeout, .message = "attempt", .detail = "after 30 s"};
    Conversation early;
    static_cast<void>(early.at(0ms, call::Started{}));
    CHECK(finished(early.at(30s, exchanged(transport_error))));
    CHECK(error_of(early).message == "attempt");
    Conversation late;
    static_cast<void>(late.at(0ms, call::Started{}));
    CHECK(finished(late.at(60s, exchanged(transport_error))));
    const auto error = error_of(late);
    CHECK(error.message == "the call's time limit of 60 s passed");
    CHECK(error.detail == "attempt: after 30 s");
}

TEST_CASE("a call that is stopped ends as cancelled, whatever it was doing") {
    Conversation conversation;
    static_cast<void>(conversation.at(0ms, call::Started{}));
    CHECK(finished(conversation.at(1s, call::Stopped{})));
    CHECK(error_of(conversation).kind == ErrorKind::cancelled);
    Conversation unsent;
    CHECK(finished(unsent.at(0ms, call::Stopped{})));
    CHECK(error_of(unsent).kind == ErrorKind::cancelled);
}

TEST_CASE("a body is announced as JSON, and no body not at all") {
    Conversation conversation;
    const auto first = sent(conversation.at(0ms, call::Started{}));
    CHECK(first.headers.find("Content-Type") == std::nullopt);
    const auto second = sent(conversation.at(1s, exchanged(json(200, "post"))));
    CHECK(second.method == "POST");
    CHECK(second.body == "{}");
    CHECK(second.headers.find("Content-Type") == "application/json");
}

TEST_CASE("what failed for the moment is sent again after a wait, until it succeeds") {
    Conversation conversation({.random = longest_wait});
    static_cast<void>(conversation.at(0ms, call::Started{}));
    CHECK(wait(conversation.at(1s, exchanged(json(503, "")))) == 1499ms);
    CHECK(sent(conversation.at(1499ms, call::Elapsed{})).url == "https://h.example/first");
    CHECK(wait(conversation.at(2s, exchanged(broken))) == 2999ms);
    CHECK(sent(conversation.at(2999ms, call::Elapsed{})).url == "https://h.example/first");
    CHECK(sent(conversation.at(3s, exchanged(json(200, "/second")))).url == "https://h.example/second");
    CHECK(wait(conversation.at(3s, exchanged(broken))) == 3499ms);  // each request has attempts of its own
    CHECK(!finished(conversation.at(3500ms, call::Elapsed{})));
    CHECK(finished(conversation.at(4s, exchanged(json(200, "the end")))));
}

TEST_CASE("each redirect begins a request with attempts of its own") {
    Conversation conversation({.retry = {.attempts = 2}, .random = longest_wait});
    static_cast<void>(conversation.at(0ms, call::Started{}));
    static_cast<void>(conversation.at(0s, exchanged(broken)));
    static_cast<void>(conversation.at(1s, call::Elapsed{}));
    CHECK(sent(conversation.at(1s, exchanged(redirect(302, "/moved")))).url == "https://h.example/moved");
    CHECK(wait(conversation.at(1s, exchanged(broken))) == 1499ms);
    CHECK(sent(conversation.at(2s, call::Elapsed{})).url == "https://h.example/moved");
    CHECK(finished(conversation.at(3s, exchanged(broken))));
    CHECK(error_of(conversation).attempts == 2);
}

TEST_CASE("a POST without an idempotency key is sent once, whatever came of it") {
    for (const auto& failure : {FakeTransport::Answer(json(503, "")), FakeTransport::Answer(broken)}) {
        Conversation conversation;
        static_cast<void>(conversation.at(0ms, call::Started{}));
        CHECK(sent(conversation.at(1s, exchanged(json(200, "post")))).method == "POST");
        CHECK(finished(conversation.at(2s, exchanged(failure))));
        CHECK(error_of(conversation).attempts == 1);
    }
}

TEST_CASE("a call that runs out of time says what the attempt before ended with") {
    Conversation conversation({.random = longest_wait}, {.timeout = 10s});
    static_cast<void>(conversation.at(0ms, call::Started{}));
    CHECK(wait(conversation.at(1s, exchanged(json(503, "")))) == 1499ms);
    CHECK(sent(conversation.at(1500ms, call::Elapsed{})).timeout == 8500ms);
    CHECK(finished(conversation.at(
        10s, exchanged(Error{.kind = ErrorKind::timeout, .message = "too slow", .is_transient = true}))));
    const auto error = error_of(conversation);
    CHECK(error.message == "the call's time limit of 10 s passed");
    CHECK(error.detail == "too slow; attempt 1 ended with server (503): the service gave no reason");
    CHECK(error.attempts == 2);
}

TEST_CASE("a call that is stopped while it waits says what it waited after") {
    Conversation conversation;
    static_cast<void>(conversation.at(0ms, call::Started{}));
    static_cast<void>(conversation.at(1s, exchanged(json(503, ""))));
    CHECK(finished(conversation.at(1100ms, call::Stopped{})));
    const auto error = error_of(conversation);
    CHECK(error.kind == ErrorKind::cancelled);
    CHECK(error.detail == "attempt 1 ended with server (503): the service gave no reason");
    CHECK(error.attempts == 1);
}

TEST_CASE("once the origin is left, nothing that identifies the caller is sent, not even on the way back") {
    Conversation conversation({.redirects = {.origins = {"https://files.example"}}}, {.headers = {{"X-Key", "k3y"}}});
    const auto first = sent(conversation.at(0ms, call::Started{}));
    CHECK(first.headers.find("X-Key") == "k3y");
    CHECK(first.headers.find("Authorization") == "Token t0ken");
    for (const auto* location : {"https://files.example/x", "https://h.example/back"}) {
        CAPTURE(location);
        const auto request = sent(conversation.machine.resume(exchanged(redirect(302, location)), TimePoint{1s}));
        CHECK(request.url == location);
        CHECK(request.headers.find("X-Key") == std::nullopt);
        CHECK(request.headers.find("Authorization") == std::nullopt);
    }
    const auto step = sent(conversation.machine.resume(exchanged(json(200, "/second")), TimePoint{1s}));
    CHECK(step.url == "https://h.example/second");
    CHECK(step.headers.find("Authorization") == std::nullopt);
}

TEST_CASE("a success or a redirect gives back what its last repetition took from the budget") {
    for (const auto& answer : {json(200, "/second"), redirect(302, "/moved")}) {
        CAPTURE(answer.status);
        Conversation conversation({.retry_budget = {.capacity = 5}, .random = longest_wait});
        static_cast<void>(conversation.at(0ms, call::Started{}));
        CHECK(wait(conversation.at(1s, exchanged(broken))) == 1499ms);
        static_cast<void>(conversation.at(2s, call::Elapsed{}));
        CHECK(!finished(conversation.at(2s, exchanged(answer))));
        CHECK(wait(conversation.at(3s, exchanged(broken))) == 3499ms);
    }
}

TEST_CASE("what a transport refuses was not sent, and is not counted") {
    CallInfo info;
    Conversation conversation({}, {.info = &info});
    static_cast<void>(conversation.at(0ms, call::Started{}));
    CHECK(finished(conversation.at(1s, exchanged(Error{.kind = ErrorKind::invalid_request, .message = "no CA file"}))));
    CHECK(error_of(conversation).attempts == 0);
    CHECK(info.attempts == 0);
    CHECK(info.requests == 0);
}

TEST_CASE("a transfer that is stopped says what the attempt before ended with") {
    Conversation conversation;
    static_cast<void>(conversation.at(0ms, call::Started{}));
    static_cast<void>(conversation.at(1s, exchanged(json(503, ""))));
    static_cast<void>(conversation.at(2s, call::Elapsed{}));
    CHECK(finished(conversation.at(3s, exchanged(Error{.kind = ErrorKind::cancelled, .message = "stopped"}))));
    CHECK(error_of(conversation).detail == "attempt 1 ended with server (503): the service gave no reason");
}

TEST_CASE("a wait of any length that a transport tells is no overflow") {
    Conversation conversation({.retry = {.max_retry_after = std::chrono::seconds::max()}});
    static_cast<void>(conversation.at(0ms, call::Started{}));
    auto error = broken;
    error.retry_after = std::chrono::seconds::max();
    CHECK(finished(conversation.at(1s, exchanged(error))));
    CHECK(error_of(conversation).retry_after == std::chrono::seconds::max());
}

TEST_CASE("a caller's own credential is masked like the client's") {
    Conversation conversation({}, {.headers = {{"X-Api-Key", "k3y-of-mine"}, {"X-Tenant", "acme-corp"}}});
    const auto shown = conversation.machine.first_request();
    std::ostringstream text;
    text << shown.value();
    CHECK(text.str().find("k3y-of-mine") == std::string::npos);
    static_cast<void>(conversation.at(0ms, call::Started{}));
    const auto echo = usagekit::http::Response{
        .status = 403, .headers = {{"Content-Type", "text/plain"}}, .body = "k3y-of-mine may not see acme-corp"};
    CHECK(finished(conversation.at(1s, exchanged(echo))));
    CHECK(error_of(conversation).message == "*** may not see acme-corp");
}

TEST_CASE("a status without a reason gives advice that can be followed") {
    const auto error_for = [](const http::Response& response) {
        Conversation conversation;
        static_cast<void>(conversation.at(0ms, call::Started{}));
        static_cast<void>(conversation.at(1s, exchanged(response)));
        return error_of(conversation);
    };
    CHECK(error_for(text(422, "no such metric")).advice == "correct the request as the message says");
    CHECK(error_for(text(422, "")).advice.starts_with("look up the status in the service's documentation"));
}
