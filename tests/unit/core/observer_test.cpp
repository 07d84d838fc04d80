#include <algorithm>
#include <chrono>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <usagekit/observer.hpp>

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

CallEvent event_of(auto what) {
    return {.call = 7, .method = "GET", .url = "https://api.example.com/v1/users/self", .what = std::move(what)};
}

std::string written(const CallEvent& event) {
    std::ostringstream out;
    out << event;
    return out.str();
}

/// What is written of an event behind the call, its method and its URL.
std::string line_of(auto what) {
    const auto line = written(event_of(std::move(what)));
    const std::string before = "#7 GET https://api.example.com/v1/users/self: ";
    CHECK(line.starts_with(before));
    return line.substr(before.size());
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// Takes its time over every text, so that writers that do not wait for each other get in each other's way.
class SlowBuffer : public std::stringbuf {
protected:
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        for (std::streamsize at = 0; at < size; at += 10) {
            std::stringbuf::xsputn(text + at, std::min<std::streamsize>(10, size - at));
            std::this_thread::yield();
        }
        return size;
    }
};

const Error unavailable{.kind = ErrorKind::server,
                        .message = "Down for maintenance.",
                        .advice = "try again later",
                        .status = 503,
                        .method = "GET",
                        .url = "https://api.example.com/v1/users/self",
                        .attempts = 3};

const Error slow{.kind = ErrorKind::timeout,
                 .message = "the time limit of the attempt passed",
                 .detail = "after 30001 ms",
                 .advice = "try again",
                 .url = "https://api.example.com/v1/users/self",
                 .attempts = 1};

}  // namespace

TEST_CASE("every event is a line that says which call, what request and what happened") {
    CHECK(line_of(AttemptStarted{.attempt = 2}) == "attempt 2");
    CHECK(line_of(AttemptAnswered{
              .status = 503, .timings = {.total = 12ms}, .bytes_received = 345, .connections_opened = 1})
          == "answered 503 in 12 ms, 345 bytes, new connection");
    CHECK(line_of(AttemptAnswered{.status = 200, .timings = {.total = 1ms}, .bytes_received = 1})
          == "answered 200 in 1 ms, 1 byte");
    CHECK(line_of(AttemptAnswered{.status = 200, .connections_opened = 2})
          == "answered 200 in 0 \xC2\xB5s, 0 bytes, 2 new connections");
    CHECK(line_of(AttemptFailed{.error = slow, .timings = {.total = 30'001ms}})
          == "failed in 30 s: timeout: the time limit of the attempt passed (after 30001 ms)");
    CHECK(line_of(Retrying{.attempt = 2, .delay = 420ms, .reason = unavailable})
          == "retrying in 420 ms, attempt 2, because of server (503): Down for maintenance");
    CHECK(line_of(Redirected{.status = 302, .target = "https://api.example.com/v1/users/9gd5l"})
          == "redirected by 302 to https://api.example.com/v1/users/9gd5l");
    CHECK(line_of(CallFinished{.status = 200, .requests = 2, .bytes_received = 690, .elapsed = 460ms})
          == "succeeded after 2 requests in 460 ms, 690 bytes");
    CHECK(line_of(CallFinished{.error = unavailable, .status = 503, .requests = 3, .elapsed = 460ms})
          == "ended in 460 ms after 3 requests: server (503): Down for maintenance, after 3 attempts; "
             "try again later");
}

TEST_CASE("an event without a request says so by leaving it out") {
    const Error refused{.kind = ErrorKind::invalid_request, .message = "no base URL is given", .advice = "set it"};
    CHECK(written({.call = 1, .method = "GET", .what = CallFinished{.error = refused}})
          == "#1 GET: ended in 0 \xC2\xB5s after 0 requests: invalid_request: no base URL is given; set it");
    CHECK(written({.call = 1, .what = AttemptStarted{}}) == "#1: attempt 1");
}

TEST_CASE("times are written in the unit that is easiest to read") {
    struct Row {
        std::chrono::microseconds time;
        const char* text;
    };
    static constexpr Row rows[] = {
        {0us, "0 \xC2\xB5s"},     {999us, "999 \xC2\xB5s"}, {1ms, "1 ms"}, {1499us, "1 ms"},   {1501us, "2 ms"},
        {9'999'499us, "9999 ms"}, {9'999'500us, "10 s"},    {10s, "10 s"}, {29'999ms, "30 s"}, {1h, "3600 s"},
    };
    for (const auto& row : rows) {
        CHECK(line_of(CallFinished{.requests = 1, .elapsed = row.time})
              == std::string("succeeded after 1 request in ").append(row.text).append(", 0 bytes"));
    }
}

TEST_CASE("header fields and a body stand in further lines, indented") {
    CHECK(line_of(AttemptStarted{.headers = {{"Accept", "application/json"}, {"Authorization", "***"}}, .body = "{}"})
          == "attempt 1\n    Accept: application/json\n    Authorization: ***\n    {}");
    CHECK(line_of(AttemptAnswered{.status = 200, .headers = {{"Content-Type", "text/plain"}}, .body = "a\nb"})
          == "answered 200 in 0 \xC2\xB5s, 0 bytes\n    Content-Type: text/plain\n    a\\nb");
}

TEST_CASE("no text of a peer breaks a line or steers a terminal") {
    const std::string hostile =
        "x\r\n#8 GET https://evil.example: succeeded\x1b[2J\x7f\xC2\x9B"
        "1m\t\xFF";
    const std::string shown = "x\\r\\n#8 GET https://evil.example: succeeded\\x1b[2J\\x7f\\xc2\\x9b1m\\t\\xff";
    const Error error{.kind = ErrorKind::server,
                      .message = hostile,
                      .detail = hostile,
                      .advice = hostile,
                      .code = hostile,
                      .json_path = hostile,
                      .request_id = hostile};
    const std::vector<std::pair<decltype(CallEvent::what), std::size_t>> events = {
        {AttemptStarted{.headers = {{hostile, hostile}}, .body = hostile}, 3},
        {AttemptAnswered{.headers = {{hostile, hostile}, {hostile, hostile}}, .body = hostile}, 4},
        {AttemptFailed{.error = error}, 1},
        {Retrying{.reason = error}, 1},
        {Redirected{.target = hostile}, 1},
        {CallFinished{.error = error}, 1},
    };
    for (const auto& [what, count] : events) {
        const auto text = written({.call = 7, .method = hostile, .url = hostile, .what = what});
        CAPTURE(text);
        CHECK(text.starts_with("#7 " + shown + " " + shown + ": "));
        CHECK(std::none_of(text.begin(), text.end(),
                           [](char c) { return c == '\x7f' || (c >= 0 && c < ' ' && c != '\n'); }));
        CHECK(text.find("\xC2\x9B") == std::string::npos);
        CHECK(text.find('\xFF') == std::string::npos);
        const auto lines = lines_of(text);
        CHECK(lines.size() == count);
        for (std::size_t i = 1; i < lines.size(); ++i) CHECK(lines[i].starts_with("    x\\r\\n#8"));
    }
}

TEST_CASE("an observer writes every event as a whole, from however many threads and copies") {
    constexpr int threads = 8;
    constexpr int events = 100;
    SlowBuffer buffer;
    std::ostream out(&buffer);
    const auto observer = write_events_to(out);
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i) {
            running.emplace_back([copy = observer, i] {
                const std::string body(100, static_cast<char>('a' + i));
                for (int j = 0; j < events; ++j) {
                    copy({.call = static_cast<std::uint64_t>(i),
                          .method = "GET",
                          .url = body,
                          .what = AttemptStarted{.attempt = j, .body = body}});
                }
            });
        }
    }
    const auto lines = lines_of(buffer.str());
    REQUIRE(lines.size() == std::size_t{2} * threads * events);
    std::vector<int> next(threads);
    for (std::size_t at = 0; at < lines.size(); at += 2) {
        const auto call = static_cast<std::size_t>(lines[at].at(1) - '0');
        const std::string body(100, static_cast<char>('a' + call));
        CHECK(lines[at]
              == "#" + std::to_string(call) + " GET " + body + ": attempt " + std::to_string(next.at(call)++));
        CHECK(lines[at + 1] == "    " + body);
    }
    CHECK(next == std::vector<int>(threads, events));
}
