#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <zlib.h>

/// The bytes as one gzip member (RFC 1952), or, not `whole`, without what is still held back and the last 8 bytes.
inline std::string gzipped(std::string_view bytes, bool whole = true) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("zlib cannot compress");
    }
    std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
    std::string unpacked(bytes);  // some versions of zlib take no constant
    stream.next_in = reinterpret_cast<Bytef*>(unpacked.data());
    stream.avail_in = static_cast<uInt>(unpacked.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, whole ? Z_FINISH : Z_FULL_FLUSH);
    packed.resize(packed.size() - stream.avail_out);
    deflateEnd(&stream);
    return packed;
}

/// As many copies of the text.
inline std::string repeated(std::string_view text, std::size_t times) {
    std::string copies;
    copies.reserve(text.size() * times);
    while (times-- > 0) copies += text;
    return copies;
}

/// One gzip member of half a megabyte that decodes to 512 MiB of blanks.
inline std::string gzip_bomb() {
    constexpr std::size_t head_size = 10;  // of what zlib writes
    const auto mebibyte = gzipped(std::string(std::size_t{1} << 20, ' '), false);
    return mebibyte + repeated(std::string_view(mebibyte).substr(head_size), 511);
}
