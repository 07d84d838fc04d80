#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "http/bounded_text.hpp"

extern "C" struct z_stream_s;

namespace USAGEKIT_NAMESPACE::http {

/// Decodes gzip (RFC 1952) as its bytes come: one member or several behind each other, each with a header that is
/// valid, and with the checksum and the length of what it held. Nothing else may stand behind the last one.
class GzipDecoder {
public:
    enum class Outcome : std::uint8_t {
        good,
        full,     ///< There is no room for what the bytes decode to.
        damaged,  ///< The bytes are not gzip: `reason` says why.
    };

    /// Begins with a new stream. Throws std::bad_alloc.
    void restart();

    /// Adds to the text what these bytes, which follow those of before, decode to. Not to be called again when the
    /// outcome was not good. Throws std::bad_alloc.
    [[nodiscard]] Outcome decode(std::string_view bytes, BoundedText& text);

    /// Is the stream complete, so that it may end here?
    [[nodiscard]] bool is_whole() const noexcept { return is_whole_; }

    /// What is wrong with the bytes. It is valid until the next call.
    [[nodiscard]] std::string_view reason() const noexcept;

private:
    [[nodiscard]] Outcome decode_piece(BoundedText& text);

    struct End {
        void operator()(z_stream_s* stream) const noexcept;
    };
    std::unique_ptr<z_stream_s, End> stream_{};
    bool is_whole_ = false;
};

}  // namespace USAGEKIT_NAMESPACE::http
