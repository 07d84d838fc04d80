#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>

/// A figure of /proc/self/status, in bytes.
inline std::size_t memory_figure(std::string_view name) {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word != name) continue;
        std::size_t kilobytes = 0;
        status >> kilobytes;
        return kilobytes * 1024;
    }
    return 0;
}

/// By how much the memory of this process, as the system counts it, grows at most while something is done.
std::size_t memory_taken_by(const auto& action) {
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak is counted anew (man 5 proc)
    const auto before = memory_figure("VmRSS:");
    action();
    const auto peak = memory_figure("VmHWM:");
    return peak > before ? peak - before : 0;
}
