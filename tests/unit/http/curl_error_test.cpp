#include "http/curl_error.hpp"

#include <doctest/doctest.h>

using namespace usagekit;
using http::Phase;

TEST_CASE("libcurl's codes become kinds, with its own text as detail") {
    struct Row {
        CURLcode code;
        Phase phase;
        ErrorKind kind;
        std::string_view message;
        bool is_transient = false;
        std::string_view text = "";
    };
    static constexpr Row rows[] = {
        {CURLE_COULDNT_RESOLVE_HOST, Phase::resolving, ErrorKind::network, "no address", true},
        {CURLE_COULDNT_CONNECT, Phase::connecting, ErrorKind::network, "no connection", true},
        {CURLE_RECV_ERROR, Phase::receiving_body, ErrorKind::network, "broke", true},
        {CURLE_RECV_ERROR, Phase::receiving_body, ErrorKind::protocol, "chunks", false,
         "Too long hexadecimal number in chunked-encoding"},
        {CURLE_RECV_ERROR, Phase::receiving_headers, ErrorKind::too_large, "header fields", false,
         "Too large response headers: 307215 > 307200"},
        {CURLE_GOT_NOTHING, Phase::waiting, ErrorKind::network, "broke", true},
        {CURLE_GOT_NOTHING, Phase::receiving_headers, ErrorKind::protocol, "inside its header fields", true},
        {CURLE_OPERATION_TIMEDOUT, Phase::waiting, ErrorKind::timeout, "of the attempt", true},
        {CURLE_PARTIAL_FILE, Phase::receiving_body, ErrorKind::protocol, "inside its body", true},
        {CURLE_PARTIAL_FILE, Phase::receiving_headers, ErrorKind::protocol, "inside its header fields", true},
        {CURLE_HTTP2_STREAM, Phase::receiving_body, ErrorKind::protocol, "broke off", true},
        {CURLE_HTTP2, Phase::receiving_body, ErrorKind::protocol, "broke off", true},
        {CURLE_WEIRD_SERVER_REPLY, Phase::receiving_headers, ErrorKind::protocol, "not a valid HTTP"},
        {CURLE_UNSUPPORTED_PROTOCOL, Phase::receiving_headers, ErrorKind::protocol, "not a valid HTTP"},
        {CURLE_OUT_OF_MEMORY, Phase::waiting, ErrorKind::too_large, "longer than libcurl takes"},
        {CURLE_OUT_OF_MEMORY, Phase::receiving_headers, ErrorKind::too_large, "longer than libcurl takes"},
        {CURLE_URL_MALFORMAT, Phase::connecting, ErrorKind::invalid_request, "URL"},
    };
    for (const auto& row : rows) {
        const auto error = http::transfer_error(row.code, row.text, {.phase = row.phase, .host = "example.com"});
        CAPTURE(error.message);
        CHECK(error.kind == row.kind);
        CHECK(error.message.find(row.message) != std::string::npos);
        CHECK(error.is_transient == row.is_transient);
        CHECK(!error.detail.empty());
        CHECK(!error.advice.empty());
    }
    CHECK(http::transfer_error(CURLE_COULDNT_CONNECT, "port 1: refused", {}).detail == "port 1: refused");
}
