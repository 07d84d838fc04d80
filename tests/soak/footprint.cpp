#include "footprint.hpp"

#include <cstdio>
#include <filesystem>
#include <iterator>
#include <malloc.h>

#include "memory.hpp"

namespace {

std::ptrdiff_t entries(const char* folder) {
    return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

}  // namespace

Footprint footprint() {
    return {.megabytes = static_cast<double>(memory_figure("VmRSS:")) / 1e6,
            .descriptors = entries("/proc/self/fd") - 1,  // one reads the folder
            .threads = entries("/proc/self/task")};
}

double allocated_megabytes() {
    const auto heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6;
}

void print(const char* when, const Footprint& is) {
    std::printf("%-28s %6.1f MB resident, %3td descriptors, %2td threads\n", when, is.megabytes, is.descriptors,
                is.threads);
}
