#include "http/exchanges_pool.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "http/url.hpp"

namespace USAGEKIT_NAMESPACE::http {

std::unique_ptr<Exchanges> ExchangesPool::acquire(std::string_view url) {
    return take([&] {
        const auto same = [&](const auto& exchanges) { return is_at(url, exchanges->authority()); };
        const auto found = std::find_if(idle_.rbegin(), idle_.rend(), same);
        return found != idle_.rend() ? std::prev(found.base()) : std::prev(idle_.end());
    });
}

std::unique_ptr<Exchanges> ExchangesPool::acquire_largest() {
    return take([&] {
        const auto is_smaller = [](const auto& a, const auto& b) { return a->most_at_once() < b->most_at_once(); };
        return std::max_element(idle_.begin(), idle_.end(), is_smaller);
    });
}

template <class Choose>
std::unique_ptr<Exchanges> ExchangesPool::take(const Choose& choose) {
    std::unique_lock lock(mutex_);
    if (idle_.empty()) {
        lock.unlock();
        return std::make_unique<Exchanges>();
    }
    std::swap(*choose(), idle_.back());
    auto exchanges = std::move(idle_.back());
    idle_.pop_back();
    return exchanges;
}

void ExchangesPool::release(std::unique_ptr<Exchanges> exchanges) {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < most_idle) idle_.push_back(std::move(exchanges));
}

}  // namespace USAGEKIT_NAMESPACE::http
