#include "http/process_mark.hpp"

#include <cstddef>
#include <sys/mman.h>

namespace USAGEKIT_NAMESPACE::http {

namespace {

constexpr std::size_t smallest = 1;  // of which the kernel makes a page

}  // namespace

ProcessMark::ProcessMark() noexcept {
    void* const page = mmap(nullptr, smallest, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) return;
    if (madvise(page, smallest, MADV_WIPEONFORK) != 0) {
        munmap(page, smallest);
        return;
    }
    *static_cast<char*>(page) = 1;
    page_ = static_cast<const volatile char*>(page);
}

ProcessMark::~ProcessMark() {
    if (page_ != nullptr) munmap(const_cast<char*>(page_), smallest);
}

}  // namespace USAGEKIT_NAMESPACE::http
