#pragma once

#include <cstddef>
#include <string_view>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// How many bytes at the beginning of `text` spell the character, 0 when they do not: itself, percent-encoded
/// (RFC 3986), escaped as in JSON (`\/`, `\u002b`), or as an HTML character reference (`&amp;`, `&#43;`, `&#x2b;`)
/// of at most seven digits.
[[nodiscard]] std::size_t spelled_length(std::string_view text, char character) noexcept;

/// The longest of these spellings, `&#x000002b;`.
inline constexpr std::size_t longest_spelling = 11;

}  // namespace USAGEKIT_NAMESPACE
