// A service that shows the credential it was given, wherever it can.
#include <sstream>

#include <doctest/doctest.h>

#include <usagekit/wiremock/client.hpp>

#include "error_of.hpp"
#include "raw_server.hpp"

using namespace usagekit;

namespace {

constexpr std::string_view token = "t0p/s3cret+key";

std::string json_answer(std::string_view status_line, std::string_view fields, std::string_view body) {
    std::string answer("HTTP/1.1 ");
    answer.append(status_line).append("\r\nContent-Type: application/json\r\nContent-Length: ");
    answer.append(std::to_string(body.size())).append("\r\n").append(fields).append("\r\n").append(body);
    return answer;
}

/// How the token may be spelled in what a server says.
std::vector<std::string> spellings() {
    return {std::string(token),   "t0p%2Fs3cret%2Bkey",          "t0p%2fs3cret%2bkey",
            R"(t0p\/s3cret+key)", R"(t0p\u002fs3cret\u002Bkey)", "t0p&#x2F;s3cret&#43;key"};
}

/// Answers that show the text: in the reason phrase, header fields, bodies of every form, and where a redirect leads.
std::vector<std::string> echoes(const std::string& text) {
    const auto fields = "X-Request-Id: " + text + "\r\nX-Echo: Token " + text + "\r\nRetry-After: " + text + "\r\n";
    const auto in_json = R"({"code":")" + text + R"(","message":"no )" + text + R"("})";
    return {json_answer("401 Token " + text, fields, in_json),
            json_answer("403 Forbidden", {}, R"({"errors":[{"code":")" + text + R"(","title":")" + text + R"("}]})"),
            json_answer("404 Not Found", {}, "<html>Token " + text + "</html>"),
            json_answer("200 " + text, fields, R"({"user":")" + text + R"("})"),
            json_answer("200 OK", {}, "Token " + text),
            json_answer("200 OK", {}, R"({"user":{"token":")" + text + R"(","id":7}})"),
            json_answer("302 " + text, "Location: https://evil.example/?t=" + text + "\r\n", text),
            json_answer("302 Found", "Location: javascript:" + text + "\r\n", {}),
            json_answer("302 Found", "Location: http://u:" + text + "@127.0.0.1/\r\n", {}),
            json_answer("302 Found", "Location: /v1/users/" + text + "\r\n", {}),
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nToken " + text,
            "HTTP/9.9 " + text + "\r\n\r\n",
            "Token " + text + "\r\n"};
}

/// Does the text have the token in one of its spellings, or the greater part of one?
bool shows_token(const std::string& text) { return text.find("s3cret") != std::string::npos; }

}  // namespace

TEST_CASE("fault 10: a token that a service repeats is in no error, no event, no printed request and no CallInfo") {
    for (const auto& spelling : spellings()) {
        for (const auto& echo : echoes(spelling)) {
            CAPTURE(echo);
            RawServer server(RawServer::once(echo));
            std::ostringstream seen;
            const wiremock::Client client{
                ApiToken{token},
                {.base_url = server.base_url(),
                 .retry = {.attempts = 1},
                 .observer = write_events_to(seen),
                 .observed = {.headers = {"Authorization", "X-Request-Id", "X-Echo", "Location"},
                              .bodies = {"application/json"}}}};
            CallInfo info;
            auto call = client.self({.info = &info});
            seen << call.request().value();
            const auto error = error_of(std::move(call).get(), "s3cret");
            CHECK(error.status == info.status);
            for (const auto& redirect : info.redirects) CHECK(!shows_token(redirect));
            for (const auto& path : info.unknown_members) CHECK(!shows_token(path));
            CHECK(!shows_token(info.url));
            CHECK(!shows_token(seen.str()));
            CHECK(!server.requests().empty());
        }
    }
}
