#include <sstream>

#include <doctest/doctest.h>

#include <usagekit/auth.hpp>

#include "core/redact.hpp"
#include "core/secret_members.hpp"

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

/// A token of capital letters, in which no piece comes twice.
std::string long_token(std::size_t size) {
    std::string token;
    for (std::size_t number = 0; token.size() < size; ++number) {
        for (const std::size_t unit : {17'576U, 676U, 26U, 1U}) token += static_cast<char>('A' + number / unit % 26);
    }
    token.resize(size);
    return token;
}

/// Every character of the text as the widest spelling that is recognised.
std::string widely_spelled(const std::string& text) {
    std::ostringstream out;
    for (const char character : text) out << "&#x00000" << std::hex << int{character} << ';';
    return out.str();
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
    CHECK(Credential(BearerToken{"abc"}).source().fixed()->reveal() == "Bearer abc");
    CHECK(Credential(BearerToken{""}).source().fixed() == nullptr);
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

TEST_CASE("a variable that is not set gives a token that is refused, not a crash") {
    const char* unset = nullptr;
    const auto result = Credential(ApiToken{unset}).source()();
    REQUIRE(!result);
    CHECK(result.error().message == "the token is empty");
}

TEST_CASE("a credential callback is asked every time, and its error is passed on") {
    int asked = 0;
    const Credential<ApiToken> rotating([&asked]() -> Result<ApiToken> {
        if (++asked == 3) return Error{.kind = ErrorKind::authentication, .message = "the vault is closed"};
        return ApiToken{"token" + std::to_string(asked)};
    });
    CHECK(rotating.source().fixed() == nullptr);
    CHECK(rotating.source()().value().reveal() == "Token token1");
    CHECK(rotating.source()().value().reveal() == "Token token2");
    CHECK(rotating.source()().error().message == "the vault is closed");
}

TEST_CASE("a known secret is masked however it is escaped") {
    static constexpr std::string_view secret = "a/b+c=\"\\&<";
    static constexpr const char* spellings[] = {
        R"(a/b+c="\&<)",
        "a%2Fb%2Bc%3D%22%5C%26%3C",
        "a%2fb%2bc%3d%22%5c%26%3c",
        "%61/%62+c=%22%5C&<",
        R"(a\/b+c=\"\\&<)",
        R"(a\u002fb\u002Bc\u003d\"\\\u0026<)",
        R"(a/b&#43;c=&quot;\&amp;&lt;)",
        R"(a&#x2F;b&#x2b;c=&#34;\&#38;&lt;)",
        R"(a&#x000002F;b&#x002b;c=&#0000034;\&#038;&lt;)",
    };
    for (const std::string spelling : spellings) {
        CHECK(redacted("key " + spelling + " here", std::string(secret)) == "key *** here");
    }
    CHECK(redacted("aaaaaaaa", "aaaa") == "******");
    CHECK(redacted("100% of it", "100% of") == "*** it");
    CHECK(redacted("nothing", "") == "nothing");
    CHECK(redacted("nothing", "not") == "nothing");
}

TEST_CASE("a secret that looks like an escape is masked as it is, too") {
    for (const std::string secret : {"abc%2bdef", "a%25b", "a&amp;b", R"(a\\b)", R"(a\u005cb)", "a&#38;#38;b"}) {
        CAPTURE(secret);
        CHECK(redacted("key " + secret + " here", secret) == "key *** here");
    }
    CHECK(redacted("a%2525b", "a%25b") == "***");
}

TEST_CASE("a secret that begins with another is masked whole, whichever came first") {
    Redactor redactor;
    redactor.add(Secret("prefix"));
    redactor.add(Secret("prefix-and-tail"));
    std::string text = "prefix-and-tail prefix";
    redactor.redact(text);
    CHECK(text == "*** ***");
}

TEST_CASE("the credential of an Authorization field is masked, and those of earlier ones") {
    Redactor redactor;
    redactor.add(Secret("first-and-more"));
    CHECK(redactor.add_authorization(Secret("Token first")) == "Token first");
    CHECK(redactor.add_authorization(Secret("Token second")) == "Token second");
    CHECK(redactor.add_authorization(Secret("Token abc")) == "Token abc");  // too short to be told from other words
    const Secret fixed("Token third");
    CHECK(redactor.use_authorization(fixed) == "Token third");
    CHECK(redactor.use_authorization(fixed) == "Token third");
    std::string text = "Token first, first-and-more second abc third";
    redactor.redact(text);
    CHECK(text == "Token ***, *** *** abc ***");
    CHECK(redactor.add_authorization(Secret("Token fourth")) == "Token fourth");
    text = "third fourth";
    redactor.redact(text);
    CHECK(text == "*** ***");
}

TEST_CASE("a credential is masked whole where another begins with it or it begins with another") {
    for (const auto* const used : {"pre", "prefix", "prefix-and", "prefix-and-tail"}) {
        Redactor redactor;
        redactor.add(Secret("prefix-and"));
        static_cast<void>(redactor.add_authorization(Secret(std::string("Bearer ") + used)));
        std::string text = std::string(used) + " prefix-and";
        redactor.redact(text);
        CAPTURE(used);
        CHECK(text == (std::string_view(used) == "pre" ? "pre ***" : "*** ***"));
    }
    Redactor redactor;
    const std::string token(9'000, 'q');
    static_cast<void>(redactor.add_authorization(Secret("Bearer " + token)));
    CHECK(redactor.excerpt(std::string(90, 'x') + token + std::string(90'000, 'y'), 100).find('q')
          == std::string::npos);
}

TEST_CASE("an excerpt never ends in half a secret") {
    const std::string secret(72, 's');
    Redactor redactor;
    redactor.add(Secret(secret));
    for (std::size_t padding = 0; padding < 200; ++padding) {
        const auto shown = redactor.excerpt(std::string(padding, 'x') + secret + std::string(20'000, 'y'), 100);
        REQUIRE(shown.find('s') == std::string::npos);
        REQUIRE(shown.size() <= 103);
    }
    std::string many;
    for (int i = 0; i < 1000; ++i) many += secret;
    CHECK(redactor.excerpt(many, 100) == "a text of 72000 bytes");
    CHECK(redactor.excerpt("short", 100) == "short");
}

TEST_CASE("a secret of any length is masked in every text of an error, however often it is there") {
    static constexpr std::string Error::*texts[] = {&Error::message, &Error::detail,     &Error::code,     &Error::url,
                                                    &Error::body,    &Error::request_id, &Error::json_path};
    for (const std::size_t size : {100U, 5'800U, 7'000U, 8'200U, 70'000U}) {
        const auto token = long_token(size);
        Redactor redactor;
        redactor.add(Secret(token));
        std::string echoes = "the token is ";
        for (int i = 0; i < 30; ++i) echoes += token + " ";
        for (const auto& text : {token, token + token + token, std::string(90, 'x') + token, echoes,
                                 widely_spelled(token), std::string(90, 'x') + token + std::string(20'000, 'y')}) {
            Error error;
            for (const auto part : texts) error.*part = text;
            redactor.redact(error);
            CAPTURE(size);
            CAPTURE(text.size());
            for (const auto part : texts) {
                CHECK((error.*part).find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
                CHECK((error.*part).find("&#") == std::string::npos);
            }
        }
    }
}

TEST_CASE("an excerpt without a bound is the whole text") {
    Redactor redactor;
    redactor.add(Secret("t0ken"));
    const std::string rest(9'000, 'x');
    for (const auto most : {std::string::npos, std::string::npos / 8, std::string::npos / 2}) {
        CHECK(redactor.excerpt("t0ken" + rest, most) == "***" + rest);
        CHECK(redactor.excerpt(R"({"apiKey":""})", most) == R"({"apiKey":"***"})");
    }
}

TEST_CASE("every text of an error but the library's own advice is masked, and bounded") {
    Redactor redactor;
    redactor.add(Secret("t0ken"));
    Error error{.message = "t0ken",
                .detail = "t0ken",
                .advice = "t0ken",
                .code = "t0ken",
                .url = "t0ken",
                .json_path = "t0ken",
                .request_id = "t0ken",
                .body = "t0ken"};
    redactor.redact(error);
    CHECK(error
          == Error{.message = "***",
                   .detail = "***",
                   .advice = "t0ken",
                   .code = "***",
                   .url = "***",
                   .json_path = "***",
                   .request_id = "***",
                   .body = "***"});
}

TEST_CASE("the texts of an error are bounded") {
    const std::string endless(100'000, 'x');
    Error error{.message = endless,
                .detail = endless,
                .code = endless,
                .url = endless,
                .json_path = endless,
                .request_id = endless,
                .body = endless};
    Redactor().redact(error);
    CHECK(to_string(error).size() < 6000);
    CHECK(error.body.size() < 2100);
}

TEST_CASE("the values of members that are secret by name are masked, whole document or not") {
    struct Row {
        const char* json;
        const char* expected;
    };
    static constexpr Row rows[] = {
        {R"({"apiKey":"abc","id":1})", R"({"apiKey":"***","id":1})"},
        {R"("{"user":{"apiKey":"abc"}})", R"("{"user":{"apiKey":"***"}})"},
        {R"(<p class="x>{"apiKey": "abc"}</p>)", R"(<p class="x>{"apiKey": "***"}</p>)"},
        {R"({"message":"{\"apiKey\":\"abc\",\"id\":1}"})", R"({"message":"{\"apiKey\":\"***\",\"id\":1}"})"},
        {R"({"api\u004bey":"abc"})", R"({"api\u004bey":"***"})"},
        {R"({&quot;apiKey&quot;:&quot;abc&quot;})", R"({&quot;apiKey&quot;:&quot;***&quot;})"},
        {R"({"mytoken":"abc","MYToken":"abc"})", R"({"mytoken":"abc","MYToken":"abc"})"},
        {R"({"sessionToken":"abc","id":1})", R"({"sessionToken":"***","id":1})"},
        {R"({"idToken":"a","webhookSecret":"b"})", R"({"idToken":"***","webhookSecret":"***"})"},
        {R"({"userPassword":"a","xAuthorization":"b"})", R"({"userPassword":"***","xAuthorization":"***"})"},
        {R"({"secretKey":"a","private_key":"b"})", R"({"secretKey":"***","private_key":"***"})"},
        {R"({"apiKeys":"a","testApiKeys":"b"})", R"({"apiKeys":"***","testApiKeys":"***"})"},
        {R"({"inputTokens":3,"secretary":"a"})", R"({"inputTokens":3,"secretary":"a"})"},
        {"invalid token: expired", "invalid token: expired"},
        {R"({"api_key" : "a\"bc" , "x":2})", R"({"api_key" : "***" , "x":2})"},
        {R"({"ACCESS-TOKEN":12345})", R"({"ACCESS-TOKEN":***})"},
        {R"({"apiKey":"abc)", R"({"apiKey":"***)"},
        {R"({"apiKey":{"deep":"abc"},"x":1})", R"({"apiKey":***)"},
        {R"({"apiKey")", R"({"apiKey")"},
        {R"({"apiKey":)", R"({"apiKey":***)"},
        {R"({"metric_code":"token","tokens":3})", R"({"metric_code":"token","tokens":3})"},
        {R"({"password":null,"apiKey":"b"})", R"({"password":***,"apiKey":"***"})"},
        {"plain text", "plain text"},
    };
    for (const auto& [json, expected] : rows) CHECK(masked(json) == expected);
}
