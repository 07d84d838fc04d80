#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/clock.hpp>
#include <usagekit/http.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE::testing {

/// Answers requests without a network, and keeps them. It may be used by several threads at once.
class USAGEKIT_EXPORT FakeTransport final : public http::Transport {
public:
    /// One answer, or why none comes.
    using Answer = Result<http::Response>;

    /// Gives these answers in turn. A request beyond them ends as `invalid_request`, which no client sends again; the
    /// message says which request it was.
    explicit FakeTransport(std::vector<Answer> answers = {});
    /// Asks a function each time, from the thread that sends. It gives a `Response`, an `Error` or an `Answer`.
    explicit FakeTransport(std::function<Answer(const http::Request&)> answer);
    /// The same with a function that also says how long it took and what was transferred.
    explicit FakeTransport(std::function<http::Exchange(const http::Request&)> exchange);
    ~FakeTransport() override;

    /// Keeps the request and gives the next answer.
    [[nodiscard]] http::Exchange send(const http::Request& request) override;

    /// Copies of all requests so far, in their order, with the credentials that they had.
    [[nodiscard]] std::vector<http::Request> requests() const;

    /// How many answers of the script were not asked for; 0 at the end of a test says that all were used.
    [[nodiscard]] std::size_t answers_left() const;

private:
    [[nodiscard]] http::Exchange next_of_script(const http::Request& request);

    mutable std::mutex mutex_{};
    std::vector<http::Request> requests_{};
    std::deque<Answer> script_{};
    std::size_t script_length_ = 0;
    std::function<http::Exchange(const http::Request&)> exchange_{};  // empty: by the script
};

/// A transport that gives these answers in turn, for `ClientOptions::transport`.
[[nodiscard]] USAGEKIT_EXPORT std::shared_ptr<FakeTransport> scripted(std::vector<FakeTransport::Answer> answers);

/// An answer with a body of the media type application/json.
[[nodiscard]] USAGEKIT_EXPORT http::Response json(int status, std::string body);

/// An answer with a body of the media type text/plain.
[[nodiscard]] USAGEKIT_EXPORT http::Response text(int status, std::string body);

/// An answer that leads to another place, which may be relative.
[[nodiscard]] USAGEKIT_EXPORT http::Response redirect(int status, std::string_view location);

/// What comes of a connection that broke: `network`, which is sent again where that is safe.
[[nodiscard]] USAGEKIT_EXPORT Error broken_connection();

/// What comes of an answer that took too long: `timeout`, which is sent again where that is safe.
[[nodiscard]] USAGEKIT_EXPORT Error timed_out();

/// Time that passes when somebody waits for it, at once, or when the test says so. Keeps how long the waits were. It
/// may be asked from several threads at once; a wait moves the time for all of them.
class USAGEKIT_EXPORT FakeClock final : public Clock {
public:
    /// Begins at midnight of 2024-05-17, UTC.
    FakeClock();
    /// Begins at this time of day.
    explicit FakeClock(std::chrono::system_clock::time_point begin);

    [[nodiscard]] std::chrono::steady_clock::time_point now() override;
    [[nodiscard]] std::chrono::system_clock::time_point date() override;
    /// Moves the time there and returns at once, also when a stop is requested.
    void wait_until(std::chrono::steady_clock::time_point time, std::stop_token stop) override;

    /// Moves the time by that much.
    void pass(std::chrono::milliseconds time);

    /// How long the waits were, in their order; 0 for one until a time that had passed.
    [[nodiscard]] std::vector<std::chrono::milliseconds> waits() const;

private:
    mutable std::mutex mutex_{};
    std::chrono::system_clock::time_point begin_;
    std::chrono::steady_clock::time_point now_{};
    std::vector<std::chrono::milliseconds> waits_{};
};

}  // namespace USAGEKIT_NAMESPACE::testing
