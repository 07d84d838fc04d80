// What WireMock and ReplayTransport make of the same mappings.
#include <doctest/doctest.h>

#include <usagekit/testing/replay.hpp>

#include "service.hpp"
#include "temp_folder.hpp"

using namespace usagekit;
using namespace usagekit::testing;

namespace {

struct Asked {
    std::string request;  ///< The inside of a request object.
    std::vector<http::Request> requests;
};

http::Request get(const std::string& path, http::Headers headers = {}) {
    return {.url = path, .headers = std::move(headers)};
}
http::Request post(std::string body) {
    return {.method = "POST", .url = "/p", .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
}

std::string field(const std::string& matcher) { return R"("headers":{"X-Field":{)" + matcher + "}}"; }

}  // namespace

TEST_CASE("WireMock and ReplayTransport answer the same requests") {
    const std::vector<http::Request> fields = {get("/p"), get("/p", {{"x-field", "a"}}), get("/p", {{"X-Field", "A"}}),
                                               get("/p", {{"X-Field", "ab"}}),
                                               get("/p", {{"X-Field", "a"}, {"X-Field", "b"}})};
    const std::vector<http::Request> paths = {get("/p"),    get("/p?"),        get("/p?q=1"),    get("/p?q=1&q=2"),
                                              get("/p/7"),  get("/p/7/x"),     get("/p/a%20b"),  get("/p?q=a+b"),
                                              get("/p?q="), get("/p?q=a%2Bb"), get("/p?r=1&q=2")};
    const std::vector<http::Request> bodies = {post(R"({"a":1,"b":[1,2]})"),
                                               post(R"({"b":[1, 2],"a":1.0})"),
                                               post(R"({"a":1,"b":[2,1]})"),
                                               post(R"({"a":1,"b":[1,2],"c":0})"),
                                               post(R"({"a":1,"b":[1,2,3]})"),
                                               post(R"({"a":"x"})"),
                                               post(R"({"a":null})"),
                                               post("no JSON"),
                                               post("")};
    std::vector<Asked> rows;
    for (const auto* matcher :
         {R"("equalTo":"a")", R"("equalTo":"a","caseInsensitive":true)", R"("contains":"b")", R"("doesNotContain":"b")",
          R"("matches":"a.*")", R"("doesNotMatch":"a.*")", R"("absent":true)", R"("not":{"equalTo":"a"})",
          R"("not":{"absent":true})", R"("and":[{"contains":"a"},{"contains":"b"}])",
          R"("or":[{"equalTo":"A"},{"absent":true}])", R"("hasExactly":[{"equalTo":"a"}])",
          R"("hasExactly":[{"equalTo":"b"},{"equalTo":"a"}])", R"("includes":[{"equalTo":"b"}])"}) {
        rows.push_back({field(matcher), fields});
    }
    for (const auto* url :
         {R"("url":"/p")", R"("urlPath":"/p")", R"("urlPath":"/p/a%20b")", R"("urlPattern":"/p\\?q=.*")",
          R"("urlPathPattern":"/p/[^/]+")", R"("urlPathTemplate":"/p/{id}","pathParameters":{"id":{"equalTo":"a b"}})",
          R"("urlPathTemplate":"/p/{id}","pathParameters":{"id":{"equalTo":"a%20b"}})",
          R"("urlPathTemplate":"/p/{id}")", R"("queryParameters":{"q":{"equalTo":"2"}})",
          R"("queryParameters":{"q":{"equalTo":"a b"}})", R"("queryParameters":{"q":{"absent":true}})",
          R"("queryParameters":{"q":{"equalTo":""}})", R"("queryParameters":{"q":{"equalTo":"a+b"}})",
          R"("queryParameters":{"q":{"hasExactly":[{"equalTo":"1"},{"equalTo":"2"}]}})"}) {
        rows.push_back({url, paths});
    }
    for (const auto* matcher :
         {R"("equalToJson":{"a":1,"b":[1,2]})", R"("equalToJson":{"a":1,"b":[1,2]},"ignoreArrayOrder":true)",
          R"("equalToJson":{"a":1,"b":[1,2]},"ignoreExtraElements":true)",
          R"("equalToJson":{"a":"${json-unit.any-string}"})", R"("matchesJsonPath":"$.a")",
          R"("matchesJsonPath":"$.b[1]")", R"("absent":true)", R"("contains":"JSON")", R"("equalTo":"no JSON")",
          R"("matches":"[\\s\\S]+")", R"("doesNotMatch":"[\\s\\S]*b[\\s\\S]*")"}) {
        rows.push_back({std::string(R"("bodyPatterns":[{)") + matcher + "}]", bodies});
    }
    http::CurlTransport curl;
    for (const auto& row : rows) {
        auto& host = fresh_host();
        const auto mapping = R"({"priority":1,"request":{)" + row.request + R"(},"response":{"status":218}})";
        CAPTURE(mapping);
        host.stub(mapping);
        const TempFolder folder;
        folder.write("a.json", mapping);
        const auto replay = ReplayTransport::from_folder(folder.path()).value();
        for (auto request : row.requests) {
            request.url.insert(0, host.base_url());
            CAPTURE(request.url);
            CAPTURE(request);
            const auto served = curl.send(request).answer.value().status == 218;
            CHECK(served == replay->send(request).answer.has_value());
        }
    }
}
