#include "http/gzip.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <new>
#define ZLIB_CONST  // what is read is not changed
#include <zlib.h>

namespace USAGEKIT_NAMESPACE::http {

namespace {

constexpr int gzip_only = MAX_WBITS + 16;  // zlib's way to say that neither zlib nor raw deflate will do

}  // namespace

void GzipDecoder::End::operator()(z_stream_s* stream) const noexcept {
    inflateEnd(stream);
    delete stream;
}

void GzipDecoder::restart() {
    is_whole_ = false;
    if (stream_) {
        inflateReset(stream_.get());
        return;
    }
    auto fresh = std::make_unique<z_stream>();
    if (inflateInit2(fresh.get(), gzip_only) != Z_OK) throw std::bad_alloc();
    stream_.reset(fresh.release());
}

GzipDecoder::Outcome GzipDecoder::decode(std::string_view bytes, BoundedText& text) {
    constexpr std::size_t most = std::numeric_limits<uInt>::max();
    auto outcome = Outcome::good;
    while (!bytes.empty() && outcome == Outcome::good) {
        const auto piece = bytes.substr(0, most);
        bytes.remove_prefix(piece.size());
        stream_->next_in = reinterpret_cast<const Bytef*>(piece.data());
        stream_->avail_in = static_cast<uInt>(piece.size());
        outcome = decode_piece(text);
    }
    return outcome;
}

GzipDecoder::Outcome GzipDecoder::decode_piece(BoundedText& text) {
    std::array<char, 32'768> decoded;
    do {
        if (is_whole_) {  // another member follows
            inflateReset(stream_.get());
            is_whole_ = false;
        }
        stream_->next_out = reinterpret_cast<Bytef*>(decoded.data());
        stream_->avail_out = static_cast<uInt>(decoded.size());
        const int code = inflate(stream_.get(), Z_NO_FLUSH);
        if (code == Z_MEM_ERROR) throw std::bad_alloc();
        if (!text.append({decoded.data(), decoded.size() - stream_->avail_out})) return Outcome::full;
        is_whole_ = code == Z_STREAM_END;
        // Z_BUF_ERROR says that there was nothing to do
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) return Outcome::damaged;
    } while (stream_->avail_in > 0 || (stream_->avail_out == 0 && !is_whole_));
    return Outcome::good;
}

std::string_view GzipDecoder::reason() const noexcept {
    return stream_ && stream_->msg != nullptr ? stream_->msg : "unexpected bytes";
}

}  // namespace USAGEKIT_NAMESPACE::http
