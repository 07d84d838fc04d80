// What must stand in no file of a recording, and in no error of the transports for tests.
#include <doctest/doctest.h>

#include <usagekit/testing.hpp>

#include "recorded_session.hpp"

using namespace usagekit;
using namespace usagekit::testing;
namespace fs = std::filesystem;

namespace {

http::Request get(const std::string& target, http::Headers headers = {}) {
    return {.url = "https://h.example" + target, .headers = std::move(headers)};
}

http::Request post(std::string body) {
    return {.method = "POST", .url = "https://h.example/a", .body = std::move(body)};
}

http::Response with_field(std::string_view name, std::string_view value) {
    return {.status = 200, .headers = {{name, value}}};
}

}  // namespace

TEST_CASE("a secret under a name that says so is written nowhere") {
    struct Row {
        http::Request request;
        http::Response answer;
        std::string shown;  // in the answer, as it is replayed
    };
    const auto form = [](std::string body) { return text(200, std::move(body)); };
    const Row rows[] = {
        // forms
        {post("grant=x&client_secret=k3y-of-it&a=b"), form(""), ""},
        {post("p%61ssword=k3y+of%20it"), form("you sent k3y of it"), "you sent ***"},
        {get("/a"), form("access_token=k3y-of-it&scope=all"), "access_token=***&scope=all"},
        {get("/a"), form("a=b\ntoken=k3y-of-it\r\nc=d"), "a=b\ntoken=***\r\nc=d"},
        // told by the request, and repeated in the answer
        {get("/a?api_key=k3y-of-it"), json(200, R"({"next":"https://h/x?key=k3y-of-it&page=2"})"),
         R"({"next":"https://h/x?key=***&page=2"})"},
        {get("/a?api_key=k3y%2Fof-it"), form("k3y/of-it and k3y%2fof-it"), "*** and ***"},
        {post(R"({"login":{"password":["k3y-of-it"]}})"), form("k3y-of-it"), "***"},
        {post("token=k3y-of-it"), json(200, R"(["k3y-of-it"])"), R"(["***"])"},
        // told by the answer
        {get("/a"), json(200, R"({"sessionToken":"k3y-of-it","again":"k3y-of-it"})"),
         R"({"sessionToken":"***","again":"***"})"},
        {get("/a"), json(200, R"({"next":"https://u:k3y-of-it@h/x?page=2"})"), R"({"next":"https://***@h/x?page=2"})"},
        // members of one name: the last one is read
        {get("/a"), json(200, R"({"apiKey":"k3y-of-it","apiKey":null})"), R"({"apiKey":null})"},
        {get("/a"), json(200, R"([{"a":{"token":"k3y-of-it"},"a":1}])"), R"([{"a":1}])"},
        {get("/a"), json(200, R"({"a": "x:y,\"", "a": [1 ]})"), R"({"a": "x:y,\"", "a": [1 ]})"},
    };
    for (const auto& row : rows) {
        const auto& [request, answer, shown] = row;
        CAPTURE(row.shown);  // clang 14 does not capture structured bindings
        Session session({answer});
        CHECK(session.send(request).answer.value().body == answer.body);
        CAPTURE(session.everything());
        CHECK(!has(session.everything(), "k3y"));
        CHECK(session.replay()->send(request).answer.value().body == shown);
    }
}

TEST_CASE("fields that hold URLs are written without what is secret in them") {
    struct Row {
        const char* name;
        const char* value;
        const char* shown;
    };
    const Row rows[] = {
        {"Location", "https://u:k3y-of-it@other.example/x", "https://***@other.example/x"},
        {"Location", "//u:k3y@of-it@other.example", "//***@other.example"},
        {"Location", "/x#access_token=k3y-of-it&state=1", "/x#access_token=***&state=1"},
        {"Location", "/x?a=b#id_token=k3y-of-it", "/x?a=b#id_token=***"},
        {"Location", "/x#/y?token=k3y-of-it", "/x#/y?token=***"},
        {"Location", "/x//a@b?c=d@e", "/x//a@b?c=d@e"},
        {"Content-Location", "/x?token=k3y-of-it", "/x?token=***"},
        {"Link", "</a?b=1>; rel=\"prev\", </a?token=k3y-of-it>; rel=\"next\"",
         "</a?b=1>; rel=\"prev\", </a?token=***>; rel=\"next\""},
        {"Refresh", "5; url=https://u:k3y-of-it@h/x", "5; url=https://***@h/x"},
    };
    for (const auto& row : rows) {
        const auto& [name, value, shown] = row;
        CAPTURE(row.value);
        Session session({with_field(name, value)});
        CHECK(session.send(get("/a")).answer);
        CHECK(!has(session.everything(), "k3y"));
        CHECK(session.replay()->send(get("/a")).answer.value().headers.find(name) == shown);
    }
}

TEST_CASE("what stood in place of a secret is any one segment of a path, and a token of any length") {
    const http::Headers token{{"Authorization", "Bearer k3y-of-it"}};
    Session session({json(200, "1")});
    CHECK(session.send(get("/a/k3y-of-it/b", token)).answer);
    const auto replay = session.replay();
    CHECK(replay->send(get("/a/another/b", token)).answer);
    CHECK(!replay->send(get("/a/one/two/b", token)).answer);
    CHECK(replay->send(get("/a/another/b", {{"Authorization", "Bearer " + std::string(9000, 'x')}})).answer);
    Session form({json(200, "1")});
    CHECK(form.send(post("password=k3y-of-it")).answer);
    CHECK(form.replay()->send(post("password=" + std::string(9000, '\n'))).answer);
}

TEST_CASE("fields of one name are all asked for") {
    Session session({json(200, "1"), json(200, "2")});
    CHECK(session.send(get("/a", {{"Accept", "text/a"}, {"accept", "text/b"}})).answer);
    CHECK(session.send(get("/a", {{"Accept", "text/c"}, {"Accept", "text/b"}})).answer);
    const auto replay = session.replay();
    CHECK(replay->send(get("/a", {{"Accept", "text/c"}, {"Accept", "text/b"}})).answer.value().body == "2");
    CHECK(replay->send(get("/a", {{"Accept", "text/a"}, {"Accept", "text/b"}})).answer.value().body == "1");
    CHECK(!replay->send(get("/a", {{"Accept", "text/b"}})).answer);
}

TEST_CASE("what is not UTF-8 is refused where only text can be written") {
    Session session({json(200, "1"), with_field("X-Name", "caf\xE9"), json(200, "3")});
    const auto query = session.send(get("/a?b=%FF")).answer;
    REQUIRE(!query);
    CHECK(query.error().kind == ErrorKind::invalid_request);
    CHECK(has(query.error().message, "not UTF-8"));
    CHECK(!session.send(get("/a")).answer);
    CHECK(session.everything().empty());
    CHECK(session.send(get("/a")).answer);
    CHECK(session.replay()->send(get("/a")).answer.value().body == "3");
}

TEST_CASE("an answer whose file could not be written is written when it comes again") {
    for (const std::string file : {"GET-a.json", "GET-a-2.json"}) {
        CAPTURE(file);
        Session session({json(200, "1"), json(200, "2"), json(200, "2")});
        const auto in_the_way = session.folder.path() / "mappings" / (file + ".part");
        if (file == "GET-a-2.json") CHECK(session.send(get("/a")).answer);
        fs::create_directories(in_the_way / "deep");
        CHECK(!session.send(get("/a")).answer);
        if (file == "GET-a.json") CHECK(!session.send(get("/a")).answer);
        fs::remove_all(in_the_way);
        CHECK(session.send(get("/a")).answer);
        const auto replay = session.replay();
        if (file == "GET-a-2.json") CHECK(replay->send(get("/a")).answer.value().body == "1");
        CHECK(replay->send(get("/a")).answer.value().body == "2");
        CHECK(replay->unused().empty());
    }
}

TEST_CASE("errors of the transports for tests have no secret of the request, not even half of one") {
    const TempFolder folder;
    folder.write("mappings/a.json", R"({"request":{"url":"/b","queryParameters":{"token":{"equalTo":"x"},)"
                                    R"("q":{"equalTo":"y"}},"headers":{"X-Echo":{"equalTo":"z"}}},)"
                                    R"("response":{"status":200}})");
    const std::string padding(440, 'p');
    const http::Request requests[] = {
        get("/a?token=k3y-of-it&q=k3y-of-it"),
        get("/a?" + padding + "&token=k3y-of-it-that-is-cut"),
        get("/a/k3y-of-it", {{"Authorization", "Bearer k3y-of-it"}, {"X-Echo", "k3y-of-it"}}),
        get("/" + padding + "k3y-of-it-that-is-cut", {{"X-Api-Key", "k3y-of-it-that-is-cut"}}),
        {.url = "https://u:k3y-of-it@h.example/a#token=k3y-of-it"},
    };
    for (const auto& request : requests) {
        const auto replayed = ReplayTransport::from_folder(folder.path()).value()->send(request).answer;
        const auto faked = scripted({})->send(request).answer;
        CHECK(!has(to_string(replayed.error()), "k3y"));
        CHECK(!has(to_string(faked.error()), "k3y"));
    }
}

TEST_CASE("the bodies of a folder without `mappings` are not read as mappings") {
    const TempFolder folder;
    folder.write("__files/body.json", "[1]");
    folder.write("a.json", R"({"request":{},"response":{"bodyFileName":"body.json"}})");
    CHECK(ReplayTransport::from_folder(folder.path()).value()->send(get("/")).answer.value().body == "[1]");
}
