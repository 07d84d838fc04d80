// Exchanges as WireMock's mapping files: what is in them, what is not, and what comes of them in a replay.
#include <algorithm>
#include <thread>

#include <doctest/doctest.h>

#include <usagekit/testing.hpp>

#include "recorded_session.hpp"
#include "testing/files.hpp"

using namespace usagekit;
using namespace usagekit::testing;
namespace fs = std::filesystem;

namespace {

const http::Headers usual{{"Authorization", "Bearer t0ken/of+test"}, {"Accept", "application/json"}};

http::Request get(const std::string& path) { return {.url = "https://h.example:444" + path, .headers = usual}; }

http::Request post(std::string body) {
    return {.method = "POST", .url = "https://h.example:444/a", .headers = usual, .body = std::move(body)};
}

}  // namespace

TEST_CASE("an exchange is one readable file") {
    Session session({json(200, "{\"cost\": 29.00}")});
    CHECK(session.send(get("/v1/users/self")).answer.value().body == "{\"cost\": 29.00}");
    CHECK(session.files() == std::vector<std::string>{"GET-v1-users-self.json"});
    CHECK(session.file("GET-v1-users-self.json") == R"({
  "priority": 95,
  "request": {
    "method": "GET",
    "url": "/v1/users/self",
    "headers": {
      "Authorization": {
        "matches": "Bearer .+"
      },
      "Accept": {
        "equalTo": "application/json"
      }
    }
  },
  "response": {
    "status": 200,
    "headers": {
      "Content-Type": "application/json"
    },
    "body": "{\"cost\": 29.00}"
  }
}
)");
}

TEST_CASE("what was recorded is replayed byte for byte, under another host and with another credential") {
    const std::string bytes("\x00\xFF\x80", 3);
    const http::Response every_kind[] = {json(200, "{ \"a\" : 0.10,\n\"b\":1e2 }"), text(404, "no\ttab"),
                                         http::Response{.status = 200, .body = bytes}, json(204, "")};
    for (const auto& answer : every_kind) {
        Session session({answer});
        const auto recorded = session.send(get("/a?b=c&b=d&e=f%20g")).answer.value();
        auto again = get("/a?e=f+g&b=c&b=d");
        again.url.replace(0, std::string_view("https://h.example:444").size(), "http://127.0.0.1:1");
        again.headers = {{"accept", "application/json"}, {"Authorization", "Bearer another"}, {"X-Trace", "1"}};
        const auto replay = session.replay();
        const auto replayed = replay->send(again).answer;
        REQUIRE_MESSAGE(replayed, (replayed ? "" : to_string(replayed.error())));
        CHECK(replayed.value().status == recorded.status);
        CHECK(replayed.value().headers == recorded.headers);
        CHECK(replayed.value().body == recorded.body);
        CHECK(replay->unused().empty());
        CHECK(!replay->send(get("/a?b=c&e=f%20g")).answer);
    }
}

TEST_CASE("no secret is written, wherever it stands") {
    auto answer = json(200, R"({"apiKey":"k3y-of-answer","n":{"token":12345,"list":[{"password":["p4ss",null]}]},)"
                            R"("echo":"you sent t0ken\/of+test","name":"n\u0061me", "amount": 1.50})");
    answer.headers.add("Set-Cookie", "c00kie=1");
    answer.headers.add("X-Echo", "t0ken/of+test");
    answer.headers.add("Location", "https://h.example:444/x?t=t0ken%2Fof%2Btest&token=0ther");
    Session session({answer, text(401, "t0ken/of+test is wrong"), json(200, "{}")}, {.secrets = {Secret("acc0unt")}});
    auto request = post(R"({"apiKey":"k3y-of-request","id":"acc0unt","x":1})");
    request.headers.add("X-Api-Key", "k3y-of-field");
    request.headers.add("Cookie", "c00kie=2");
    CHECK(session.send(request).answer.value().body == answer.body);  // who sends gets it all
    CHECK(session.send(get("/a/t0ken%2Fof%2Btest/k3y-of-field?token=0ther&q=acc0unt")).answer);
    CHECK(session.send(post("a text with t0ken/of+test")).answer);
    const auto all = session.everything();
    for (const auto* secret : {"t0ken", "k3y", "12345", "p4ss", "c00kie", "0ther", "acc0unt", "of+test", "h.example"}) {
        CAPTURE(all);
        CHECK(!has(all, secret));
    }
    const auto replay = session.replay();
    const auto replayed = replay->send(request).answer.value();
    CHECK(replayed.body
          == R"({"apiKey":"***","n":{"token":0,"list":[{"password":["***",null]}]},)"
             R"("echo":"you sent ***","name":"n\u0061me","amount":1.50})");
    CHECK(replayed.headers.find("Set-Cookie") == "***");
    CHECK(replayed.headers.find("X-Echo") == "***");
    CHECK(replayed.headers.find("Location") == "/x?t=***&token=***");
    CHECK(replay->send(get("/a/another/one?token=any&q=thing")).answer.value().status == 401);
    CHECK(replay->send(post("another text")).answer);
}

TEST_CASE("the same request with other answers is a scenario, in the order of the answers") {
    Session session({json(503, ""), json(503, ""), json(200, "1"), json(200, "1")});
    for (int i = 0; i < 4; ++i) CHECK(session.send(get("/a")).answer);
    CHECK(session.files() == std::vector<std::string>{"GET-a-2.json", "GET-a-3.json", "GET-a.json"});
    const auto replay = session.replay();
    for (const int status : {503, 503, 200, 200, 200}) CHECK(replay->send(get("/a")).answer.value().status == status);
    CHECK(replay->unused().empty());
}

TEST_CASE("requests that differ are told apart, and JSON that means the same is not") {
    Session session({json(200, "1"), json(200, "2"), json(200, "3"), json(200, "4"), json(200, "5")});
    const std::vector<http::Request> requests = {get("/a"), get("/a?b=1"), get("/a?b=1&c=2"), post(R"({"x":1})"),
                                                 post(R"({"x":2})")};
    for (const auto& request : requests) CHECK(session.send(request).answer);
    const auto replay = session.replay();
    for (std::size_t i = requests.size(); i-- > 0;) {
        CHECK(replay->send(requests[i]).answer.value().body == std::to_string(i + 1));
    }
    CHECK(replay->send(post(R"({ "x": 1.0 })")).answer.value().body == "4");
    CHECK(!replay->send(post(R"({"x":3})")).answer);
    Session same({json(200, "1"), json(200, "1")});
    CHECK(same.send(post(R"({"x":1,"y":2})")).answer);
    CHECK(same.send(post(R"({"y":2, "x":1.0})")).answer);
    CHECK(same.files().size() == 1);
}

TEST_CASE("a redirect within the service is relative, and one elsewhere stays") {
    const std::pair<const char*, const char*> rows[] = {{"https://h.example:444/x?y", "/x?y"},
                                                        {"https://H.example:444", "/"},
                                                        {"//h.example:444/x", "/x"},
                                                        {"https://other.example/x", "https://other.example/x"},
                                                        {"x/../y", "x/../y"},
                                                        {"/x", "/x"}};
    for (const auto& [location, expected] : rows) {
        Session session({redirect(302, location)});
        CHECK(session.send(get("/a")).answer);
        CHECK(session.replay()->send(get("/a")).answer.value().headers.find("Location") == expected);
    }
}

TEST_CASE("what belongs to a connection or a moment is not written") {
    auto answer = json(200, "{}");
    for (const auto* name : {"Date", "Content-Length", "Transfer-Encoding", "Content-Encoding", "Matched-Stub-Id"}) {
        answer.headers.add(name, "x");
    }
    Session session({answer});
    auto request = get("/a");
    for (const auto* name : {"User-Agent", "traceparent", "Idempotency-Key"}) request.headers.add(name, "once");
    CHECK(session.send(request).answer);
    CHECK(session.replay()->send(get("/a")).answer.value().headers == json(200, "").headers);
    CHECK(!has(session.everything(), "once"));
}

TEST_CASE("fields that the user names are matched by their values, but none that carries a credential") {
    Session session({json(200, "1"), json(200, "2")}, {.matched_headers = {"x-tenant"}});
    auto first = get("/a");
    first.headers.add("X-Tenant", "one");
    auto second = get("/a");
    second.headers.add("X-Tenant", "two");
    CHECK(session.send(first).answer);
    CHECK(session.send(second).answer);
    CHECK(session.replay()->send(second).answer.value().body == "2");
    const TempFolder folder;
    CHECK(!RecordingTransport::into_folder(folder.path(), scripted({}), {.matched_headers = {"X-Api-Key"}}));
}

TEST_CASE("an exchange without an answer is a fault, or is said not to be recorded") {
    const Error not_http{.kind = ErrorKind::protocol, .message = "no HTTP"};
    Session session({broken_connection(), timed_out(), not_http});
    for (const auto* path : {"/network", "/timeout", "/protocol"}) CHECK(!session.send(get(path)).answer);
    const auto replay = session.replay();
    CHECK(replay->send(get("/network")).answer.error().is_transient);
    CHECK(replay->send(get("/network")).answer.error().kind == ErrorKind::network);
    CHECK(replay->send(get("/timeout")).answer.error().kind == ErrorKind::timeout);
    CHECK(replay->send(get("/protocol")).answer.error().kind == ErrorKind::protocol);
    for (const auto kind : {ErrorKind::tls, ErrorKind::too_large}) {
        Session refused({Error{.kind = kind, .message = "why", .advice = "what"}});
        const auto error = refused.send(get("/a")).answer.error();
        CHECK(error.kind == kind);
        CHECK(error.message == "why (not recorded: WireMock's mapping files have no way to say what came)");
        CHECK(refused.files().empty());
    }
    for (const auto kind : {ErrorKind::cancelled, ErrorKind::invalid_request}) {
        Session none({Error{.kind = kind, .message = "why"}});
        CHECK(none.send(get("/a")).answer.error().message == "why");
        CHECK(none.files().empty());
    }
    Session bytes({json(200, "")});
    CHECK(bytes.send(post("\xFF")).answer.error().kind == ErrorKind::invalid_request);
}

TEST_CASE("a file that cannot be written ends the call, and says which it is") {
    Session session({json(200, ""), json(200, "")});
    fs::create_directories(session.folder.path() / "mappings/GET-a.json.part");
    const auto error = session.send(get("/a")).answer.error();
    CHECK(error.kind == ErrorKind::invalid_request);
    CHECK(has(error.message, "mappings/GET-a.json could not be written: "));
    CHECK(!error.advice.empty());
    session.folder.write("mappings/GET-b.json", "another's");
    CHECK(has(session.send(get("/b")).answer.error().message, "File exists"));
    CHECK(session.file("GET-b.json") == "another's");
}

TEST_CASE("a folder with mappings is not recorded into") {
    const TempFolder folder;
    folder.write("mappings/deep/a.json", "{}");
    const auto refused = RecordingTransport::into_folder(folder.path(), scripted({}));
    REQUIRE(!refused);
    CHECK(has(refused.error().message, "already"));
    const auto file = folder.write("file", "");
    CHECK(!RecordingTransport::into_folder(file, scripted({})));
}

TEST_CASE("several threads may record at once") {
    Session session(std::vector<FakeTransport::Answer>(80, json(200, "{}")));
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&session, i] {
            for (int j = 0; j < 20; ++j)
                static_cast<void>(session.send(get("/" + std::to_string(i) + "/" + std::to_string(j))));
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(session.files().size() == 80);
    CHECK(session.replay()->send(get("/3/19")).answer);
}
