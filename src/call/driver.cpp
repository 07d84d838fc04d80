#include "call/driver.hpp"

#include <thread>
#include <utility>

namespace usagekit::call {

TimePoint SteadyClock::now() { return std::chrono::steady_clock::now(); }

void SteadyClock::sleep_until(TimePoint time) { std::this_thread::sleep_until(time); }

namespace {

Event carry_out(const Send& send, http::Transport& transport, Clock&) {
    auto response = transport.send(send.request);
    if (response) return Answered{std::move(response).assume_value()};
    return Failed{std::move(response).assume_error()};
}

Event carry_out(const Wait& wait, http::Transport&, Clock& clock) {
    clock.sleep_until(wait.until);
    return Elapsed{};
}

}  // namespace

void run(Machine& machine, http::Transport& transport, Clock& clock) {
    auto action = machine.resume(Started{}, clock.now());
    while (!std::holds_alternative<Finish>(action)) {
        auto event = std::holds_alternative<Send>(action) ? carry_out(std::get<Send>(action), transport, clock)
                                                          : carry_out(std::get<Wait>(action), transport, clock);
        action = machine.resume(std::move(event), clock.now());
    }
}

}  // namespace usagekit::call
