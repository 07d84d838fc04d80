#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <usagekit/http.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// How the body of an answer is delimited (RFC 9112 section 6.3): by chunks, by its length, or, with neither, by the
/// end of the connection.
struct Framing {
    bool is_chunked = false;
    std::optional<std::size_t> length{};  ///< Content-Length, when it counts.
};

/// What the header fields say about it. Gives `protocol` when a Content-Length is no number or does not fit, when
/// several differ, and for any transfer coding but `chunked` alone, since no other was asked for.
[[nodiscard]] Result<Framing> framing(const Headers& headers);

/// How the body of an answer is encoded (RFC 9110 section 8.4).
enum class Encoding : std::uint8_t { identity, gzip };

/// What the header fields say about it. Gives `protocol`, naming the encoding, when it is another, or several.
[[nodiscard]] Result<Encoding> encoding(const Headers& headers);

/// The status of a status line (RFC 9112 section 4) of HTTP/1.0, HTTP/1.1 or HTTP/2 and later as libcurl writes them;
/// nothing when it is not one.
[[nodiscard]] std::optional<int> status_of(std::string_view line);

}  // namespace USAGEKIT_NAMESPACE::http
