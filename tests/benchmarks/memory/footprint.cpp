#include "footprint.hpp"

#include <fstream>
#include <limits>
#include <malloc.h>
#include <string>
#include <string_view>

namespace bench {

namespace {

/// A figure in kB of Linux's proc(5).
std::int64_t status(std::string_view wanted) {
    std::ifstream file("/proc/self/status");
    for (std::string name; file >> name; file.ignore(std::numeric_limits<std::streamsize>::max(), '\n')) {
        std::int64_t kilobytes = 0;
        if (name == wanted && file >> kilobytes) return kilobytes * 1024;
    }
    return 0;
}

}  // namespace

std::int64_t live_bytes() {
    const auto info = mallinfo2();
    return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
}

std::int64_t resident_bytes() { return status("VmRSS:"); }

std::int64_t peak_bytes() { return status("VmHWM:"); }

void forget_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

}  // namespace bench
