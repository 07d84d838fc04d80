#include "call/driver.hpp"

#include <utility>
#include <variant>

#include "call/service.hpp"
#include "core/cancelled.hpp"
#include "http/failed.hpp"
#include "http/multiplexer.hpp"

namespace usagekit::call {

namespace {

/// Does what an action asks for, and tells what came of it.
class Performer {
public:
    Performer(http::Transport& transport, Clock& clock, const std::stop_token& stop)
        : transport_(transport), clock_(clock), stop_(stop) {}

    Event operator()(const Authorize& action) const { return authorize(action, stop_); }

    /// An answer that is there counts, also when a stop has been requested meanwhile.
    Event operator()(const Send& action) const {
        if (stop_.stop_requested()) return Exchanged{http::failed(cancelled())};
        return Exchanged{http::send_by(transport_, action.request)};
    }

    Event operator()(const Wait& action) const {
        clock_.wait_until(action.until, stop_);
        if (stop_.stop_requested()) return Stopped{};
        return Elapsed{};
    }

    Event operator()(const Finish&) const { return Stopped{}; }  // never asked: a finished call is not resumed

private:
    http::Transport& transport_;
    Clock& clock_;
    const std::stop_token& stop_;
};

}  // namespace

Event authorize(const Authorize& action, const std::stop_token& stop) {
    if (stop.stop_requested()) return Stopped{};
    auto authorization = action.service->authorization();
    if (stop.stop_requested()) return Stopped{};
    return Authorized{std::move(authorization)};
}

void run(Machine& machine, http::Transport& transport, Clock& clock, const std::stop_token& stop) {
    const Performer performer(transport, clock, stop);
    auto action = machine.resume(Started{}, clock.now());
    while (!std::holds_alternative<Finish>(action)) {
        auto event = std::visit(performer, action);
        action = machine.resume(std::move(event), clock.now());
    }
}

}  // namespace usagekit::call
