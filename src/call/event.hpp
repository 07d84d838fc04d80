#pragma once

#include <chrono>
#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

#include <usagekit/http.hpp>
#include <usagekit/secret.hpp>

// What a call and whoever drives it say to each other. The call does no I/O: it says what is to be done next, and is
// resumed with what came of it.

namespace USAGEKIT_NAMESPACE::call {

class Service;

using TimePoint = std::chrono::steady_clock::time_point;

// What happened

struct Started {};
/// A request was sent.
struct Exchanged {
    explicit Exchanged(http::Exchange what) : exchange(std::move(what)) {}
    /// What it gives, which is large, is made in place.
    template <class Send>
        requires std::same_as<std::invoke_result_t<const Send&>, http::Exchange>
    explicit Exchanged(const Send& send) : exchange(send()) {}

    http::Exchange exchange;
};
/// What the user's credential gave: the whole value of an Authorization field.
struct Authorized {
    explicit Authorized(Result<Secret> value) : authorization(std::move(value)) {}
    /// What it gives is made in place.
    template <class Ask>
        requires std::same_as<std::invoke_result_t<const Ask&>, Result<Secret>>
    explicit Authorized(const Ask& ask) : authorization(ask()) {}

    Result<Secret> authorization;
};
/// The time of a Wait has come.
struct Elapsed {};
/// The caller does not want the result any more.
struct Stopped {};

using Event = std::variant<Started, Authorized, Exchanged, Elapsed, Stopped>;

// What is to be done

/// Ask for the credential, which may be a callback of the user's that takes its time.
struct Authorize {
    const Service* service;
};
struct Send {
    http::Request request;
};
struct Wait {
    TimePoint until;
};
/// Nothing: the result is there.
struct Finish {};

using Action = std::variant<Authorize, Send, Wait, Finish>;

/// A call in progress. `resume(Started{}, now)` comes first; then, until it gives `Finish`, each action is answered by
/// one event: Authorize by Authorized, Send by Exchanged, Wait by Elapsed, each by Stopped instead.
class Machine {
public:
    Machine() = default;
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;
    virtual ~Machine() = default;

    [[nodiscard]] virtual Action resume(Event&& event, TimePoint now) = 0;
};

}  // namespace USAGEKIT_NAMESPACE::call
