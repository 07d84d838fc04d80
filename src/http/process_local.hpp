#pragma once

#include <atomic>
#include <memory>
#include <utility>

#include "http/process_mark.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// One object for each process: after `fork()` the child makes one of its own. The inherited one is abandoned, neither
/// used nor destroyed, since the parent goes on using what it stands for (connections), and another thread may have
/// held its locks when the process was copied.
///
/// All members but the destructor may be called from several threads at once; no lock is held.
template <class T>
class ProcessLocal {
public:
    /// The object of the process that makes this.
    explicit ProcessLocal(std::unique_ptr<T> object) : owned_(new Owned{.object = std::move(object)}) {}
    ProcessLocal(const ProcessLocal&) = delete;
    ProcessLocal& operator=(const ProcessLocal&) = delete;
    /// Destroys the object of this very process only.
    ~ProcessLocal() {
        const auto* owned = owned_.load(std::memory_order_acquire);
        if (owned->mark.is_of_this_process()) delete owned;
    }

    /// The object of this process; `make()` gives a new one where there is none yet.
    template <class Make>
    [[nodiscard]] T& get(const Make& make) {
        auto* owned = owned_.load(std::memory_order_acquire);
        if (owned->mark.is_of_this_process()) return *owned->object;
        std::unique_ptr<Owned> fresh(new Owned{.object = make()});
        // fails when another thread of this process was faster, and gives what that one has put there
        if (!owned_.compare_exchange_strong(owned, fresh.get(), std::memory_order_acq_rel)) return *owned->object;
        return *fresh.release()->object;
    }  // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): `owned_` has it now

private:
    struct Owned {
        std::unique_ptr<T> object;
        ProcessMark mark{};
    };
    std::atomic<Owned*> owned_;
};

}  // namespace USAGEKIT_NAMESPACE::http
