#include <chrono>
#include <memory>
#include <mutex>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <usagekit/observer.hpp>

#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

template <class Unit>
std::string rounded(microseconds time, std::string_view unit) {
    return concat(std::to_string(std::chrono::round<Unit>(time).count()), " ", unit);
}

/// In the unit in which it is easiest to read.
std::string readable(microseconds time) {
    if (time < milliseconds{1}) return rounded<microseconds>(time, "\xC2\xB5s");
    if (time < seconds{10} - microseconds{500}) return rounded<milliseconds>(time, "ms");
    return rounded<seconds>(time, "s");
}

/// `1 byte`, `2 bytes`.
template <class Count>
std::string counted(Count count, std::string_view thing) {
    return concat(std::to_string(count), " ", thing, count == 1 ? "" : "s");
}

std::string attempt(int number) { return concat("attempt ", std::to_string(number)); }

/// The error without what the line says anyway.
std::string why(Error error) {
    error.method.clear();
    error.url.clear();
    return to_string(error);
}

/// What one attempt ended with: the call goes on, so there is nothing to be done about it yet.
std::string why_attempt_failed(Error error) {
    error.attempts = 0;
    error.advice.clear();
    return why(std::move(error));
}

/// What happened, in one line.
struct Headline {
    std::string operator()(const AttemptStarted& event) const { return attempt(event.attempt); }

    std::string operator()(const AttemptAnswered& event) const {
        auto line = concat("answered ", std::to_string(event.status), " in ", readable(event.timings.total), ", ",
                           counted(event.bytes_received, "byte"));
        if (event.connections_opened == 1) line.append(", new connection");
        if (event.connections_opened > 1) line.append(", ").append(counted(event.connections_opened, "new connection"));
        return line;
    }

    std::string operator()(const AttemptFailed& event) const {
        return concat("failed in ", readable(event.timings.total), ": ", why_attempt_failed(event.error));
    }

    std::string operator()(const Retrying& event) const {
        return concat("retrying in ", readable(event.delay), ", ", attempt(event.attempt), ", because of ",
                      why_attempt_failed(event.reason));
    }

    std::string operator()(const Redirected& event) const {
        return concat("redirected by ", std::to_string(event.status), " to ", event.target);
    }

    std::string operator()(const CallFinished& event) const {
        const auto requests = counted(event.requests, "request");
        const auto elapsed = readable(event.elapsed);
        if (event.error) return concat("ended in ", elapsed, " after ", requests, ": ", why(*event.error));
        return concat("succeeded after ", requests, " in ", elapsed, ", ", counted(event.bytes_received, "byte"));
    }
};

void append_indented(std::string& text, std::string_view line) { text.append("\n    ").append(printable(line)); }

/// The header fields and the body that an event holds, one a line.
struct Content {
    std::string& text;

    template <class Event>
    void operator()(const Event& event) const {
        if constexpr (requires { event.headers; }) {
            for (const auto& [name, value] : event.headers) append_indented(text, concat(name, ": ", value));
            if (!event.body.empty()) append_indented(text, event.body);
        }
    }
};

std::string text_of(const CallEvent& event) {
    auto line = concat("#", std::to_string(event.call));
    for (const auto* part : {&event.method, &event.url}) {
        if (!part->empty()) line.append(" ").append(*part);
    }
    auto text = printable(line.append(": ").append(std::visit(Headline{}, event.what)));
    std::visit(Content{text}, event.what);
    return text;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const CallEvent& event) { return out << text_of(event); }

Observer write_events_to(std::ostream& out) {
    return [&out, mutex = std::make_shared<std::mutex>()](const CallEvent& event) {
        const auto text = text_of(event) + '\n';
        const std::lock_guard lock(*mutex);
        out << text;
    };
}

}  // namespace USAGEKIT_NAMESPACE
