#pragma once

// Opt-in, and the only header of usagekit that includes Boost.Asio (1.74 or newer).

#include <concepts>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

#include <boost/asio/associated_allocator.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/execution/context.hpp>
#include <boost/asio/execution_context.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/query.hpp>
#if __has_include(<boost/asio/associated_cancellation_slot.hpp>)
#include <boost/asio/associated_cancellation_slot.hpp>
#endif

#include <usagekit/abi.hpp>
#include <usagekit/call.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE {

namespace call {

/// A handler that waits for the result of a call, with all that it needs until then; not for direct use.
class WaitingHandler {
public:
    WaitingHandler() = default;
    WaitingHandler(const WaitingHandler&) = delete;
    WaitingHandler& operator=(const WaitingHandler&) = delete;
    virtual ~WaitingHandler() = default;

    /// Ends the call that it waits for.
    std::stop_source stop{};
};

/// The handlers that wait in one execution context; not for direct use. They are taken out by what comes first, the
/// result or the end of the context, after which a handler's executor must not be touched.
class WaitingRoom {
public:
    /// Where one waits.
    using Place = std::list<std::shared_ptr<WaitingHandler>>::iterator;

    /// Lets it wait, unless the context has ended.
    [[nodiscard]] std::optional<Place> enter(std::shared_ptr<WaitingHandler> handler) {
        const std::lock_guard lock(mutex_);
        if (is_closed_) return std::nullopt;
        return waiting_.insert(waiting_.end(), std::move(handler));
    }

    /// Gives it to the function, which may use the context, unless that has ended.
    template <class Function>
    void leave(Place place, Function function) {
        const std::lock_guard lock(mutex_);  // the context does not end meanwhile
        if (is_closed_) return;
        auto handler = std::move(*place);
        waiting_.erase(place);
        function(std::move(handler));
    }

    /// The context ends: so do the calls, and the handlers are destroyed.
    void close() {
        std::list<std::shared_ptr<WaitingHandler>> waiting;
        {
            const std::lock_guard lock(mutex_);
            is_closed_ = true;
            waiting.swap(waiting_);
        }
        for (const auto& handler : waiting) handler->stop.request_stop();
    }

private:
    std::mutex mutex_{};
    std::list<std::shared_ptr<WaitingHandler>> waiting_{};
    bool is_closed_ = false;
};

/// Tells a waiting room when its execution context ends; not for direct use.
class WaitingRoomService final : public boost::asio::execution_context::service {
public:
    /// By which Asio finds it.
    static inline boost::asio::execution_context::id id{};

    /// Made by Asio.
    explicit WaitingRoomService(boost::asio::execution_context& owner) : service(owner) {}

    /// May outlive the context.
    [[nodiscard]] const std::shared_ptr<WaitingRoom>& room() const noexcept { return room_; }

private:
    void shutdown() override { room_->close(); }

    std::shared_ptr<WaitingRoom> room_ = std::make_shared<WaitingRoom>();
};

template <class Executor>
std::shared_ptr<WaitingRoom> waiting_room_of(const Executor& executor) {
    namespace asio = boost::asio;
    const auto of = [](asio::execution_context& context) {
        return asio::use_service<WaitingRoomService>(context).room();
    };
    if constexpr (requires { of(asio::query(executor, asio::execution::context)); }) {
        return of(asio::query(executor, asio::execution::context));
    } else if constexpr (requires { of(executor.context()); }) {
        return of(executor.context());
    } else {
        return std::make_shared<WaitingRoom>();  // of a context that Asio does not know
    }
}

/// A handler and what it is to be called with; not for direct use.
template <class T, class Function>
struct Completion {
    Function function;  ///< The handler.
    Result<T> result;   ///< What it is called with.

    /// Whose memory is used until then.
    using allocator_type = boost::asio::associated_allocator_t<Function>;
    /// The handler's.
    [[nodiscard]] allocator_type get_allocator() const noexcept {
        return boost::asio::get_associated_allocator(function);
    }
    /// Calls it.
    void operator()() { std::move(function)(std::move(result)); }
};

/// A handler of a certain type; not for direct use.
template <class T, class Function>
class WaitingFunction final : public WaitingHandler {
public:
    /// Takes it. From now on its executor has work.
    explicit WaitingFunction(Function&& function)
        : function_(std::move(function)), work_(boost::asio::get_associated_executor(function_)) {}

    /// The handler.
    [[nodiscard]] const Function& function() const noexcept { return function_; }
    /// Where it is called.
    [[nodiscard]] auto executor() const noexcept { return work_.get_executor(); }

    /// Has the handler called. Its memory is given back before.
    static void complete(std::shared_ptr<WaitingHandler> handler, Result<T>&& result) {
        auto& self = static_cast<WaitingFunction&>(*handler);
        const auto work = std::move(self.work_);
        Completion<T, Function> completion{std::move(self.function_), std::move(result)};
        handler.reset();
        boost::asio::post(work.get_executor(), std::move(completion));
    }

private:
    Function function_;
    boost::asio::executor_work_guard<boost::asio::associated_executor_t<Function>> work_;
};

/// Ends the call when the handler's cancellation slot asks for it; not for direct use.
template <class Function>
void stop_on_cancellation(const Function& function, const std::stop_source& source) {
#if __has_include(<boost/asio/associated_cancellation_slot.hpp>)
    auto slot = boost::asio::get_associated_cancellation_slot(function);
    if (!slot.is_connected()) return;
    slot.assign([source](boost::asio::cancellation_type type) mutable {
        if (type != boost::asio::cancellation_type::none) source.request_stop();
    });
#else
    static_cast<void>(function);
    static_cast<void>(source);
#endif
}

/// Starts a call for a completion handler; not for direct use.
struct StartForHandler {
    /// Starts it; `handler` is called once.
    template <class Handler, class T>
    void operator()(Handler&& handler, Call<T> call) const {
        using Waiting = WaitingFunction<T, std::decay_t<Handler>>;
        auto waiting = std::allocate_shared<Waiting>(boost::asio::get_associated_allocator(handler),
                                                     std::decay_t<Handler>(std::forward<Handler>(handler)));
        const auto stop = waiting->stop;
        stop_on_cancellation(waiting->function(), stop);
        const auto room = waiting_room_of(waiting->executor());
        const auto place = room->enter(std::move(waiting));
        if (!place) return;
        std::move(call).then(
            [room, place = *place](Result<T> result) {
                room->leave(place, [&](std::shared_ptr<WaitingHandler> taken) {
                    Waiting::complete(std::move(taken), std::move(result));
                });
            },
            stop.get_token());
    }
};

}  // namespace call

/// Sends a call on the transport's own thread, as `Call::then` does, for a completion token of Boost.Asio, signature
/// `void(Result<T>)`: a function, `use_future`, `use_awaitable`, `deferred` and so on. Errors are values here, too.
///
///     auto usage = co_await async_get(client.usage(id), boost::asio::use_awaitable);
///
/// The handler runs on its associated executor, that of the coroutine for example, and never inside of this function;
/// one that has none runs on Asio's system executor, a pool of threads. So it may block as far as that executor allows.
/// Until then the executor has work, so `io_context::run()` does not return. The handler's associated allocator gives
/// the memory that it waits in.
///
/// Cancellation of any type ends the call as `cancelled`, where the handler has a cancellation slot (Boost 1.77); the
/// handler is called all the same. With older versions, use `CallOptions::stop`. Once the call has ended, cancellation
/// does nothing.
///
/// When the last client of the transport is destroyed, the result is `cancelled`. When the execution context is, the
/// handler is destroyed without being called, and the call stopped; what `CallOptions::info` points to must live until
/// the client's destruction, or longer than the call, in that case.
///
/// `co_spawn` needs coroutines whose result can be made from nothing, which a `Result` cannot: let such a coroutine
/// return `std::optional<Result<T>>`.
template <class T, BOOST_ASIO_COMPLETION_TOKEN_FOR(void(Result<T>)) CompletionToken>
auto async_get(Call<T> call, CompletionToken&& token) {
    return boost::asio::async_initiate<CompletionToken, void(Result<T>)>(call::StartForHandler{}, token,
                                                                         std::move(call));
}

}  // namespace USAGEKIT_NAMESPACE
