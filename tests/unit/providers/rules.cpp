#include "rules.hpp"

#include <vector>

#include <doctest/doctest.h>

#include <usagekit/testing/fake.hpp>

#include "with.hpp"

using namespace usagekit;
using namespace usagekit::testing;

namespace {

using Answers = std::vector<FakeTransport::Answer>;

constexpr auto token = "s3cret/token";

/// What came of one call.
struct Outcome {
    Tried tried;
    std::vector<http::Request> requests;
    CallInfo info;
};

Outcome outcome(const Operation& operation, Answers answers, ClientOptions options = {},
                const std::string& with_token = token) {
    const auto transport = scripted(std::move(answers));
    options.transport = transport;
    if (options.base_url.empty()) options.base_url = "https://h.example/prefix";
    CallInfo info;
    auto tried = operation.call(with_token, options, {.info = &info});
    return {std::move(tried), transport->requests(), std::move(info)};
}

Error error_of(const Operation& operation, Answers answers, ClientOptions options = {},
               const std::string& with_token = token) {
    options.retry.attempts = 1;
    const auto came = outcome(operation, std::move(answers), options, with_token);
    REQUIRE(came.tried.error);
    CAPTURE(to_string(*came.tried.error));
    CHECK(to_string(*came.tried.error).find("s3cret") == std::string::npos);
    CHECK(came.tried.error->body.find("s3cret") == std::string::npos);
    CHECK(!came.tried.error->advice.empty());
    CHECK(came.requests.size() == (came.tried.error->kind == ErrorKind::invalid_request ? 0 : 1));
    return *came.tried.error;
}

void check_sent(const Operation& operation) {
    const auto came = outcome(operation, {json(200, operation.body)});
    CHECK(came.tried.error == std::nullopt);
    REQUIRE(came.requests.size() == 1);
    const auto& request = came.requests.front();
    CHECK(request.url.starts_with("https://h.example/prefix/"));
    CHECK(request.headers.find("Authorization") == operation.scheme + " " + token);
    CHECK(request.headers.find("Accept") == "application/json");
    CHECK(request.headers.find("User-Agent")->starts_with("usagekit/"));
    CHECK(request.headers.find("Content-Type").has_value() == !request.body.empty());
}

void check_shown(const Operation& operation) {
    const auto came = outcome(operation, {json(200, operation.body)});
    REQUIRE(came.tried.shown);
    const auto& shown = came.tried.shown.value();
    const auto& sent = came.requests.front();
    CHECK(shown.method == sent.method);
    CHECK(shown.url == sent.url);
    CHECK(shown.body == sent.body);
    CHECK(shown.headers.find("Authorization") == operation.scheme + " ***");
    CHECK(shown.headers.find("Idempotency-Key") == sent.headers.find("Idempotency-Key"));

    const auto refused = outcome(operation, {}, {.base_url = "ftp://h.example"});
    REQUIRE(!refused.tried.shown);
    CHECK(refused.tried.shown.error() == refused.tried.error);
}

void check_refused_tokens(const Operation& operation) {
    for (const auto& bad : {std::string(), std::string("s3cret token"), std::string("s3cret\r\nX: y"),
                            std::string("s3cret\0", 7), std::string("s3cret\x7f"), std::string("s3cret\xC3\xA9")}) {
        CHECK(error_of(operation, {}, {}, bad).kind == ErrorKind::invalid_request);
    }
}

void check_refused_base_urls(const Operation& operation) {
    for (const auto* bad : {"https://u:s3cret@h.example", "https://h.example?x", "https://h.example#x",
                            "ftp://h.example", "h.example", "https://", "http://h.example"}) {
        CAPTURE(bad);
        CHECK(error_of(operation, {}, {.base_url = bad}).kind == ErrorKind::invalid_request);
    }
}

void check_bodies_that_do_not_decode(const Operation& operation) {
    const auto cut = operation.body.substr(0, operation.body.size() - 1);
    for (const auto& body :
         {std::string(), std::string(" \n"), std::string("<html></html>"), std::string("null"), std::string("[]"),
          std::string("\"text\""), std::string("7"), cut, operation.body + "{}", operation.body + "x",
          with(operation.body, "{", "{\"\xFF\":1,"), with(operation.body, "{", "{\"a\nb\":1,")}) {
        CAPTURE(body);
        const auto error = error_of(operation, {json(200, body)});
        CHECK(error.kind == ErrorKind::decode);
        CHECK(error.status == 200);
        CHECK(error.attempts == 1);
        CHECK(error.body.substr(0, 8) == body.substr(0, 8));
    }
    CHECK(outcome(operation, {text(200, operation.body)}).tried.error == std::nullopt);
}

void check_unknown_members(const Operation& operation) {
    const auto body = with(operation.body, "{", R"({"not in the contract":[1],)");
    const auto lenient = outcome(operation, {json(200, body)});
    CHECK(lenient.tried.error == std::nullopt);
    CHECK(lenient.info.unknown_members == std::vector<std::string>{"$['not in the contract']"});
    const auto strict = error_of(operation, {json(200, body)}, {.strictness = Strictness::strict});
    CHECK(strict.kind == ErrorKind::decode);
    CHECK(strict.json_path == "$['not in the contract']");
}

void check_statuses(const Operation& operation) {
    struct Row {
        int status;
        ErrorKind kind;
    };
    static constexpr Row rows[] = {
        {400, ErrorKind::rejected},     {401, ErrorKind::authentication}, {403, ErrorKind::permission},
        {404, ErrorKind::not_found},    {409, ErrorKind::conflict},       {422, ErrorKind::rejected},
        {429, ErrorKind::rate_limited}, {500, ErrorKind::server},         {501, ErrorKind::server},
        {502, ErrorKind::server},       {503, ErrorKind::server},
    };
    for (const auto& row : rows) {
        CAPTURE(row.status);
        for (const auto& response :
             {json(row.status, ""), json(row.status, "{}"), json(row.status, "[1]"), json(row.status, "<html></html>"),
              json(row.status, R"({"error":7,"message":[],"code":{}})"), json(row.status, operation.body)}) {
            CAPTURE(response.body);
            const auto error = error_of(operation, {response});
            CHECK(error.kind == row.kind);
            CHECK(error.status == row.status);
            CHECK(error.attempts == 1);
            CHECK(error.body.substr(0, 8) == response.body.substr(0, 8));
        }
        const auto error = error_of(operation, {text(row.status, "Not today.\nreally")});
        CHECK(error.kind == row.kind);
        CHECK(error.message == "Not today.");
    }
}

void check_echoed_tokens(const Operation& operation) {
    const auto echo = std::string("your key is ").append(token);
    for (const auto& response :
         {text(401, echo), json(401, R"({"message":")" + echo + "\"}"), json(401, R"({"error":")" + echo + "\"}"),
          json(401, R"({"success":false,"error":{"code":")" + echo + R"(","message":")" + echo + "\"}}"),
          json(200, echo), redirect(302, "https://evil.example/?t=s3cret%2Ftoken")}) {
        CAPTURE(response.body);
        CHECK(error_of(operation, {response}).kind != ErrorKind::invalid_request);
    }
}

void check_redirects(const Operation& operation) {
    for (const std::string location :
         {"https://evil.example/", "https://h.example:444/", "http://h.example/", "ftp://h.example/",
          "file:///etc/passwd", "javascript:1", "https://u:p@h.example/", ""}) {
        CAPTURE(location);
        CHECK(error_of(operation, {redirect(307, location)}).kind == ErrorKind::redirect);
    }
    const auto followed = outcome(operation, {redirect(307, "/elsewhere"), json(200, operation.body)});
    CHECK(followed.tried.error == std::nullopt);
    REQUIRE(followed.requests.size() == 2);
    CHECK(followed.requests.back().url == "https://h.example/elsewhere");
    CHECK(followed.requests.back().method == followed.requests.front().method);
    CHECK(followed.requests.back().body == followed.requests.front().body);
    CHECK(followed.requests.back().headers == followed.requests.front().headers);
}

void check_repetitions(const Operation& operation) {
    const auto clock = std::make_shared<FakeClock>();
    const Error broken{.kind = ErrorKind::network, .is_transient = true};
    const auto came = outcome(operation, {json(503, ""), broken, json(200, operation.body)}, {.clock = clock});
    CHECK(came.tried.error == std::nullopt);
    REQUIRE(came.requests.size() == 3);
    for (const auto& request : came.requests) {
        CHECK(request.url == came.requests.front().url);
        CHECK(request.headers == came.requests.front().headers);
        CHECK(request.body == came.requests.front().body);
    }
    CHECK(came.info.attempts == 3);
    CHECK(came.info.requests == 3);
    REQUIRE(clock->waits().size() == 2);
    CHECK(came.info.waited == clock->waits()[0] + clock->waits()[1]);

    const auto given_up = outcome(operation, {json(503, ""), json(503, ""), json(502, "")}, {.clock = clock});
    REQUIRE(given_up.tried.error);
    CHECK(given_up.tried.error->status == 502);
    CHECK(given_up.tried.error->attempts == 3);
    CHECK(to_string(*given_up.tried.error).find("after 3 attempts") != std::string::npos);
}

}  // namespace

void check_rules(const Operation& operation) {
    SUBCASE("a request has the credential, asks for JSON and keeps the base URL's path") { check_sent(operation); }
    SUBCASE("what would be sent is what is sent, but for the credential") { check_shown(operation); }
    SUBCASE("bad tokens are refused before anything is sent") { check_refused_tokens(operation); }
    SUBCASE("bad base URLs are refused before anything is sent") { check_refused_base_urls(operation); }
    SUBCASE("what is not the documented JSON is a decode error") { check_bodies_that_do_not_decode(operation); }
    SUBCASE("unknown members are skipped and listed, or refused") { check_unknown_members(operation); }
    SUBCASE("a status decides the kind, whatever the body is") { check_statuses(operation); }
    SUBCASE("an echoed token is masked") { check_echoed_tokens(operation); }
    SUBCASE("what failed for the moment is sent again, as it was") { check_repetitions(operation); }
    SUBCASE("only redirects within the origin are followed, with the same request") { check_redirects(operation); }
}
