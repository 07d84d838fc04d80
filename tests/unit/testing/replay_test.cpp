// Answers from WireMock's mapping files, without a server.
#include <algorithm>

#include <doctest/doctest.h>

#include <usagekit/testing/replay.hpp>

#include "temp_folder.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<ReplayTransport> replaying(const TempFolder& folder) {
    auto transport = ReplayTransport::from_folder(folder.path());
    REQUIRE_MESSAGE(transport.has_value(), (transport ? "" : to_string(transport.error())));
    return std::move(transport).value();
}

/// A mapping that answers 200 to such requests; the text is the inside of a request object.
std::string mapping_for(const std::string& request) {
    return R"({"request":{)" + request + R"(},"response":{"status":200}})";
}

/// A mapping of any request; the text is the inside of a response object.
std::string answering(const std::string& response) { return R"({"request":{},"response":{)" + response + "}}"; }

bool is_answered(const std::string& request_pattern, const http::Request& request) {
    const TempFolder folder;
    folder.write("mappings/a.json", mapping_for(request_pattern));
    return replaying(folder)->send(request).answer.has_value();
}

http::Exchange answer_of(const std::string& response, const http::Request& request = {.url = "http://h/"}) {
    const TempFolder folder;
    folder.write("mappings/a.json", answering(response));
    folder.write("__files/deep/body.json", R"({"a": 1.10})");
    return replaying(folder)->send(request);
}

Error refusal_of(const std::string& mapping) {
    const TempFolder folder;
    folder.write("mappings/sub/a.json", mapping);
    const auto transport = ReplayTransport::from_folder(folder.path());
    REQUIRE(!transport);
    CHECK(transport.error().kind == ErrorKind::invalid_request);
    CHECK(!transport.error().is_transient);
    CHECK(!transport.error().advice.empty());
    return transport.error();
}

http::Request get(const std::string& path, http::Headers headers = {}) {
    return {.url = "https://h.example" + path, .headers = std::move(headers)};
}

http::Request post(std::string body) { return {.method = "POST", .url = "http://h/", .body = std::move(body)}; }

}  // namespace

TEST_CASE("method and URL are asked for as WireMock does") {
    struct Row {
        std::string pattern;
        std::string path;
        bool matches;
    };
    const Row rows[] = {
        {R"("method":"GET")", "/", true},
        {R"("method":"ANY")", "/", true},
        {R"("method":"POST")", "/", false},
        {R"("url":"/a?b=c")", "/a?b=c", true},
        {R"("url":"/a")", "/a?b=c", false},
        {R"("url":"/a")", "/a?", true},
        {R"("url":"/")", "", true},
        {R"("urlPath":"/a")", "/a?b=c", true},
        {R"("urlPath":"/a")", "/a/", false},
        {R"("urlPath":"/a%2Fb")", "/a%2Fb", true},
        {R"("urlPath":"/a%2Fb")", "/a/b", false},
        {R"("urlPattern":"/a\\?b=.")", "/a?b=c", true},
        {R"("urlPattern":"/a")", "/a?b=c", false},
        {R"("urlPathPattern":"/[^/]+")", "/a?b=c", true},
        {R"("urlPathPattern":"/[^/]+")", "/a/b", false},
        {R"("urlPathPattern":"/a/(?!b)[a-z]")", "/a/c", true},
        {R"("urlPathPattern":"/a/(?!b)[a-z]")", "/a/b", false},
        {R"("urlPathTemplate":"/u/{id}/x")", "/u/7/x", true},
        {R"("urlPathTemplate":"/u/{id}/x")", "/u/7/y", false},
        {R"("urlPathTemplate":"/u/{id}","pathParameters":{"id":{"equalTo":"a%20b"}})", "/u/a%20b", true},
        {R"("urlPathTemplate":"/u/{id}","pathParameters":{"id":{"equalTo":"a"}})", "/u/b", false},
        {R"("queryParameters":{"q":{"equalTo":"a b"}})", "/?q=a+b", true},
        {R"("queryParameters":{"q":{"equalTo":"2"}})", "/?q=1&q=2", true},
        {R"("queryParameters":{"q":{"hasExactly":[{"equalTo":"2"},{"equalTo":"1"}]}})", "/?q=1&q=2", true},
        {R"("queryParameters":{"q":{"hasExactly":[{"equalTo":"1"}]}})", "/?q=1&q=2", false},
        {R"("queryParameters":{"q":{"includes":[{"equalTo":"1"}]}})", "/?q=1&q=2", true},
        {R"("queryParameters":{"q":{"includes":[{"equalTo":"3"}]}})", "/?q=1&q=2", false},
        {R"("queryParameters":{"q":{"absent":true}})", "/?p=1", true},
        {R"("queryParameters":{"q":{"absent":true}})", "/?q=1", false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.pattern);
        CAPTURE(row.path);
        CHECK(is_answered(row.pattern, get(row.path)) == row.matches);
    }
}

TEST_CASE("header fields are asked for by all matchers, whatever the case of their names") {
    struct Row {
        std::string matcher;
        std::vector<std::string> values;
        bool matches;
    };
    const Row rows[] = {
        {R"("equalTo":"a")", {"a"}, true},
        {R"("equalTo":"a")", {"A"}, false},
        {R"("equalTo":"a")", {}, false},
        {R"("equalTo":"a")", {"b", "a"}, true},
        {R"("equalTo":"a","caseInsensitive":true)", {"A"}, true},
        {R"("contains":"b")", {"abc"}, true},
        {R"("contains":"b")", {"ac"}, false},
        {R"("doesNotContain":"b")", {"abc"}, false},
        {R"("doesNotContain":"b")", {"ac"}, true},
        {R"("matches":"a+")", {"aaa"}, true},
        {R"("matches":"a+")", {"aab"}, false},
        {R"("matches":".*")", {}, false},
        {R"("doesNotMatch":"a+")", {"aab"}, true},
        {R"("doesNotMatch":"a+")", {"aaa"}, false},
        {R"("doesNotMatch":"a+")", {}, true},
        {R"("absent":true)", {}, true},
        {R"("absent":true)", {"a"}, false},
        {R"("absent":false)", {"a"}, true},
        {R"("not":{"equalTo":"a"})", {"b"}, true},
        {R"("not":{"equalTo":"a"})", {"a"}, false},
        {R"("not":{"equalTo":"a"})", {}, true},
        {R"("and":[{"contains":"a"},{"contains":"b"}])", {"ab"}, true},
        {R"("and":[{"contains":"a"},{"contains":"b"}])", {"a"}, false},
        {R"("or":[{"contains":"a"},{"absent":true}])", {}, true},
        {R"("or":[{"contains":"a"},{"contains":"b"}])", {"c"}, false},
        {R"("hasExactly":[{"matches":"[a-z]"}])", {"a"}, true},
        {R"("hasExactly":[{"matches":"[a-z]"}])", {}, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.matcher);
        http::Headers headers;
        for (const auto& value : row.values) headers.add("x-FIELD", value);
        CHECK(is_answered(R"("headers":{"X-Field":{)" + row.matcher + "}}", get("/", headers)) == row.matches);
    }
}

TEST_CASE("bodies are compared as JSON where they are such") {
    struct Row {
        std::string matcher;
        std::string body;
        bool matches;
    };
    const Row rows[] = {
        {R"("equalToJson":{"a":1,"b":[1,2]})", R"({"b": [1, 2], "a": 1.0})", true},
        {R"("equalToJson":"{\"a\":\"\\u0041\"}")", R"({"a":"A"})", true},
        {R"("equalToJson":{"a":1})", R"({"a":1,"b":2})", false},
        {R"("equalToJson":{"a":1},"ignoreExtraElements":true)", R"({"a":1,"b":2})", true},
        {R"("equalToJson":[1],"ignoreExtraElements":true)", "[1,2]", true},
        {R"("equalToJson":[1,2])", "[2,1]", false},
        {R"("equalToJson":[1,2])", "[1,2,3]", false},
        {R"("equalToJson":[1,2])", "[1]", false},
        {R"("equalToJson":[1,2],"ignoreArrayOrder":true)", "[2,1]", true},
        {R"("equalToJson":[1,1,2],"ignoreArrayOrder":true)", "[2,1,2]", false},
        {R"("equalToJson":{"a":1})", R"({"a":true})", false},
        {R"("equalToJson":{"a":null})", "{}", false},
        {R"("equalToJson":{"a":1})", "{'a':1}", false},
        {R"("equalToJson":{"a":1})", "", false},
        {R"("equalToJson":{"a":"${json-unit.any-string}"})", R"({"a":"x"})", true},
        {R"("equalToJson":{"a":"${json-unit.any-string}"})", R"({"a":1})", false},
        {R"("matchesJsonPath":"$.a[1]['b c']")", R"({"a":[0,{"b c":1}]})", true},
        {R"("matchesJsonPath":"$.a[1].b")", R"({"a":[0]})", false},
        {R"("matchesJsonPath":"$.a")", R"({"a":false})", true},
        {R"("matchesJsonPath":"$.a")", "no JSON", false},
        {R"("contains":"x")", "axb", true},
        {R"("absent":true)", "", true},
        {R"("absent":true)", "a", false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.matcher);
        CAPTURE(row.body);
        CHECK(is_answered(R"("bodyPatterns":[{)" + row.matcher + "}]", post(row.body)) == row.matches);
    }
}

TEST_CASE("an answer has the status, the fields and the bytes of its mapping") {
    const auto answer = answer_of(R"("status":418,"headers":{"A":"1","B":["2","3"]},"body":"x\u0000y")").answer.value();
    CHECK(answer.status == 418);
    CHECK(answer.headers == http::Headers{{"A", "1"}, {"B", "2"}, {"B", "3"}});
    CHECK(answer.body == std::string("x\0y", 3));
    CHECK(answer_of(R"("jsonBody":{"a": 29.00})").answer.value().body == R"({"a": 29.00})");
    CHECK(answer_of(R"("jsonBody":{})").answer.value().status == 200);
    CHECK(answer_of(R"("base64Body":"/wA=")").answer.value().body == std::string("\xFF\0", 2));
    CHECK(answer_of(R"("bodyFileName":"deep/body.json")").answer.value().body == R"({"a": 1.10})");
}

TEST_CASE("a fault is the error that it is to a client, and a delay passes at once") {
    for (const auto* fault : {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"}) {
        const auto error = answer_of(std::string(R"("fault":")") + fault + "\"").answer.error();
        CHECK(error.kind == ErrorKind::network);
        CHECK(error.is_transient);
    }
    for (const auto* fault : {"MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"}) {
        const auto error = answer_of(std::string(R"("fault":")") + fault + "\"").answer.error();
        CHECK(error.kind == ErrorKind::protocol);
        CHECK(!error.is_transient);
    }
    const auto delayed = R"("fixedDelayMilliseconds":5000)";
    CHECK(answer_of(delayed, {.url = "http://h/", .timeout = 6s}).answer);
    CHECK(answer_of(delayed, {.url = "http://h/", .timeout = 5s}).answer.error().kind == ErrorKind::timeout);
}

TEST_CASE("the least priority comes first, then the first file") {
    const TempFolder folder;
    const auto file = [&](const char* name, const std::string& priority, const std::string& body) {
        folder.write(name, "{" + priority + R"("request":{},"response":{"body":")" + body + "\"}}");
    };
    file("mappings/c.json", "\"priority\":6,", "six");
    file("mappings/b.json", "", "b");
    file("mappings/a.json", "\"priority\":5,", "a");
    CHECK(replaying(folder)->send(get("/")).answer.value().body == "a");
    file("mappings/z/z.json", "\"priority\":1,", "one");
    CHECK(replaying(folder)->send(get("/")).answer.value().body == "one");
}

TEST_CASE("a scenario goes on with each answer, in each transport for itself") {
    const TempFolder folder;
    folder.write("mappings/all.json", R"({"mappings":[
        {"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"2","request":{},"response":{"status":503}},
        {"scenarioName":"s","requiredScenarioState":"2","request":{},"response":{"status":200}}]})");
    const auto first = replaying(folder);
    const auto second = replaying(folder);
    CHECK(first->unused()
          == std::vector<std::string>{"mappings/all.json $.mappings[0]", "mappings/all.json $.mappings[1]"});
    for (const int status : {503, 200, 200}) CHECK(first->send(get("/")).answer.value().status == status);
    CHECK(first->unused().empty());
    CHECK(second->send(get("/")).answer.value().status == 503);
}

TEST_CASE("what no mapping answers says how it differs from the nearest one, and nothing of credentials") {
    const TempFolder folder;
    folder.write("mappings/usage.json",
                 mapping_for(R"("method":"GET","urlPath":"/v1/subscriptions/qmr8z/usage","headers":{
        "Authorization":{"equalTo":"Token t0ken-in-file"},"Accept":{"equalTo":"application/json"}})"));
    folder.write("mappings/user.json", mapping_for(R"("method":"GET","urlPath":"/v1/users/self")"));
    const auto transport = replaying(folder);
    const auto error =
        transport->send(get("/v1/subscriptions/x/usage", {{"Authorization", "Token t0ken-sent"}})).answer.error();
    CHECK(error.kind == ErrorKind::invalid_request);
    CHECK(!error.is_transient);
    CHECK(error.message
          == "no mapping answers GET /v1/subscriptions/x/usage; the nearest, mappings/usage.json, "
             "differs: urlPath is /v1/subscriptions/qmr8z/usage; header Authorization does not match; header Accept is "
             "equalTo \"application/json\", not absent");
    CHECK(transport->send(get("/v1/users/t0ken-sent", {{"Authorization", "Token t0ken-sent"}}))
              .answer.error()
              .message.find("t0ken")
          == std::string::npos);
    CHECK(transport->unmatched().size() == 2);
    CHECK(transport->unmatched().front() == error);
    CHECK(transport->unused().size() == 2);
    CHECK(transport->send(get("/v1/users/self")).answer);
    CHECK(transport->unused() == std::vector<std::string>{"mappings/usage.json"});
}

TEST_CASE("a different body is named by its first difference") {
    const TempFolder folder;
    folder.write("mappings/a.json",
                 mapping_for(R"("method":"POST","bodyPatterns":[{"equalToJson":{"a":{"b":[1,2]}}}])"));
    const auto message = replaying(folder)->send(post(R"({"a":{"b":[1,3]}})")).answer.error().message;
    CHECK(message.ends_with("body is not equalToJson \"{\"a\":{\"b\":[1,2]}}\", first at $.a.b[1]"));
}

TEST_CASE("whatever is not known in a mapping is refused, with its file and place") {
    struct Row {
        std::string mapping;
        std::string json_path;
    };
    const Row rows[] = {
        {"{", "$"},
        {R"({"request":{}})", "$.response"},
        {R"({"request":{},"response":{},"postServeActions":[]})", "$.postServeActions"},
        {answering(R"("transformers":["response-template"])"), "$.response.transformers"},
        {answering(R"("proxyBaseUrl":"http://h")"), "$.response.proxyBaseUrl"},
        {answering(R"("fault":"NO_SUCH")"), "$.response.fault"},
        {answering(R"("status":99)"), "$.response.status"},
        {answering(R"("base64Body":"a")"), "$.response.base64Body"},
        {answering(R"("bodyFileName":"none.json")"), "$.response.bodyFileName"},
        {answering(R"("bodyFileName":"../mappings/sub/a.json")"), "$.response.bodyFileName"},
        {answering(R"("body":"a","jsonBody":1)"), "$.response.body"},
        {answering(R"("headers":{"A":"b\nC: d"})"), "$.response.headers.A"},
        {mapping_for(R"("cookies":{})"), "$.request.cookies"},
        {mapping_for(R"("url":"/","urlPath":"/")"), "$.request.url"},
        {mapping_for(R"("urlPattern":"(")"), "$.request.urlPattern"},
        {mapping_for(R"("urlPathTemplate":"/{a}.json")"), "$.request.urlPathTemplate"},
        {mapping_for(R"("pathParameters":{"a":{"absent":true}})"), "$.request.pathParameters"},
        {mapping_for(R"("headers":{"A":{}})"), "$.request.headers.A"},
        {mapping_for(R"("headers":{"A":{"equalTo":"a","contains":"a"}})"), "$.request.headers.A"},
        {mapping_for(R"("headers":{"A":{"equalToXml":"a"}})"), "$.request.headers.A.equalToXml"},
        {mapping_for(R"("headers":{"A":{"not":{"matches":"a++"}}})"), "$.request.headers.A.not.matches"},
        {mapping_for(R"("bodyPatterns":[{"absent":true},{"hasExactly":[]}])"), "$.request.bodyPatterns[1]"},
        {mapping_for(R"("bodyPatterns":[{"matchesJsonPath":"$..a"}])"), "$.request.bodyPatterns[0].matchesJsonPath"},
        {mapping_for(R"("bodyPatterns":[{"equalToJson":"{"}])"), "$.request.bodyPatterns[0].equalToJson"},
        {mapping_for(R"("bodyPatterns":[{"equalToJson":["${json-unit.ignore}"]}])"),
         "$.request.bodyPatterns[0].equalToJson"},
        {R"({"newScenarioState":"x","request":{},"response":{}})", "$"},
        {R"({"mappings":[{"request":{},"response":{}},{"request":{"x":1},"response":{}}]})", "$.mappings[1].request.x"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.mapping);
        const auto error = refusal_of(row.mapping);
        CHECK(error.json_path == row.json_path);
        CHECK(error.message.starts_with("mappings/sub/a.json, " + row.json_path + ": "));
    }
}

TEST_CASE("a folder without a mapping is refused, and so is none") {
    const TempFolder folder;
    CHECK(!ReplayTransport::from_folder(folder.path()));
    CHECK(!ReplayTransport::from_folder(folder.path() / "none"));
    folder.write("a.json", mapping_for(""));
    CHECK(ReplayTransport::from_folder(folder.path()));  // a folder of mappings itself
}

TEST_CASE("all mappings of the mock server are read") {
    std::size_t count = 0;
    for (const auto* provider : {"billing", "measure", "meteroid", "wiremock"}) {
        const auto transport = ReplayTransport::from_folder(std::filesystem::path(USAGEKIT_MOCK_SERVER) / provider);
        REQUIRE_MESSAGE(transport.has_value(), (transport ? "" : to_string(transport.error())));
        count += transport.value()->unused().size();
    }
    CHECK(count == 63);
}
