#include "call/driver.hpp"

#include <thread>
#include <utility>
#include <variant>

#include "call/service.hpp"

namespace usagekit::call {

TimePoint SteadyClock::now() { return std::chrono::steady_clock::now(); }

void SteadyClock::sleep_until(TimePoint time) { std::this_thread::sleep_until(time); }

namespace {

/// Does what an action asks for, and tells what came of it.
class Performer {
public:
    Performer(http::Transport& transport, Clock& clock) : transport_(transport), clock_(clock) {}

    Event operator()(const Authorize& action) const { return Authorized{action.service->authorization()}; }

    Event operator()(const Send& action) const {
        auto response = send(action.request);
        if (response) return Answered{std::move(response).assume_value()};
        return Failed{std::move(response).assume_error()};
    }

    Event operator()(const Wait& action) const {
        clock_.sleep_until(action.until);
        return Elapsed{};
    }

    Event operator()(const Finish&) const { return Stopped{}; }  // never asked: a finished call is not resumed

private:
    /// A transport may be the user's; its exceptions end here.
    [[nodiscard]] Result<http::Response> send(const http::Request& request) const {
        try {
            return transport_.send(request);
        } catch (...) {
            return Error{.kind = ErrorKind::network,
                         .message = "the transport threw an exception",
                         .advice = "let http::Transport::send return an Error that says what failed"};
        }
    }

    http::Transport& transport_;
    Clock& clock_;
};

}  // namespace

void run(Machine& machine, http::Transport& transport, Clock& clock) {
    const Performer perform(transport, clock);
    auto action = machine.resume(Started{}, clock.now());
    while (!std::holds_alternative<Finish>(action)) {
        auto event = std::visit(perform, action);
        action = machine.resume(std::move(event), clock.now());
    }
}

}  // namespace usagekit::call
