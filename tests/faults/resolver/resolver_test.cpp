// Host names that are not known, or whose resolution hangs.
#include <doctest/doctest.h>

#include "hanging_names.hpp"
#include "organisations.hpp"
#include "stopped_call.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

wiremock::Client client_of(const std::string& host, Timeouts timeouts = {}) {
    return organisations_at("https://" + host, {.timeouts = timeouts, .retry = {.attempts = 1}});
}

/// What hangs when the test ends is let go.
struct LetGo {
    LetGo() = default;
    LetGo(const LetGo&) = delete;
    LetGo& operator=(const LetGo&) = delete;
    ~LetGo() { HangingNames::of_this_program().let_go(); }
};

}  // namespace

TEST_CASE("fault 17: an unknown host is a network error that names host and phase") {
    const auto error = error_at(client_of("nowhere.invalid"));
    CHECK(error.kind == ErrorKind::network);
    CHECK(error.message == "no address was found while resolving nowhere.invalid");
    CHECK(!error.detail.empty());
    CHECK(error.is_transient);
}

TEST_CASE("a resolver that hangs does not outlive the time limit") {
    const LetGo let_go;
    struct Row {
        Timeouts timeouts;
        std::chrono::milliseconds limit;
        std::string_view message;
    };
    const Row rows[] = {
        {{.connect = 200ms}, 200ms, "the time limit for connecting passed while resolving hangs.test"},
        {{.attempt = 250ms}, 250ms, "the time limit of the attempt passed while resolving hangs.test"},
        {{.call = 300ms}, 300ms, "the call's time limit of 300 ms passed"},
    };
    for (const auto& [timeouts, limit, message] : rows) {
        CAPTURE(message);
        Error error;
        const auto time = time_of([&, &timeouts = timeouts] { error = error_at(client_of("hangs.test", timeouts)); });
        CHECK(error.kind == ErrorKind::timeout);
        CHECK(error.message.starts_with(message));
        CHECK(time >= limit - 20ms);
        CHECK(time < limit + 200ms);
    }
    CHECK(HangingNames::of_this_program().waiting() == 3);  // nobody waits for these
}

TEST_CASE("fault 22: a stop ends the resolution of a name within 0.1 s, and the client goes on") {
    const LetGo let_go;
    RawServer server(answer_all);
    const auto transport = std::make_shared<http::CurlTransport>();
    const auto hanging = organisations_at("https://hangs.test", {.transport = transport});
    const auto error = stopped([&](std::stop_token stop) { return error_at(hanging, {.stop = std::move(stop)}); });
    CHECK(error.message == "the caller stopped the call while resolving hangs.test");
    CHECK(HangingNames::of_this_program().waiting() == 1);
    CHECK(gets(organisations_at(server.base_url(), {.transport = transport}), "after"));
}
