#pragma once

#include <unistd.h>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// Tells the process that made it from its children by `fork()`, without a system call where the kernel can do that: a
/// page of memory that children find empty (`MADV_WIPEONFORK`, Linux 4.14).
class ProcessMark {
public:
    ProcessMark() noexcept;
    ProcessMark(const ProcessMark&) = delete;
    ProcessMark& operator=(const ProcessMark&) = delete;
    ~ProcessMark();

    /// Was it made in this process?
    [[nodiscard]] bool is_of_this_process() const noexcept {
        return page_ != nullptr ? *page_ != 0 : process_ == getpid();
    }

private:
    const volatile char* page_ = nullptr;
    pid_t process_ = getpid();
};

}  // namespace USAGEKIT_NAMESPACE::http
