#include <sstream>

#include <doctest/doctest.h>

#include <usagekit/auth.hpp>

#include "core/redact.hpp"

using namespace usagekit;

namespace {

std::string redacted(std::string text, const std::string& secret) {
    Redactor redactor;
    redactor.add(Secret(secret));
    redactor.redact(text);
    return text;
}

std::string masked(std::string json) {
    mask_secret_members(json);
    return json;
}

}  // namespace

TEST_CASE("a secret prints as stars and gives its text only to reveal") {
    std::ostringstream out;
    out << Secret("hunter2");
    CHECK(out.str() == "***");
    CHECK(Secret("hunter2").reveal() == "hunter2");
}

TEST_CASE("a secret that was moved from is empty, short or long") {
    for (const auto* text : {"short", "much longer than any small-string buffer would hold"}) {
        Secret from(text);
        const Secret to(std::move(from));
        CHECK(to.reveal() == text);
        CHECK(from.empty());
        Secret target("old");
        target = to;
        CHECK(target == to);
    }
}

TEST_CASE("a token becomes an Authorization value of its scheme") {
    CHECK(Credential(ApiToken{"abc/def"}).source()().value().reveal() == "Token abc/def");
    CHECK(Credential(BearerToken{"abc"}).source()().value().reveal() == "Bearer abc");
}

TEST_CASE("a token that cannot stand in a header field is refused without being shown") {
    const std::string tokens[] = {"", "a b", "a\r\nHost: x", "tab\t", "xqz\x7F", "\xC3\xA9", std::string("nul\0x", 5)};
    for (const auto& token : tokens) {
        CAPTURE(token);
        const auto result = Credential(ApiToken{Secret(token)}).source()();
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_request);
        if (token.starts_with("xq")) CHECK(to_string(result.error()).find(token) == std::string::npos);
    }
}

TEST_CASE("a credential callback is asked every time, and its error is passed on") {
    int asked = 0;
    const Credential<ApiToken> rotating([&asked]() -> Result<ApiToken> {
        if (++asked == 3) return Error{.kind = ErrorKind::authentication, .message = "the vault is closed"};
        return ApiToken{"token" + std::to_string(asked)};
    });
    CHECK(rotating.source()().value().reveal() == "Token token1");
    CHECK(rotating.source()().value().reveal() == "Token token2");
    CHECK(rotating.source()().error().message == "the vault is closed");
}

TEST_CASE("a known secret is masked however it is escaped") {
    CHECK(redacted("key a/b+c here", "a/b+c") == "key *** here");
    CHECK(redacted("https://x/?t=a%2Fb%2Bc&u", "a/b+c") == "https://x/?t=***&u");
    CHECK(redacted(R"({"t":"a\/b+c"})", "a/b+c") == R"({"t":"***"})");
    CHECK(redacted("aaaaaa", "aaa") == "******");
    CHECK(redacted("nothing", "") == "nothing");
    CHECK(redacted("nothing", "no") == "nothing");
}

TEST_CASE("every text of an error is masked") {
    Redactor redactor;
    redactor.add(Secret("tok"));
    Error error{.message = "tok",
                .detail = "tok",
                .advice = "tok",
                .code = "tok",
                .url = "tok",
                .json_path = "tok",
                .request_id = "tok",
                .body = "tok"};
    redactor.redact(error);
    CHECK(error
          == Error{.message = "***",
                   .detail = "***",
                   .advice = "***",
                   .code = "***",
                   .url = "***",
                   .json_path = "***",
                   .request_id = "***",
                   .body = "***"});
}

TEST_CASE("the values of members that are secret by name are masked, whole document or not") {
    struct Row {
        const char* json;
        const char* expected;
    };
    static constexpr Row rows[] = {
        {R"({"apiKey":"abc","id":1})", R"({"apiKey":"***","id":1})"},
        {R"({"api_key" : "a\"bc" , "x":2})", R"({"api_key" : "***" , "x":2})"},
        {R"({"ACCESS-TOKEN":12345})", R"({"ACCESS-TOKEN":"***"})"},
        {R"({"apiKey":"abc)", R"({"apiKey":"***")"},
        {R"({"apiKey":{"deep":"abc"},"x":1})", R"({"apiKey":"***")"},
        {R"({"apiKey")", R"({"apiKey")"},
        {R"({"apiKey":)", R"({"apiKey":"***")"},
        {R"({"metric_code":"token","tokens":3})", R"({"metric_code":"token","tokens":3})"},
        {R"({"password":null,"apiKey":"b"})", R"({"password":"***","apiKey":"***"})"},
        {"plain text", "plain text"},
    };
    for (const auto& [json, expected] : rows) CHECK(masked(json) == expected);
}
