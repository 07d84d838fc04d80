#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <simdjson.h>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::wire {

/// The short string that begins at `raw`, behind its quote, when nothing in it is escaped, so that it can be taken from
/// where it is; otherwise no text (null). It must be inside a document that was indexed, which has no open string.
template <std::size_t most = 48>  // unescaping is faster for long ones
[[nodiscard]] simdjson_inline std::string_view plain_text(const char* raw) {
    constexpr std::uint64_t ones = ~std::uint64_t{0} / 0xFF;
    // the highest bit of each byte that is the given one; bytes behind the first such may have it, too
    const auto marks = [](std::uint64_t word, char wanted) {
        const auto difference = word ^ (ones * static_cast<unsigned char>(wanted));
        return (difference - ones) & ~difference & (ones << 7U);
    };
    if constexpr (std::endian::native != std::endian::little) return {};
    for (std::size_t size = 0; size < most; size += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, raw + size, sizeof(word));
        const auto ends = marks(word, '"') | marks(word, '\\');
        if (ends == 0) continue;
        size += static_cast<std::size_t>(std::countr_zero(ends)) / 8;
        return raw[size] == '"' ? std::string_view(raw, size) : std::string_view();
    }
    return {};
}

}  // namespace USAGEKIT_NAMESPACE::wire
