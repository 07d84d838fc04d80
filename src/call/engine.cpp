#include "call/engine.hpp"

#include <utility>

namespace USAGEKIT_NAMESPACE::call {

std::shared_ptr<Engine> Engine::of(const std::shared_ptr<http::Transport>& transport) {
    const std::lock_guard lock(transport->engine_mutex_);
    if (auto engine = transport->engine_.lock()) return engine;
    auto engine = std::make_shared<Engine>(transport);
    transport->engine_ = engine;
    return engine;
}

void Engine::post(std::unique_ptr<Job>& job) {
    auto& crew = this->crew();
    const std::lock_guard lock(crew.mutex);
    if (!crew.worker) {
        crew.worker = std::make_unique<Worker>(*transport_);
        crew.started = crew.worker.get();
    }
    crew.worker->post(std::move(job));
}

bool Engine::is_this_thread() const noexcept {
    const auto* const worker = crew().started.load();
    return worker != nullptr && worker->is_this_thread();
}

}  // namespace USAGEKIT_NAMESPACE::call
