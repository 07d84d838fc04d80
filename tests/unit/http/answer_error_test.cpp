#include "http/answer_error.hpp"

#include <doctest/doctest.h>

using namespace usagekit;
using http::answer_error;
using http::Phase;

TEST_CASE("libcurl's codes say little about an answer that is broken, its text says more") {
    struct Row {
        CURLcode code;
        Phase phase;
        std::string_view text;
        ErrorKind kind;
        bool is_transient;
        std::string_view message;
    };
    static constexpr Row rows[] = {
        {CURLE_PARTIAL_FILE, Phase::receiving_body, "transfer closed", ErrorKind::protocol, true,
         "the answer ended inside its body"},
        {CURLE_PARTIAL_FILE, Phase::receiving_headers, "transfer closed", ErrorKind::protocol, true,
         "the answer ended inside its header fields"},
        {CURLE_GOT_NOTHING, Phase::receiving_headers, "Empty reply from server", ErrorKind::protocol, true,
         "the answer ended inside its header fields"},
        {CURLE_HTTP2, Phase::receiving_body, "framing", ErrorKind::protocol, true,
         "the HTTP/2 stream of the answer broke off"},
        {CURLE_HTTP2_STREAM, Phase::waiting, "reset", ErrorKind::protocol, true,
         "the HTTP/2 stream of the answer broke off"},
        {CURLE_OUT_OF_MEMORY, Phase::waiting, "Out of memory", ErrorKind::too_large, false,
         "the lines of the header of the answer are longer than libcurl takes"},
        {CURLE_RECV_ERROR, Phase::receiving_headers, "Too large response headers: 307215 > 307200",
         ErrorKind::too_large, false, "the header fields of the answer are longer than libcurl takes"},
        {CURLE_RECV_ERROR, Phase::receiving_body, "Too long hexadecimal number in chunked-encoding",
         ErrorKind::protocol, false, "the chunks of the answer are not valid"},
    };
    for (const auto& row : rows) {
        const auto error = answer_error(row.code, row.text, row.phase);
        REQUIRE(error);
        CHECK(error->kind == row.kind);
        CHECK(error->is_transient == row.is_transient);
        CHECK(error->message == row.message);
        CHECK(error->detail == row.text);
        CHECK(!error->advice.empty());
    }
}

TEST_CASE("a connection that broke, or never gave an answer, is not the answer's fault") {
    CHECK(!answer_error(CURLE_RECV_ERROR, "Recv failure: Connection reset by peer", Phase::receiving_body));
    CHECK(!answer_error(CURLE_GOT_NOTHING, "Empty reply from server", Phase::waiting));
    CHECK(!answer_error(CURLE_OPERATION_TIMEDOUT, "", Phase::receiving_body));
}
