#pragma once

#include <cstdint>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::call {

/// 64 bits of this machine's random numbers, fit for cryptography. Throws std::system_error.
[[nodiscard]] std::uint64_t device_random();

}  // namespace USAGEKIT_NAMESPACE::call
