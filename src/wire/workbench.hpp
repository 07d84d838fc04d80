#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE::wire {

class Tools;

/// What decoding keeps from one document to the next: the memory of the parser, and in which order and how many the
/// members and items of each type came. It makes decoding faster and never changes its result.
///
/// At most `most_kept` bytes of the parser stay after a document, however large that was. For one thread at a time.
class Workbench {
public:
    /// What a document of 180 kB needs.
    static constexpr std::size_t most_kept = std::size_t{1} << 20;

    Workbench() noexcept;
    Workbench(Workbench&& other) noexcept;
    Workbench& operator=(Workbench&& other) noexcept;
    ~Workbench();

    /// Made when they are needed first.
    [[nodiscard]] Tools& tools();

private:
    friend class WorkbenchPool;

    std::unique_ptr<Tools> tools_;
};

/// Workbenches that threads share, none of which ever waits for another: who finds none that is idle gets a fresh one.
/// So it may also be used in the child of a process that was forked at any moment.
class WorkbenchPool {
public:
    /// How many stay when nobody uses them.
    static constexpr std::size_t most_idle = 8;

    /// A workbench that goes back to the pool at the end, before which the pool must not go.
    class Lease {
    public:
        explicit Lease(WorkbenchPool& pool) : pool_(&pool), bench_(pool.take()) {}
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() { pool_->give_back(std::move(bench_)); }

        [[nodiscard]] Workbench* get() noexcept { return &bench_; }

    private:
        WorkbenchPool* pool_;
        Workbench bench_;
    };

    WorkbenchPool() = default;
    WorkbenchPool(const WorkbenchPool&) = delete;
    WorkbenchPool& operator=(const WorkbenchPool&) = delete;
    ~WorkbenchPool();

    /// One that is idle, or a fresh one.
    [[nodiscard]] Lease acquire() { return Lease(*this); }

private:
    [[nodiscard]] Workbench take() noexcept;
    void give_back(Workbench bench) noexcept;

    std::array<std::atomic<Tools*>, most_idle> idle_{};
};

}  // namespace USAGEKIT_NAMESPACE::wire
