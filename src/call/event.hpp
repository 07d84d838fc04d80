#pragma once

#include <chrono>
#include <variant>

#include <usagekit/http.hpp>

// What a call and whoever drives it say to each other. The call does no I/O: it says what is to be done next, and is
// resumed with what came of it.

namespace usagekit::call {

using TimePoint = std::chrono::steady_clock::time_point;

// What happened

struct Started {};
struct Answered {
    http::Response response;
};
/// The exchange gave no answer.
struct Failed {
    Error error;
};
/// The time of a Wait has come.
struct Elapsed {};
/// The caller does not want the result any more.
struct Stopped {};

using Event = std::variant<Started, Answered, Failed, Elapsed, Stopped>;

// What is to be done

struct Send {
    http::Request request;
};
struct Wait {
    TimePoint until;
};
/// Nothing: the result is there.
struct Finish {};

using Action = std::variant<Send, Wait, Finish>;

/// A call in progress. `resume(Started{}, now)` comes first; then, until it gives `Finish`, each action is answered by
/// one event: Send by Answered or Failed, Wait by Elapsed, either by Stopped instead.
class Machine {
public:
    Machine() = default;
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;
    virtual ~Machine() = default;

    [[nodiscard]] virtual Action resume(Event event, TimePoint now) = 0;
};

}  // namespace usagekit::call
