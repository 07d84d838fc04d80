#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

#include <usagekit/http.hpp>

#include "call/job.hpp"
#include "call/worker.hpp"
#include "http/process_local.hpp"

namespace USAGEKIT_NAMESPACE::call {

/// A transport, and the thread that runs asynchronous calls on it. Clients that share a transport share its engine;
/// with the last of them, and of their calls that have not been sent, it ends.
class Engine {
public:
    /// The engine of the transport.
    [[nodiscard]] static std::shared_ptr<Engine> of(const std::shared_ptr<http::Transport>& transport);

    explicit Engine(std::shared_ptr<http::Transport> transport) : transport_(std::move(transport)) {}

    [[nodiscard]] http::Transport& transport() const noexcept { return *transport_; }

    /// Runs the call on the thread, which starts with the first one. Throws std::system_error when it cannot, and the
    /// job is still there.
    void post(std::unique_ptr<Job>& job);

    /// Is this the thread that runs asynchronous calls?
    [[nodiscard]] bool is_this_thread() const noexcept;

private:
    /// The thread of this process, when there is one.
    struct Crew {
        std::mutex mutex{};
        std::unique_ptr<Worker> worker{};
        std::atomic<const Worker*> started{nullptr};  // the same, to be seen without the lock
    };
    [[nodiscard]] Crew& crew() const {
        return crew_.get([] { return std::make_unique<Crew>(); });
    }

    std::shared_ptr<http::Transport> transport_;  // before the worker, which uses it
    mutable http::ProcessLocal<Crew> crew_{std::make_unique<Crew>()};
};

}  // namespace USAGEKIT_NAMESPACE::call
