#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <usagekit/call.hpp>

#include "call/either_stop.hpp"
#include "call/event.hpp"
#include "call/observation.hpp"
#include "call/redirect.hpp"
#include "call/retries.hpp"
#include "call/service.hpp"
#include "call/target.hpp"
#include "core/redact.hpp"
#include "wire/codec.hpp"

namespace USAGEKIT_NAMESPACE::call {

class Engine;

/// Reads the answer to one step and says what to ask next.
using Step = Result<Target> (*)(std::string& body, const wire::DecodeOptions& options);

/// The rules that every call follows, whatever its result: one time limit, the credential, redirects, repetitions,
/// what a status means, and what an error, `CallInfo` and the observer say. It does no I/O.
class Operation : public Machine {
public:
    Operation(std::shared_ptr<const Service> service, Target first, CallOptions options);

    [[nodiscard]] Action resume(Event&& event, TimePoint now) final;

    /// The request that would be sent first, with the credential masked: it is not asked for.
    [[nodiscard]] Result<http::Request> first_request() const;

    /// What its requests are sent with.
    [[nodiscard]] Engine& engine() const noexcept { return service_->engine(); }

    /// What it has in common with the other calls of its client.
    [[nodiscard]] const Service* service() const noexcept { return service_.get(); }

    /// Ceases to keep the client's engine alive, which then keeps the call; gives what did so until now.
    [[nodiscard]] std::shared_ptr<const Service> release_engine();

    /// As long as this pointer lives, so do engine and transport.
    [[nodiscard]] std::shared_ptr<const Service> lease() const noexcept { return service_; }

    /// Other calls run beside it: it does not send while the service wants fewer requests (`Pace::hold_until`).
    void run_beside_others() noexcept { runs_beside_others_ = true; }

    /// May its first request be sent at once? Else when that may be so.
    [[nodiscard]] TimePoint earliest_begin() const noexcept;

    /// How much of its time is left.
    [[nodiscard]] std::chrono::milliseconds time_left(TimePoint now) const;

    /// Where its next request goes.
    [[nodiscard]] const std::string& url() const noexcept { return chain_.url(); }

    /// Ends also when a stop is requested here. Not to be called any more once the call has begun.
    void stop_also_on(std::stop_token stop);

    /// Ends the call, which has not begun, with this error.
    void refuse(Error error);

    [[nodiscard]] Clock& clock() const noexcept { return *service_->options().clock; }
    [[nodiscard]] const std::stop_token& stop() const noexcept { return options_.stop; }

protected:
    /// Takes the body of a successful answer: sets `next` to what to ask next, or nothing when the result is there.
    /// Gives why it cannot be taken.
    [[nodiscard]] virtual std::optional<Error> accept(std::string& body, const wire::DecodeOptions& options,
                                                      std::optional<Target>& next) = 0;
    /// Ends the call without a result.
    virtual void fail(Error error) = 0;

private:
    Action on(Started&&);
    Action on(Authorized&& authorized);
    Action on(Exchanged&& exchanged);
    Action on(Elapsed&&) { return ask(); }
    Action on(Stopped&&);

    [[nodiscard]] std::optional<Error> refusal() const;
    [[nodiscard]] std::chrono::milliseconds time_limit() const;
    [[nodiscard]] std::chrono::milliseconds time_left() const { return time_left(now_); }
    void prepare(http::Request& request, std::string_view authorization) const;
    [[nodiscard]] bool asks_for_info() const noexcept { return options_.info != nullptr; }
    [[nodiscard, gnu::cold]] Error out_of_time(std::string detail) const;

    Action begin_request();
    [[nodiscard]] std::optional<Action> pause();
    [[nodiscard]] Action wait_until(TimePoint time);
    void hold_others(std::chrono::milliseconds wait, const Error& error);
    Action ask();
    Action send(std::string_view authorization);
    Action answered(http::Response& response);
    [[gnu::cold]] Action unanswered(Error error);
    [[gnu::cold]] Action try_again(Error error, bool has_answer);
    [[gnu::cold]] Action redirected(http::Response& response);
    Action accepted(http::Response& response);
    Action finish(std::optional<Error> error = std::nullopt);
    [[nodiscard, gnu::cold]] Error described(Error error, http::Response& response) const;
    void give_info();
    void remember(const http::Exchange& exchange);
    [[gnu::cold]] void complete(Error& error) const;

    std::shared_ptr<const Service> service_;
    Target target_;
    CallOptions options_;
    std::string idempotency_key_{};  // of the call: the same one whenever it is sent
    RedirectChain chain_{};
    Redactor redactor_{};
    Retries retries_;
    Observation observation_;
    TimePoint start_{};
    TimePoint now_{};
    std::optional<TimePoint> wait_began_{};
    std::string last_failure_{};  // of the request that is being repeated
    bool runs_beside_others_ = false;
    bool has_turn_ = false;  // of the client's rate limit
    std::unique_ptr<EitherStop> either_stop_{};
    CallInfo info_{};
};

/// What a call gives that was sent, or moved from.
[[nodiscard]] Error already_sent();

/// A call whose result is a `T`.
template <class T>
class TypedOperation final : public Operation {
public:
    /// Reads an answer into a result; gives why that cannot be.
    using Read = std::optional<Error> (*)(T& result, std::string& body, const wire::DecodeOptions& options);

    /// The steps lead from the first answer to the one that `read` takes.
    TypedOperation(std::shared_ptr<const Service> service, Target first, const CallOptions& options, Read read,
                   std::vector<Step> steps)
        : Operation(std::move(service), std::move(first), options), read_(read), steps_(std::move(steps)) {}

    /// Once the machine has finished.
    [[nodiscard]] Result<T> take_result() {
        if (error_) return *std::move(error_);
        return std::move(result_);
    }

private:
    std::optional<Error> accept(std::string& body, const wire::DecodeOptions& options,
                                std::optional<Target>& next) override {
        if (next_step_ < steps_.size()) {
            auto target = steps_[next_step_++](body, options);
            if (!target) return std::move(target).assume_error();
            next = std::move(target).assume_value();
            return std::nullopt;
        }
        return read_(result_, body, options);
    }

    void fail(Error error) override { error_ = std::move(error); }

    Read read_;
    std::vector<Step> steps_;
    std::size_t next_step_ = 0;
    T result_{};
    std::optional<Error> error_{};
};

}  // namespace USAGEKIT_NAMESPACE::call
