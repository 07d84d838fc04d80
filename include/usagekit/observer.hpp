#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/error.hpp>
#include <usagekit/http.hpp>

namespace USAGEKIT_NAMESPACE {

/// A request is about to be sent.
struct AttemptStarted {
    int attempt = 1;          ///< How often this request has been sent, this time included.
    http::Headers headers{};  ///< Those of `ObservedContent::headers`.
    std::string body{};       ///< When its media type is one of `ObservedContent::bodies`.
};

/// An answer came, of whatever status.
struct AttemptAnswered {
    int attempt = 1;                  ///< That of its `AttemptStarted`.
    int status = 0;                   ///< As in the status line (RFC 9110 section 15).
    http::Timings timings{};          ///< When the parts of the exchange were done.
    std::int64_t bytes_sent = 0;      ///< Header and body bytes as they went over the connection.
    std::int64_t bytes_received = 0;  ///< Header and body bytes as they came over the connection.
    int connections_opened = 0;       ///< 0 when a connection of before was used again.
    http::Headers headers{};          ///< Those of `ObservedContent::headers`.
    std::string body{};               ///< When its media type is one of `ObservedContent::bodies`.
};

/// No answer came, or none that is whole.
struct AttemptFailed {
    int attempt = 1;                  ///< That of its `AttemptStarted`.
    Error error{};                    ///< Why.
    http::Timings timings{};          ///< When the parts of the exchange were done.
    std::int64_t bytes_sent = 0;      ///< Header and body bytes as they went over the connection.
    std::int64_t bytes_received = 0;  ///< Header and body bytes as they came over the connection.
    int connections_opened = 0;       ///< 0 when a connection of before was used again.
};

/// The request will be sent again.
struct Retrying {
    int attempt = 2;                    ///< The next one.
    std::chrono::milliseconds delay{};  ///< The wait before it.
    Error reason{};                     ///< What the last attempt ended with.
};

/// A redirect is followed.
struct Redirected {
    int status = 0;        ///< That of the answer, 302 for example.
    std::string target{};  ///< The URL that is asked next.
};

/// The call has ended. Nothing comes after this.
struct CallFinished {
    std::optional<Error> error{};         ///< Absent when it succeeded.
    int status = 0;                       ///< Of the last answer; 0 when none came.
    int requests = 0;                     ///< All requests of the call: steps, redirects and repetitions.
    std::int64_t bytes_sent = 0;          ///< In all of them.
    std::int64_t bytes_received = 0;      ///< In all answers.
    std::chrono::microseconds elapsed{};  ///< From the start of the call to its end.
};

/// One thing that happened in a call. Credentials are masked in all texts, also where a service repeats them.
struct CallEvent {
    std::uint64_t call =
        0;                 ///< Counts the calls of a client and its copies from 1, in the order of their first events.
    std::string method{};  ///< Of the request.
    std::string url{};     ///< Of the request, without user information.
    /// What happened.
    std::variant<AttemptStarted, AttemptAnswered, AttemptFailed, Retrying, Redirected, CallFinished> what{};
};

/// Writes the event in one line: `#7 GET https://api.example.com/usage: answered 200 in 12 ms, 345 bytes` for example.
/// Header fields and a body that it holds stand in further lines, indented.
USAGEKIT_EXPORT std::ostream& operator<<(std::ostream& out, const CallEvent& event);

/// Is told what happens in the calls of a client, on the thread that drives the call, possibly on several threads at
/// once. Its time counts as the call's. An exception that it throws is dropped: watching a call must not change it.
using Observer = std::function<void(const CallEvent&)>;

/// An observer that writes every event to the stream, each as a whole also when several threads call: give copies of
/// one observer to clients that write to the same stream. Control characters are written as escapes, so that no text of
/// a service breaks a line or steers a terminal. The stream must live as long as a client or a call that has the
/// observer.
[[nodiscard]] USAGEKIT_EXPORT Observer write_events_to(std::ostream& out);

/// What of a message an observer sees besides method, URL and status. Nothing else is ever shown.
struct ObservedContent {
    /// Names of header fields. The value of one that carries a credential (Authorization, Cookie, ...) shows as `***`.
    std::vector<std::string> headers{};
    /// Media types, `application/json` for example, of bodies to be shown, with secrets masked.
    std::vector<std::string> bodies{};
    std::size_t most_of_body = 2000;  ///< Bytes; what is longer is cut.

    bool operator==(const ObservedContent&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE
