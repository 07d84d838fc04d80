#include "http/handle_pool.hpp"

#include <algorithm>
#include <utility>

namespace usagekit::http {

std::unique_ptr<CurlHandle> HandlePool::acquire(std::string_view authority) {
    while (auto idle = take_idle(authority)) {
        if (idle->is_clean()) return idle;
    }
    return std::make_unique<CurlHandle>(options_);
}

void HandlePool::release(std::unique_ptr<CurlHandle> handle) {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < most_idle) idle_.push_back(std::move(handle));
}

std::unique_ptr<CurlHandle> HandlePool::take_idle(std::string_view authority) {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return nullptr;
    const auto same = [&](const auto& handle) { return handle->authority() == authority; };
    const auto found = std::find_if(idle_.rbegin(), idle_.rend(), same);
    if (found != idle_.rend()) std::swap(*found, idle_.back());
    auto handle = std::move(idle_.back());
    idle_.pop_back();
    return handle;
}

}  // namespace usagekit::http
