#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <simdjson.h>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::wire {

/// A member's name and the quote behind it, in words: as it stands in a document unless something in it is escaped.
/// Comparing words takes a fraction of what a call of memcmp does.
class PackedName {
public:
    /// So much of the document is read, which its padding must allow.
    static constexpr std::size_t width = 32;

    consteval explicit PackedName(std::string_view name) {
        std::array<char, width> text{};
        std::array<char, width> mask{};
        if (name.size() >= width) {
            text.front() = '"';  // too long: never matches, since a name does not begin with a quote
            mask.front() = '\xFF';
        } else {
            for (std::size_t i = 0; i <= name.size(); ++i) {
                text[i] = i < name.size() ? name[i] : '"';
                mask[i] = '\xFF';
            }
        }
        text_ = std::bit_cast<Words>(text);
        mask_ = std::bit_cast<Words>(mask);
    }

    /// Is this the name that begins at `raw`?
    [[nodiscard]] simdjson_inline bool matches(const char* raw) const noexcept {
        Words words;
        std::memcpy(words.data(), raw, width);
        std::uint64_t difference = 0;
        for (std::size_t i = 0; i < words.size(); ++i) difference |= (words[i] ^ text_[i]) & mask_[i];
        return difference == 0;
    }

private:
    using Words = std::array<std::uint64_t, width / sizeof(std::uint64_t)>;

    Words text_{};
    Words mask_{};
};

}  // namespace USAGEKIT_NAMESPACE::wire
