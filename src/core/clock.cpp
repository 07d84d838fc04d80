#include <condition_variable>
#include <mutex>

#include <usagekit/clock.hpp>

namespace USAGEKIT_NAMESPACE {

std::chrono::steady_clock::time_point SystemClock::now() { return std::chrono::steady_clock::now(); }

std::chrono::system_clock::time_point SystemClock::date() { return std::chrono::system_clock::now(); }

void SystemClock::wait_until(std::chrono::steady_clock::time_point time, std::stop_token stop) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;  // only time, or a stop, ends the wait
    never.wait_until(lock, std::move(stop), time, [] { return false; });
}

}  // namespace USAGEKIT_NAMESPACE
