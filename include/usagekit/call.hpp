#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <usagekit/http.hpp>
#include <usagekit/options.hpp>
#include <usagekit/result.hpp>

namespace usagekit {

namespace call {
template <class T>
class TypedOperation;
}

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
    std::chrono::microseconds waited{};          ///< Between repetitions, in all.
    std::chrono::microseconds elapsed{};         ///< From the start of the call to its end.
    std::vector<std::string> unknown_members{};  ///< JSON paths of members that the model does not have.
};

/// A call that has not been sent yet. It is a value: making one does no I/O, and throwing it away sends nothing.
///
/// A call that was refused (a bad ID, option or token) says so in `get()`, without sending anything.
template <class T>
class [[nodiscard("a call sends nothing until get()")]] Call {
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

    /// Sends, and blocks until the result is there: at the latest when `Timeouts::call` has passed. A call is sent
    /// once: one that was sent or moved from gives `invalid_request`.
    [[nodiscard]] Result<T> get() &&;

    /// Sending uses a call up, so one that has a name is sent by `std::move(call).get()`.
    Result<T> get() & = delete;
    // clang-format on

    /// What would be sent first, or the error that the call was refused with. The credential is masked, and not asked
    /// for: a bad token shows in `get()`.
    [[nodiscard]] Result<http::Request> request() const;

private:
    std::unique_ptr<call::TypedOperation<T>> operation_;
};

}  // namespace usagekit
