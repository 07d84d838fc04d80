#pragma once

#include <csignal>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// Keeps SIGPIPE from the host program while libcurl may write to a TLS connection that the peer has closed. The signal
/// is blocked in this thread only; one that came meanwhile is taken away, and the thread's mask is as before again. A
/// signal that was pending before stays pending.
class SigpipeGuard {
public:
    /// Does nothing at all unless it is needed: without TLS, libcurl's writes raise no signal.
    explicit SigpipeGuard(bool is_needed) noexcept;
    SigpipeGuard(const SigpipeGuard&) = delete;
    SigpipeGuard& operator=(const SigpipeGuard&) = delete;
    ~SigpipeGuard();

private:
    bool is_active_ = false;
    sigset_t mask_before_{};
};

}  // namespace USAGEKIT_NAMESPACE::http
