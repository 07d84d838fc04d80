#pragma once

#include <cstdint>

namespace usagekit::call {

/// 64 bits of this machine's random device. Throws what std::random_device does.
[[nodiscard]] std::uint64_t device_random();

}  // namespace usagekit::call
