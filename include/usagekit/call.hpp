#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <future>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/http.hpp>
#include <usagekit/options.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE {

namespace call {

class Operation;
template <class T>
class TypedOperation;
struct Access;

/// Takes the result of a call; not for direct use.
template <class T>
class Handler {
public:
    Handler() = default;
    Handler(const Handler&) = delete;
    Handler& operator=(const Handler&) = delete;
    virtual ~Handler() = default;
    /// Takes it, once. What this throws is dropped by the library: its thread has other calls to run.
    virtual void operator()(Result<T> result) = 0;
};

/// A function that does.
template <class T, class Function>
class HandlerOf final : public Handler<T> {
public:
    /// Takes the function.
    explicit HandlerOf(Function function) : function_(std::move(function)) {}
    /// Calls the function, once.
    void operator()(Result<T> result) override { std::move(function_)(std::move(result)); }

private:
    Function function_;
};

}  // namespace call

/// What happened during a call; asked for with `CallOptions::info`. Credentials are masked, save in the header fields
/// that the service sent.
struct CallInfo {
    int status = 0;                              ///< Of the answer to the last request; 0 when none came.
    http::Headers headers{};                     ///< Its header fields.
    std::string url{};                           ///< The URL that was asked last.
    std::vector<std::string> redirects{};        ///< The targets of the redirects that were followed.
    int attempts = 0;                            ///< How often the last request was sent.
    int requests = 0;                            ///< All requests of the call: steps, redirects and repetitions.
    int connections_opened = 0;                  ///< Connections that had to be made for them.
    std::int64_t bytes_sent = 0;                 ///< Header and body bytes of all requests.
    std::int64_t bytes_received = 0;             ///< Header and body bytes of all answers.
    http::Timings timings{};                     ///< Of the last exchange.
    std::chrono::microseconds waited{};          ///< Between repetitions and for turns of the rate limit, in all.
    std::chrono::microseconds elapsed{};         ///< From the start of the call to its end.
    std::vector<std::string> unknown_members{};  ///< JSON paths of members that the model does not have.
};

/// A call that has not been sent yet. It is a value: making one does no I/O, and throwing it away sends nothing. It can
/// be sent in three ways, all by the same rules: here and now (`get`), on the transport's own thread (`async`, `then`),
/// or together with others on this thread (`get_all` of `usagekit/batch.hpp`).
///
/// A call that was refused (a bad ID, option or token) says so in its result, without sending anything. A call is sent
/// once: one that was sent or moved from gives `invalid_request`.
template <class T>
class [[nodiscard("a call sends nothing until get()")]] USAGEKIT_EXPORT Call {
public:
    /// What the call gives when it succeeds.
    using value_type = T;

    /// Made by the methods of a client.
    explicit Call(std::unique_ptr<call::TypedOperation<T>> operation) noexcept;
    // clang-format 14 takes these && for operators
    // clang-format off
    /// A call that was moved from can only be assigned to or destroyed.
    Call(Call&& other) noexcept;
    Call& operator=(Call&& other) noexcept;
    ~Call();

    /// Sends, and blocks until the result is there: at the latest when `Timeouts::call` has passed. On the transport's
    /// own thread, which all asynchronous calls need, it gives `invalid_request`.
    [[nodiscard]] Result<T> get() &&;

    /// Sending uses a call up, so one that has a name is sent by `std::move(call).get()`.
    Result<T> get() & = delete;

    /// Sends on the transport's own thread, and returns at once. The future is always given a result; its destructor
    /// does not block.
    ///
    /// The thread starts with the first such call. It ends with the last client of the transport (a call that has not
    /// been sent counts as one): calls that have not ended then end as `cancelled`, so keep the client. At most 256
    /// requests are under way there at once; further calls begin, and their time limits, when there is room. A child
    /// process does not have the thread: after `fork()` it starts one of its own, and no result of a call of before
    /// arrives there.
    [[nodiscard]] std::future<Result<T>> async() &&;

    /// The same, and calls `handler(Result<T>)` there once, whatever happens. A handler may start further calls by
    /// `async` or `then`. While it runs or blocks, no asynchronous call of the transport goes on; `get` and `get_all` of
    /// the same transport are refused there. What it throws is dropped, and the other calls go on. A call that was sent
    /// already is told so on the calling thread.
    ///
    /// The call ends as `cancelled` also when a stop is requested by `stop`, besides `CallOptions::stop`.
    template <class Function>
        requires std::invocable<Function, Result<T>>
    void then(Function handler, std::stop_token stop = {}) && {
        start(std::make_unique<call::HandlerOf<T, Function>>(std::move(handler)), std::move(stop));
    }
    // clang-format on

    /// What would be sent first, or the error that the call was refused with. The credential is masked, and not asked
    /// for: a bad token shows in `get()`.
    [[nodiscard]] Result<http::Request> request() const;

private:
    friend struct call::Access;

    void start(std::unique_ptr<call::Handler<T>> handler, std::stop_token stop);
    [[nodiscard]] call::Operation* operation() const noexcept;
    [[nodiscard]] Result<T> take_result();

    std::unique_ptr<call::TypedOperation<T>> operation_;
};

}  // namespace USAGEKIT_NAMESPACE
