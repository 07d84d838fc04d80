#include "http/answer_error.hpp"

#include <string>

#include "core/text.hpp"
#include "http/cut_short.hpp"

namespace USAGEKIT_NAMESPACE::http {

namespace {

Error ended_early(std::string_view text, Phase phase) {
    return cut_short(phase == Phase::receiving_body ? "the answer ended inside its body"
                                                    : "the answer ended inside its header fields",
                     text);
}

Error too_large(std::string_view what, std::string_view text) {
    return {.kind = ErrorKind::too_large,
            .message = concat(what, " of the answer are longer than libcurl takes"),
            .detail = std::string(text),
            .advice = "check that the base URL is that of the service"};
}

/// libcurl has one code for a connection that broke, and for chunks and header fields that it does not take. All that
/// it says of chunks has the word, `... in chunked-encoding` (7.88) or `chunk hex-length char not a hex digit: 0x78`
/// (8.14) for example.
std::optional<Error> receive_error(std::string_view text) {
    if (text.find("chunk") != text.npos) {
        return Error{.kind = ErrorKind::protocol,
                     .message = "the chunks of the answer are not valid",
                     .detail = std::string(text),
                     .advice = "check that the base URL is that of the service"};
    }
    if (text.find("Too large response headers") != text.npos) return too_large("the header fields", text);
    return std::nullopt;
}

}  // namespace

std::optional<Error> answer_error(CURLcode code, std::string_view text, Phase phase) {
    switch (code) {
        case CURLE_PARTIAL_FILE:
            return ended_early(text, phase);
        case CURLE_GOT_NOTHING:  // nothing of the final answer
            if (phase == Phase::receiving_headers) return ended_early(text, phase);
            return std::nullopt;
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
            return cut_short("the HTTP/2 stream of the answer broke off", text);
        case CURLE_OUT_OF_MEMORY:  // libcurl's word for a line that is longer than its buffer of 100 kB
            if (phase == Phase::receiving_body) return std::nullopt;
            return too_large("the lines of the header", text);
#if LIBCURL_VERSION_NUM >= 0x080600
        case CURLE_TOO_LARGE:  // what newer versions say of a line, and of more than 5000 of them
            return too_large("the lines of the header", text);
#endif
        case CURLE_RECV_ERROR:
            return receive_error(text);
        default:
            return std::nullopt;
    }
}

}  // namespace USAGEKIT_NAMESPACE::http
