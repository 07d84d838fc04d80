#include "call/modes.hpp"

#include <utility>

#include "call/driver.hpp"
#include "call/engine.hpp"
#include "core/refusal.hpp"

namespace USAGEKIT_NAMESPACE::call {

void run_here(Operation& operation) {
    if (is_refused_here(operation)) return;
    run(operation, operation.engine().transport(), operation.clock(), operation.stop());
}

void run_there(Operation& operation, std::unique_ptr<Job> job) {
    const auto lease = operation.release_engine();  // until the engine has the job
    try {
        lease->engine().post(job);
    } catch (const std::system_error& error) {
        operation.refuse(no_resources("no thread could be started for asynchronous calls", error));
        job->ended();
    }
}

Error no_resources(std::string message, const std::system_error& error) {
    return {.kind = ErrorKind::network,
            .message = std::move(message),
            .detail = error.what(),
            .advice = "see how many threads and descriptors the process may have (ulimit)",
            .is_transient = true};
}

bool is_refused_here(Operation& operation) {
    if (!operation.engine().is_this_thread()) return false;
    operation.refuse(refusal("the call would block the thread that runs the asynchronous calls of its transport",
                             "in a handler, send calls by then() or async()"));
    return true;
}

}  // namespace USAGEKIT_NAMESPACE::call
