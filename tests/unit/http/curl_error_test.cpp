#include "http/curl_error.hpp"

#include <cerrno>

#include <doctest/doctest.h>

using namespace usagekit;
using http::Phase;

TEST_CASE("libcurl's codes become kinds, which say whether another attempt may succeed") {
    struct Row {
        CURLcode code;
        Phase phase;
        ErrorKind kind;
        bool is_transient;
        std::string_view message;
    };
    static constexpr Row rows[] = {
        {CURLE_FAILED_INIT, Phase::resolving, ErrorKind::network, true, "libcurl could not begin the exchange"},
        {CURLE_COULDNT_RESOLVE_HOST, Phase::resolving, ErrorKind::network, true, "no address was found"},
        {CURLE_COULDNT_CONNECT, Phase::connecting, ErrorKind::network, true, "no connection could be made"},
        {CURLE_SEND_ERROR, Phase::sending, ErrorKind::network, true, "the connection broke"},
        {CURLE_RECV_ERROR, Phase::receiving_body, ErrorKind::network, true, "the connection broke"},
        {CURLE_GOT_NOTHING, Phase::waiting, ErrorKind::network, true, "the connection broke"},
        {CURLE_OPERATION_TIMEDOUT, Phase::waiting, ErrorKind::timeout, true, "the time limit of the attempt passed"},
        {CURLE_WEIRD_SERVER_REPLY, Phase::receiving_headers, ErrorKind::protocol, false, "what came was not"},
        {CURLE_UNSUPPORTED_PROTOCOL, Phase::receiving_headers, ErrorKind::protocol, false, "what came was not"},
        {CURLE_BAD_CONTENT_ENCODING, Phase::receiving_body, ErrorKind::protocol, false, "what came was not"},
        {CURLE_URL_MALFORMAT, Phase::resolving, ErrorKind::invalid_request, false, "the URL of the request"},
    };
    for (const auto& row : rows) {
        const auto error = http::transfer_error(row.code, "", {.phase = row.phase, .host = "h:1"});
        CAPTURE(error.message);
        CHECK(error.kind == row.kind);
        CHECK(error.is_transient == row.is_transient);
        CHECK(error.message.starts_with(row.message));
        CHECK(!error.detail.empty());
        CHECK(!error.advice.empty());
    }
}

TEST_CASE("a message says what was under way, and with whom") {
    struct Row {
        Phase phase;
        std::string_view end;
    };
    static constexpr Row rows[] = {
        {Phase::resolving, " passed while resolving h:1"},
        {Phase::connecting, " passed while connecting to h:1"},
        {Phase::securing, " passed while agreeing upon TLS with h:1"},
        {Phase::sending, " passed while sending the request to h:1"},
        {Phase::waiting, " passed while waiting for the answer of h:1"},
        {Phase::receiving_headers, " passed while receiving the header fields of h:1"},
        {Phase::receiving_body, " passed while receiving the body of h:1"},
    };
    for (const auto& row : rows) {
        const http::Moment moment{.phase = row.phase, .host = "h:1", .is_limit_of_connecting = true};
        CHECK(http::transfer_error(CURLE_OPERATION_TIMEDOUT, "", moment).message.ends_with(row.end));
    }
}

TEST_CASE("the limit for connecting is named only where it is the one that passed") {
    const auto message = [](Phase phase, bool is_limit_of_connecting) {
        return http::transfer_error(CURLE_OPERATION_TIMEDOUT, "",
                                    {.phase = phase, .is_limit_of_connecting = is_limit_of_connecting})
            .message;
    };
    constexpr std::string_view of_connecting = "the time limit for connecting passed";
    CHECK(message(Phase::resolving, true).starts_with(of_connecting));
    CHECK(message(Phase::securing, true).starts_with(of_connecting));
    CHECK(!message(Phase::sending, true).starts_with(of_connecting));
    CHECK(!message(Phase::connecting, false).starts_with(of_connecting));
}

TEST_CASE("the detail is libcurl's own text, and the system's where no connection was made") {
    CHECK(http::transfer_error(CURLE_RECV_ERROR, "reset by peer", {.system_error = EPIPE}).detail == "reset by peer");
    CHECK(http::transfer_error(CURLE_COULDNT_CONNECT, "port 1", {}).detail == "port 1");
    CHECK(http::transfer_error(CURLE_COULDNT_CONNECT, "port 1", {.system_error = ECONNREFUSED}).detail
          == "port 1: Connection refused");
}
