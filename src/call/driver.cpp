#include "call/driver.hpp"

#include <utility>
#include <variant>

#include "call/service.hpp"
#include "core/cancelled.hpp"
#include "http/failed.hpp"
#include "http/multiplexer.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

/// Does what an action asks for; the event is what came of it.
class Performer {
public:
    Performer(http::Transport& transport, Clock& clock, const std::stop_token& stop, Event& event)
        : transport_(transport), clock_(clock), stop_(stop), event_(event) {}

    void operator()(const Authorize& action) const { authorize(action, stop_, event_); }

    /// An answer that is there counts, also when a stop has been requested meanwhile.
    void operator()(const Send& action) const {
        event_.emplace<Exchanged>([&] {
            return stop_.stop_requested() ? http::failed(cancelled()) : http::send_by(transport_, action.request);
        });
    }

    void operator()(const Wait& action) const {
        clock_.wait_until(action.until, stop_);
        if (stop_.stop_requested()) {
            event_ = Stopped{};
        } else {
            event_ = Elapsed{};
        }
    }

    void operator()(const Finish&) const {}  // nothing is asked for, and the call not resumed

private:
    http::Transport& transport_;
    Clock& clock_;
    const std::stop_token& stop_;
    Event& event_;
};

}  // namespace

void authorize(const Authorize& action, const std::stop_token& stop, Event& event) {
    if (!stop.stop_requested()) event.emplace<Authorized>([&] { return action.service->authorization(); });
    if (stop.stop_requested()) event = Stopped{};
}

void run(Machine& machine, http::Transport& transport, Clock& clock, const std::stop_token& stop) {
    Event event = Started{};
    const Performer performer(transport, clock, stop, event);
    for (;;) {
        // NOLINTNEXTLINE(bugprone-use-after-move): the performer makes it anew
        const auto action = machine.resume(std::move(event), clock.now());
        if (std::holds_alternative<Finish>(action)) return;
        std::visit(performer, action);
    }
}

}  // namespace USAGEKIT_NAMESPACE::call
