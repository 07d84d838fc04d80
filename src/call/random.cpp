#include "call/random.hpp"

#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace USAGEKIT_NAMESPACE::call {

std::uint64_t device_random() {
    std::uint64_t bits = 0;
    // std::random_device asks the processor what it can each time that one is made, which takes 20 us on a virtual one
    if (getentropy(&bits, sizeof bits) != 0) throw std::system_error(errno, std::generic_category(), "getentropy");
    return bits;
}

}  // namespace USAGEKIT_NAMESPACE::call
