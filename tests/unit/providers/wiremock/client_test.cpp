// The rules of a call, through the public API and a scripted transport: no network, no waiting.
#include <sstream>

#include <doctest/doctest.h>

#include <usagekit/testing/fake.hpp>
#include <usagekit/wiremock/client.hpp>

#include "../rules.hpp"
#include "bodies.hpp"

using namespace usagekit;
using namespace usagekit::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto token = "s3cret/token";

struct Service {
    std::shared_ptr<FakeTransport> transport;
    wiremock::Client client;
};

Service answering(std::vector<FakeTransport::Answer> answers, ClientOptions options = {}) {
    auto transport = scripted(std::move(answers));
    options.transport = transport;
    if (options.base_url.empty()) options.base_url = "https://h.example";
    return {transport, wiremock::Client{ApiToken{token}, options}};
}

std::vector<FakeTransport::Answer> whole_chain() {
    return {redirect(302, "/v1/users/9gd5l"), json(200, bodies::user), json(200, bodies::organisation),
            json(200, bodies::usage)};
}

Error error_of(std::vector<FakeTransport::Answer> answers, ClientOptions options = {}) {
    options.retry.attempts = 1;
    const auto result = answering(std::move(answers), std::move(options)).client.my_usage().get();
    REQUIRE(!result);
    const auto line = to_string(result.error());
    CHECK(line.find(token) == std::string::npos);
    CHECK(line.find(bodies::api_key) == std::string::npos);
    CHECK(result.error().body.find(token) == std::string::npos);
    CHECK(result.error().body.find(bodies::api_key) == std::string::npos);
    CHECK(!result.error().advice.empty());
    return result.error();
}

}  // namespace

TEST_CASE("my_usage goes from self over the redirect, the user and the organisation to the usage") {
    auto [transport, client] = answering(whole_chain());
    CHECK(client.my_usage().get().value().stub_called_count == 22309);
    std::vector<std::string> urls;
    for (const auto& request : transport->requests()) {
        CHECK(request.method == "GET");
        CHECK(request.headers.find("Authorization") == "Token s3cret/token");
        CHECK(request.headers.find("Accept") == "application/json");
        CHECK(request.headers.find("User-Agent")->starts_with("usagekit/"));
        urls.push_back(request.url);
    }
    CHECK(urls
          == std::vector<std::string>{"https://h.example/v1/users/self", "https://h.example/v1/users/9gd5l",
                                      "https://h.example/v1/organisations/mgk7g",
                                      "https://h.example/v1/subscriptions/qmr8z/usage"});
}

TEST_CASE("WireMock Cloud keeps the rules of all providers") {
    check_rules({"Token", bodies::usage, [](const auto& given, const auto& options, const auto& call) {
                     const wiremock::Client client{ApiToken{given}, options};
                     return tried(client.usage(wiremock::SubscriptionId{"s"}, call));
                 }});
}

TEST_CASE("each operation asks for its resource") {
    auto [transport, client] = answering({json(200, bodies::user), json(200, bodies::organisation),
                                          json(200, bodies::usage), redirect(307, "9gd5l"), json(200, bodies::user)},
                                         {.base_url = "https://h.example/prefix/"});
    CHECK(client.user(wiremock::UserId{"a/b"}).get().value().id.str() == "9gd5l");
    CHECK(client.organisation(wiremock::OrganisationId{"o"}).get().value().id.str() == "mgk7g");
    CHECK(client.usage(wiremock::SubscriptionId{"s"}).get().value().id.str() == "kl1g9");
    CHECK(client.self().get().value().id.str() == "9gd5l");
    const std::string expected[] = {"users/a%2Fb", "organisations/o", "subscriptions/s/usage", "users/self",
                                    "users/9gd5l"};
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        CHECK(transport->requests().at(i).url == "https://h.example/prefix/v1/" + expected[i]);
    }
}

TEST_CASE("a way that breaks off names the resource and the missing link") {
    const auto no_organisation = with(bodies::user, R"(,"organisation":"/v1/organisations/mgk7g")", "");
    auto error = error_of({redirect(302, "/v1/users/9gd5l"), json(200, no_organisation)});
    CHECK(error.kind == ErrorKind::not_found);
    CHECK(error.message == "the user \"9gd5l\" has no organisation link");
    CHECK(error.json_path == "$.user.links.organisation");
    CHECK(error.url == "https://h.example/v1/users/9gd5l");

    const auto no_subscription = with(bodies::organisation, R"("subscription":"/v1/subscriptions/qmr8z",)", "");
    error = error_of({redirect(302, "/v1/users/9gd5l"), json(200, bodies::user), json(200, no_subscription)});
    CHECK(error.kind == ErrorKind::not_found);
    CHECK(error.message == "the organisation \"mgk7g\" has no subscription link");
    CHECK(error.json_path == "$.organisation.links.subscription");
}

TEST_CASE("a link that leads to no resource is told as what the answer got wrong") {
    for (const std::string link : {"/v1/organisations/", "/v1/organisations/..", ""}) {
        const auto error = error_of({json(200, with(bodies::user, "/v1/organisations/mgk7g", link))});
        CHECK(error.kind == ErrorKind::decode);
        CHECK(error.status == 200);
        CHECK(error.json_path == "$.user.links.organisation");
        CHECK(error.message == "expected the path of a resource, found \"" + link + "\"");
    }
}

TEST_CASE("every documented error shape gives kind, code and message") {
    struct Row {
        http::Response response;
        ErrorKind kind;
        std::string code, message, detail;
    };
    const Row rows[] = {
        {text(401, "Credentials are required to access this resource."), ErrorKind::authentication, "",
         "Credentials are required to access this resource.", ""},
        {json(403, R"({"errors":[{"title":"Forbidden","source":{}}]})"), ErrorKind::permission, "", "Forbidden", ""},
        {json(422, R"({"errors":[{"code":17,"title":"Bad","detail":"too long"},{"title":"Worse","detail":"x"}]})"),
         ErrorKind::rejected, "17", "Bad", "too long; Worse: x"},
        {json(404, R"({"code":404,"message":"HTTP 404 Not Found"})"), ErrorKind::not_found, "404", "HTTP 404 Not Found",
         ""},
        {json(404, R"({"message":"gone"})"), ErrorKind::not_found, "", "gone", ""},
        {json(422, R"({"errors":[{"code":1,"detail":"no"},{"code":"X2","title":"t","source":{"at":"/a"}}]})"),
         ErrorKind::rejected, "1", "no", "X2 t: source {\"at\":\"/a\"}"},
        {json(404, R"({"code":"GONE","message":"no such user"})"), ErrorKind::not_found, "GONE", "no such user", ""},
        {{.status = 401, .body = "who are you"}, ErrorKind::authentication, "", "who are you", ""},
        {{.status = 401, .body = "<html>"}, ErrorKind::authentication, "", "the service gave no reason", ""},
        {json(403, R"({"errors":[]})"), ErrorKind::permission, "", "the service gave no reason", ""},
        {json(500, "<html>"), ErrorKind::server, "", "the service gave no reason", ""},
        {text(502, "\n Bad gateway \n at proxy 7"), ErrorKind::server, "", "Bad gateway", ""},
        {json(400, ""), ErrorKind::rejected, "", "the service gave no reason", ""},
        {json(409, "{}"), ErrorKind::conflict, "", "the service gave no reason", ""},
        {json(408, ""), ErrorKind::timeout, "", "the service gave no reason", ""},
        {json(410, ""), ErrorKind::not_found, "", "the service gave no reason", ""},
        {json(304, ""), ErrorKind::redirect, "", "the service gave no reason", ""},
        {json(101, ""), ErrorKind::protocol, "", "the service gave no reason", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.response.status);
        CAPTURE(row.response.body);
        const auto error = error_of({row.response});
        CHECK(error.kind == row.kind);
        CHECK(error.status == row.response.status);
        CHECK(error.code == row.code);
        CHECK(error.message == row.message);
        CHECK(error.detail == row.detail);
        CHECK(error.attempts == 1);
        CHECK(error.body == row.response.body);
    }
}

TEST_CASE("an error says how long to wait and how the provider calls the request") {
    auto response = json(429, "");
    response.headers.add("Retry-After", "17");
    response.headers.add("X-Request-Id", "r-1");
    const auto error = error_of({response});
    CHECK(error.kind == ErrorKind::rate_limited);
    CHECK(error.retry_after == 17s);
    CHECK(error.request_id == "r-1");
}

TEST_CASE("Retry-After in seconds is told, at most a year, and nothing else is taken for it") {
    struct Row {
        const char* value;
        std::optional<std::chrono::seconds> expected;
    };
    static constexpr Row rows[] = {
        {"0", 0s},
        {" 17 ", 17s},
        {"99999999999999999999999", std::chrono::years{1}},
        {"-1", std::nullopt},
        {"17x", std::nullopt},
        {"", std::nullopt},
        {"1.5", std::nullopt},
        {"soon", std::nullopt},
    };
    for (const auto& row : rows) {
        CAPTURE(row.value);
        auto response = json(503, "");
        response.headers.add("Retry-After", row.value);
        CHECK(error_of({response}).retry_after == row.expected);
    }
}

TEST_CASE("the provider's name for a request is told for every answer, whichever field has it") {
    for (const auto* field : {"X-Request-Id", "Request-Id", "traceparent"}) {
        for (auto response : {json(500, ""), json(200, "{}"), redirect(302, "ftp://h.example")}) {
            response.headers.add(field, "r-1");
            CHECK(error_of({response}).request_id == "r-1");
        }
    }
}

TEST_CASE("an error at any step names that step's URL") {
    const std::vector<std::string> urls = {"users/self", "users/9gd5l", "organisations/mgk7g",
                                           "subscriptions/qmr8z/usage"};
    for (std::size_t step = 0; step < urls.size(); ++step) {
        auto answers = whole_chain();
        answers.resize(step, json(200, ""));
        answers.emplace_back(json(404, R"({"code":404,"message":"HTTP 404 Not Found"})"));
        const auto error = error_of(answers);
        CHECK(error.kind == ErrorKind::not_found);
        CHECK(error.method == "GET");
        CHECK(error.url == "https://h.example/v1/" + urls[step]);
    }
}

TEST_CASE("an answer that is not the documented JSON names the path, and keeps a masked excerpt") {
    const auto broken = with(bodies::user, R"("signupDate":"2024-08-23T20:15:32.289889Z")", R"("signupDate":7)");
    const auto error = error_of({json(200, broken)});
    CHECK(error.kind == ErrorKind::decode);
    CHECK(error.status == 200);
    CHECK(error.json_path == "$.user.signupDate");
    CHECK(error.body.find(R"("apiKey":"***")") != std::string::npos);
    CHECK(error_of({json(200, "<html>")}).body == "<html>");
    CHECK(error_of({json(204, "")}).kind == ErrorKind::decode);
}

TEST_CASE("a token that the service echoes appears in no error, even where the text is cut") {
    const std::string echo = std::string("your key is ").append(token);
    CHECK(error_of({text(401, echo)}).message == "your key is ***");
    CHECK(error_of({redirect(302, std::string("ftp://h.example/?t=").append(token))}).kind == ErrorKind::redirect);
    CHECK(error_of({redirect(302, "https://evil.example/?t=s3cret%2ftoken")}).detail.ends_with("?t=***"));
    CHECK(error_of({redirect(302, "/x?t=s3cret%2Ftoken"), text(500, "")}).url.ends_with("?t=***"));
    for (const std::size_t padding : {490U, 495U, 2030U, 2040U, 4090U}) {
        const auto error = error_of({text(500, std::string(padding, 'x') + token)});
        CHECK(error.message.find("s3cr") == std::string::npos);
        CHECK(error.body.find("s3cr") == std::string::npos);
        CHECK(error_of({json(200, std::string(padding, 'x') + token)}).body.find("s3cr") == std::string::npos);
    }
    const auto date = with(bodies::user, "2024-08-23T20:15:32.289889Z", token);
    CHECK(error_of({json(200, date)}).message == "expected RFC 3339 date-time, found \"***\"");
}

TEST_CASE("an echoed token that is longer than what messages show of a value appears nowhere") {
    const std::string longer = "Zq7x+" + std::string(67, 'k');
    const auto error_with = [&](const std::string& body) {
        auto transport = scripted({json(200, body)});
        const wiremock::Client client{
            ApiToken{longer},
            {.base_url = "https://h.example", .strictness = Strictness::strict, .transport = transport}};
        const auto result = client.my_usage().get();
        REQUIRE(!result);
        CHECK(to_string(result.error()).find("Zq7x") == std::string::npos);
        CHECK(result.error().body.find("Zq7x") == std::string::npos);
    };
    const auto no_link = with(bodies::user, R"(,"organisation":"/v1/organisations/mgk7g")", "");
    error_with(with(no_link, R"("id":"9gd5l")", R"("id":")" + longer + "\""));
    error_with(with(bodies::user, R"("teams":)", "\"" + longer + R"(":7,"teams":)"));
    error_with(with(bodies::user, R"("id":)", "\"" + longer + R"(":7,"id":)"));
}

TEST_CASE("an API key in any message of the service is masked") {
    for (const auto& response :
         {text(401, R"({"apiKey": ")" + bodies::api_key + "\"}"),
          json(404, R"({"message":"{\"apiKey\":\")" + bodies::api_key + R"(\"}"})"), json(200, "\"" + bodies::user),
          json(200, with(bodies::user, "apiKey", "api\\u004bey") + "x")}) {
        CHECK(error_of({response}).kind != ErrorKind::invalid_request);
    }
}

TEST_CASE("a long message and a long body are cut") {
    const auto error = error_of({text(500, std::string(100'000, 'x'))});
    CHECK(error.message.size() < 600);
    CHECK(error.body.size() < 2100);
}

TEST_CASE("a redirect is followed within the origin and with the credential, a loop ends with its chain") {
    auto [transport, client] = answering({redirect(301, "a"), redirect(308, "b"), json(200, bodies::user)});
    CHECK(client.self().get().value().id.str() == "9gd5l");
    CHECK(transport->requests().back().url == "https://h.example/v1/users/b");
    CHECK(transport->requests().back().headers.find("Authorization") == "Token s3cret/token");

    const auto loop = error_of(std::vector<FakeTransport::Answer>(6, redirect(302, "self")));
    CHECK(loop.kind == ErrorKind::redirect);
    CHECK(loop.status == 302);
    CHECK(loop.message == "more than 5 redirects");
    CHECK(loop.detail.find("/v1/users/self -> https://h.example/v1/users/self") != std::string::npos);
}

TEST_CASE("a redirect to another origin is not asked") {
    auto [transport, client] = answering({redirect(302, "https://evil.example/v1/users/9gd5l")});
    const auto result = client.self().get();
    REQUIRE(!result);
    CHECK(result.error().kind == ErrorKind::redirect);
    CHECK(transport->requests().size() == 1);
}

TEST_CASE("each request of a call has the redirects of its own, and the redirect limit is the policy's") {
    auto answers = whole_chain();
    answers.insert(answers.begin() + 2, redirect(302, "/v1/organisations/other"));
    auto [transport, client] = answering(answers, {.redirects = {.limit = 1}});
    CHECK(client.my_usage().get().has_value());
    CHECK(error_of({redirect(302, "a")}, {.redirects = {.limit = 0}}).message == "more than 0 redirects");
}

TEST_CASE("a failed exchange is told with method, URL, kind and text of the transport") {
    const auto error =
        error_of({Error{.kind = ErrorKind::network, .message = "refused", .detail = "port 1", .advice = "look"}});
    CHECK(to_string(error) == "GET https://h.example/v1/users/self: network: refused (port 1), after 1 attempt; look");
    CHECK(error.attempts == 1);
}

TEST_CASE("what cannot be sent is refused before anything is sent, with the reason") {
    struct Row {
        ClientOptions options;
        std::string message;
    };
    const Row rows[] = {
        {{.base_url = "https://u:hunter2@h.example"}, "the URL cannot be used: it holds user information"},
        {{.base_url = "https://h.example?x"}, "the base URL has a query or a fragment"},
        {{.base_url = "https://h.example#x"}, "the base URL has a query or a fragment"},
        {{.base_url = "https://h.example/?"}, "the base URL has a query or a fragment"},
        {{.base_url = "https://h.example/#"}, "the base URL has a query or a fragment"},
        {{.base_url = "ftp://h.example"},
         "the URL \"ftp://h.example\" cannot be used: its scheme is \"ftp\", not http or https"},
        {{.base_url = "h.example"}, "the URL \"h.example\" cannot be used: it has no scheme"},
        {{.base_url = "http://h.example"}, "http to h.example would show the token to everybody on the way"},
        {{.timeouts = {.connect = 0ms}}, "Timeouts::connect is not positive"},
        {{.timeouts = {.attempt = -1ms}}, "Timeouts::attempt is not positive"},
        {{.timeouts = {.call = 0ms}}, "Timeouts::call is not positive"},
        {{.redirects = {.limit = -1}}, "RedirectPolicy::limit is negative"},
        {{.limits = {.body = 0}}, "a limit of Limits is 0, with which no answer could be taken"},
        {{.limits = {.headers = 0}}, "a limit of Limits is 0, with which no answer could be taken"},
        {{.json_depth = 0}, "ClientOptions::json_depth is not 1 to 1000"},
        {{.json_depth = 1001}, "ClientOptions::json_depth is not 1 to 1000"},
        {{.user_agent = "a\r\nb"},
         "the value of the header field User-Agent holds a control character or a character beyond ASCII"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.message);
        auto [transport, client] = answering(whole_chain(), row.options);
        const auto call = client.my_usage();
        const auto request = call.request();
        REQUIRE(!request);
        const auto result = client.my_usage().get();
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_request);
        CHECK(result.error().message == row.message);
        CHECK(result.error() == request.error());
        CHECK(to_string(result.error()).find("hunter2") == std::string::npos);
        CHECK(transport->requests().empty());
    }
}

TEST_CASE("plain http is allowed to loopback, and elsewhere by option") {
    CHECK(answering(whole_chain(), {.base_url = "http://127.0.0.1:1"}).client.my_usage().get());
    CHECK(answering(whole_chain(), {.base_url = "http://localhost:1"}).client.my_usage().get());
    CHECK(answering(whole_chain(), {.base_url = "http://h.example", .allow_plain_http = true}).client.my_usage().get());
}

TEST_CASE("bad tokens, IDs, headers and time limits of a call are refused before anything is sent") {
    auto [transport, client] = answering(whole_chain());
    const auto refused = [](const auto& result, std::string_view message) {
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_request);
        CHECK(result.error().message == message);
        CHECK(result.error().attempts == 0);
    };
    refused(client.user(wiremock::UserId{".."}).get(), "the user ID is \"..\"");
    refused(client.organisation(wiremock::OrganisationId{}).get(), "the organisation ID is empty");
    refused(client.usage(wiremock::SubscriptionId{"."}).get(), "the subscription ID is \".\"");
    refused(client.self({.timeout = 0ms}).get(), "CallOptions::timeout is not positive");
    for (const std::string name : {"authorization", "Accept", "ACCEPT-ENCODING", "Connection", "Content-Length",
                                   "content-type", "Expect", "Host", "Idempotency-Key", "Proxy-Authorization", "TE",
                                   "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent", "If-None-Match", "Range"}) {
        refused(client.self({.headers = {{name, "x"}}}).get(),
                "CallOptions::headers has " + name + ", which is not for the caller to set");
    }
    refused(client.self({.headers = {{"X", "a\nb"}}}).get(),
            "the value of the header field X holds a control character or a character beyond ASCII");
    const wiremock::Client blank{ApiToken{"a b"}, {.base_url = "https://h.example", .transport = transport}};
    refused(blank.self().get(),
            "the token holds a blank, a control character or a character beyond ASCII at position 1");
    CHECK(transport->requests().empty());
}

TEST_CASE("a rotating token is asked before every request, and its failure ends the call") {
    auto transport = scripted(whole_chain());
    int asked = 0;
    const wiremock::Client client{[&asked]() -> Result<ApiToken> {
                                      if (++asked > 3) return Error{.kind = ErrorKind::authentication, .message = "no"};
                                      return ApiToken{"t" + std::to_string(asked)};
                                  },
                                  {.base_url = "https://h.example", .transport = transport}};
    const auto result = client.my_usage().get();
    REQUIRE(!result);
    CHECK(result.error().message == "no");
    REQUIRE(transport->requests().size() == 3);
    CHECK(transport->requests()[2].headers.find("Authorization") == "Token t3");

    const wiremock::Client throwing{[]() -> ApiToken { throw std::runtime_error("t0p"); },
                                    {.base_url = "https://h.example", .transport = transport}};
    const wiremock::Client throwing_anything{[]() -> ApiToken { throw 7; },
                                             {.base_url = "https://h.example", .transport = transport}};
    CHECK(throwing_anything.self().get().error().kind == ErrorKind::authentication);
    const auto thrown = throwing.self().get();
    REQUIRE(!thrown);
    CHECK(thrown.error().kind == ErrorKind::authentication);
    CHECK(to_string(thrown.error()).find("t0p") == std::string::npos);
}

TEST_CASE("a call shows what it would send first, with the credential masked") {
    auto [transport, client] = answering({}, {.user_agent = "app/1"});
    std::ostringstream shown;
    shown << client.usage(wiremock::SubscriptionId{"qmr8z"}, {.headers = {{"X-Trace", "1"}}}).request().value();
    CHECK(shown.str() ==
          "GET https://h.example/v1/subscriptions/qmr8z/usage\nAccept: application/json\nAuthorization: ***\n"
          "User-Agent: app/1 usagekit/0.1.0\nX-Trace: 1\n");
    CHECK(client.self().request().value().headers.find("Authorization") == "Token ***");
    CHECK(transport->requests().empty());
}

TEST_CASE("a call is sent once") {
    auto client = answering(whole_chain()).client;
    auto call = client.my_usage();
    CHECK(std::move(call).get().has_value());
    const auto again = std::move(call).get();
    REQUIRE(!again);
    CHECK(again.error().kind == ErrorKind::invalid_request);
    CHECK(!call.request());
}

TEST_CASE("CallInfo tells what happened, for success and for failure") {
    CallInfo info;
    auto answers = whole_chain();
    answers.back() = json(200, with(bodies::usage, R"("id")", R"("new":1,"id")"));
    CHECK(answering(answers).client.my_usage({.info = &info}).get().has_value());
    CHECK(info.status == 200);
    CHECK(info.requests == 4);
    CHECK(info.attempts == 1);
    CHECK(info.url == "https://h.example/v1/subscriptions/qmr8z/usage");
    CHECK(info.redirects == std::vector<std::string>{"https://h.example/v1/users/9gd5l"});
    CHECK(info.headers.find("content-type") == "application/json");
    CHECK(info.unknown_members == std::vector<std::string>{"$.usage.new"});

    CHECK(!answering({text(401, "no")}).client.my_usage({.info = &info}).get());
    CHECK(info.status == 401);
    CHECK(info.requests == 1);
    CHECK(info.redirects.empty());
}

TEST_CASE("CallInfo holds no token but in the header fields that the service sent") {
    CallInfo info;
    CHECK(!answering({redirect(302, "/x?t=s3cret%2Ftoken"), text(500, "")}).client.self({.info = &info}).get());
    CHECK(info.url == "https://h.example/x?t=***");
    CHECK(info.redirects == std::vector<std::string>{"https://h.example/x?t=***"});
}

TEST_CASE("a client that was moved from can still be used") {
    auto client = answering(whole_chain()).client;
    const auto other = std::move(client);
    CHECK(client.my_usage().get().has_value());  // NOLINT(bugprone-use-after-move)
}

TEST_CASE("asking what would be sent asks for no token") {
    int asked = 0;
    const wiremock::Client client{[&asked] { return ++asked, ApiToken{"t0ken"}; }, {.base_url = "https://h.example"}};
    CHECK(client.self().request().has_value());
    CHECK(asked == 0);
}

TEST_CASE("strictness refuses what the contract does not have") {
    const auto body = json(200, with(bodies::usage, R"("id")", R"("new":1,"id")"));
    const wiremock::SubscriptionId id{"s"};
    CHECK(answering({body}).client.usage(id).get());
    const auto strict = answering({body}, {.strictness = Strictness::strict}).client.usage(id).get();
    REQUIRE(!strict);
    CHECK(strict.error().json_path == "$.usage.new");
}
