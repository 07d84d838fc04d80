#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <ranges>
#include <stop_token>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/call.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE {

/// How far a batch has come.
struct BatchProgress {
    std::size_t ended = 0;               ///< Calls that have a result.
    std::size_t failed = 0;              ///< Those of them whose result is an error.
    std::optional<std::size_t> calls{};  ///< All calls of the batch, where that is known beforehand.
};

/// How many calls are sent at once.
struct BatchOptions {
    /// How many requests are under way at the same time, at least 1. A call that waits, to be sent again for example,
    /// does not count.
    std::size_t max_in_flight = 64;
    /// How many of them at most to the same scheme, host and port; 0 for as many as `max_in_flight`.
    std::size_t per_host = 0;
    /// Ends all calls as `cancelled` when a stop is requested: within 0.1 s. Results that are there already are given.
    std::stop_token stop{};
    /// Is told after each call that has ended, on the calling thread; empty for nobody. An exception that it throws is
    /// dropped: watching a batch must not change it.
    std::function<void(const BatchProgress&)> progress{};
};

namespace call {

/// Where the calls of a batch come from, and who takes their results; not for direct use.
class USAGEKIT_EXPORT BatchSource {
public:
    BatchSource() = default;
    BatchSource(const BatchSource&) = delete;
    BatchSource& operator=(const BatchSource&) = delete;
    virtual ~BatchSource() = default;

    /// How many calls there will be, where that is known.
    [[nodiscard]] virtual std::optional<std::size_t> size() const = 0;
    /// The next call, null for one that was sent already; nothing when there is no more.
    [[nodiscard]] virtual std::optional<Operation*> next() = 0;
    /// The n-th call has ended: takes its result, and tells whether it is a value.
    virtual bool take(std::size_t n) = 0;
};

/// Runs all calls of the sources to their end; not for direct use.
USAGEKIT_EXPORT void run_batch(const std::vector<BatchSource*>& sources, const BatchOptions& options);

/// What is private of a call; not for direct use.
struct Access {
    /// Null when the call was sent already.
    template <class T>
    static Operation* operation(const Call<T>& call) noexcept {
        return call.operation();
    }
    /// Once its operation has ended.
    template <class T>
    static Result<T> take_result(Call<T>& call) {
        return call.take_result();
    }
};

template <class T>
inline constexpr bool is_call = false;
template <class T>
inline constexpr bool is_call<Call<T>> = true;

/// The calls of a range, made as they are needed; not for direct use.
template <class Range>
class RangeSource final : public BatchSource {
public:
    /// What each call gives.
    using Value = typename std::ranges::range_value_t<Range>::value_type;

    /// The range must outlive this.
    explicit RangeSource(Range& range) : range_(range), next_(std::ranges::begin(range)) {
        results_.reserve(RangeSource::size().value_or(0));  // they are large, and would move
        calls_.reserve(RangeSource::size().value_or(0));
    }

    [[nodiscard]] std::optional<std::size_t> size() const override {
        if constexpr (std::ranges::sized_range<Range>) {
            return static_cast<std::size_t>(std::ranges::size(range_));
        } else {
            return std::nullopt;
        }
    }

    [[nodiscard]] std::optional<Operation*> next() override {
        if (next_ == std::ranges::end(range_)) return std::nullopt;
        if constexpr (std::is_lvalue_reference_v<std::ranges::range_reference_t<Range>>) {
            calls_.emplace_back(std::move(*next_));
        } else {
            calls_.emplace_back(*next_);
        }
        ++next_;
        results_.emplace_back(Error{});
        return Access::operation(*calls_.back());
    }

    bool take(std::size_t n) override {
        results_[n] = Access::take_result(*calls_[n]);
        calls_[n].reset();
        return results_[n].has_value();
    }

    /// All of them, in order; nothing is left here.
    [[nodiscard]] std::vector<Result<Value>> take_results() { return std::move(results_); }

private:
    Range& range_;
    std::ranges::iterator_t<Range> next_;
    std::vector<std::optional<Call<Value>>> calls_{};
    std::vector<Result<Value>> results_{};
};

/// One argument of `get_all` that is a call; not for direct use.
template <class T>
class OneCall {
public:
    /// Takes the call.
    explicit OneCall(Call<T>&& call) : calls_(alone(std::move(call))) {}
    /// Where it comes from.
    [[nodiscard]] BatchSource& source() noexcept { return source_; }
    /// Its result.
    [[nodiscard]] Result<T> take() { return std::move(source_.take_results().front()); }

private:
    static std::vector<Call<T>> alone(Call<T>&& call) {
        std::vector<Call<T>> calls;
        calls.push_back(std::move(call));
        return calls;
    }

    std::vector<Call<T>> calls_;
    RangeSource<std::vector<Call<T>>> source_{calls_};
};

/// One argument of `get_all` that is a range of calls; not for direct use.
template <class Range>
class ManyCalls {
public:
    /// The range must outlive this.
    explicit ManyCalls(Range& range) : source_(range) {}
    /// Where they come from.
    [[nodiscard]] BatchSource& source() noexcept { return source_; }
    /// Their results.
    [[nodiscard]] auto take() { return source_.take_results(); }

private:
    RangeSource<Range> source_;
};

template <class T>
OneCall<T> argument(Call<T>& call) {
    return OneCall<T>(std::move(call));
}
template <class Range>
ManyCalls<Range> argument(Range& range) {
    return ManyCalls<Range>(range);
}

template <class Range>
inline constexpr bool gives_calls_away =
    !std::is_lvalue_reference_v<
        std::ranges::range_reference_t<Range>> || (!std::is_lvalue_reference_v<Range> && !std::ranges::view<Range>);

}  // namespace call

/// A range of calls that all give the same type, and that may be taken out of it: a container that is moved, or a view
/// that makes each call as it comes to it.
template <class Range>
concept RangeOfCalls = std::ranges::input_range<Range> && call::is_call<
    std::remove_cvref_t<std::ranges::range_value_t<Range>>> && call::gives_calls_away<Range>;

/// A call that is moved, or a range of calls.
template <class Argument>
concept CallOrCalls =
    RangeOfCalls<Argument> ||(call::is_call<std::remove_cvref_t<Argument>> && !std::is_lvalue_reference_v<Argument>);

/// Sends many calls at once on the calling thread, and blocks until all have ended. Gives a result for each, in the
/// order of the calls. They may be of several clients; each keeps its own rules, its own time limit from when it
/// begins, and none that fails disturbs another. Requests to one service share its connections (with HTTP/2, one
/// connection for many requests).
///
/// Of a view, each call is made when it is about to begin, so that a batch takes memory for the calls that are under
/// way and for the results:
///
///     auto results = get_all(ids | std::views::transform([&](const auto& id) { return client.usage(id); }));
///
/// When a service answers 429, none of the batch's calls of that client is sent until the time that its Retry-After
/// names, or until the wait before the call's own repetition is over; see also `ClientOptions::rate_limit`.
///
/// On the thread that runs asynchronous calls (`Call::then`), the calls of its transport give `invalid_request`.
template <RangeOfCalls Range>
[[nodiscard]] auto get_all(Range&& calls, const BatchOptions& options = {}) {
    auto all = call::argument(calls);
    call::run_batch({&all.source()}, options);
    return all.take();
}

/// The same for calls that give several types: each argument is a call (which is moved here) or a range of calls. Gives
/// a tuple with a result, or a vector of results, for each:
///
///     auto [usage, january] = get_all({}, wiremock.my_usage(), meteroid.subscription_usage(request));
template <CallOrCalls... Arguments>
    requires(sizeof...(Arguments) > 1)
[[nodiscard]] auto get_all(const BatchOptions& options, Arguments&&... calls) {
    return [&](auto... all) {
        call::run_batch({&all.source()...}, options);
        return std::tuple{all.take()...};
    }(call::argument(calls)...);
}

}  // namespace USAGEKIT_NAMESPACE
