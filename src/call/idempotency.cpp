#include "call/idempotency.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

using Bytes = std::array<std::uint8_t, 16>;

Bytes random_bytes(const RandomSource& random) {
    const std::array<std::uint64_t, 2> halves = {random(), random()};
    return std::bit_cast<Bytes>(halves);
}

std::string random_uuid(const RandomSource& random) {
    static constexpr char hex[] = "0123456789abcdef";
    auto bytes = random_bytes(random);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x40);  // version 4: random
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);  // the variant of RFC 9562
    std::string uuid;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
        (uuid += hex[bytes[i] >> 4]) += hex[bytes[i] & 15];
    }
    return uuid;
}

}  // namespace

Result<std::string> new_idempotency_key(const RandomSource& random) {
    try {
        return random_uuid(random);
    } catch (...) {
        return refusal("there are no random numbers for an idempotency key",
                       "set CallOptions::idempotency_key, or a ClientOptions::random that works");
    }
}

std::optional<Error> refuse_idempotency_key(const std::optional<std::string>& key, bool is_taken) {
    constexpr std::size_t longest = 255;
    if (!key) return std::nullopt;
    if (!is_taken) {
        return refusal("CallOptions::idempotency_key is given, and the service takes none with this call",
                       "leave it out: the call changes nothing, so it may be repeated");
    }
    const auto is_visible = [](char c) { return c > ' ' && c <= '~'; };
    if (!key->empty() && key->size() <= longest && std::all_of(key->begin(), key->end(), is_visible)) {
        return std::nullopt;
    }
    return refusal("CallOptions::idempotency_key is not 1 to 255 visible ASCII characters",
                   "give a UUID for example, or leave it out: then the call makes one");
}

}  // namespace USAGEKIT_NAMESPACE::call
