#include "call/random.hpp"

#include <random>

namespace usagekit::call {

std::uint64_t device_random() {
    std::random_device device;
    return std::uniform_int_distribution<std::uint64_t>()(device);
}

}  // namespace usagekit::call
