#pragma once

#include <usagekit/http.hpp>

#include "call/event.hpp"

namespace usagekit::call {

/// Where a driver has the time from, so that tests need not wait for it.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual TimePoint now() = 0;
    virtual void sleep_until(TimePoint time) = 0;
};

/// The clock of this machine.
class SteadyClock final : public Clock {
public:
    [[nodiscard]] TimePoint now() override;
    void sleep_until(TimePoint time) override;
};

/// Runs a call to its end on this thread.
void run(Machine& machine, http::Transport& transport, Clock& clock);

}  // namespace usagekit::call
