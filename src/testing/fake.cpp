#include <algorithm>
#include <utility>

#include <usagekit/testing/fake.hpp>

#include "core/refusal.hpp"
#include "core/text.hpp"
#include "testing/mask.hpp"

namespace USAGEKIT_NAMESPACE::testing {

namespace {

using Exchanger = std::function<http::Exchange(const http::Request&)>;

Exchanger exchanging(std::function<FakeTransport::Answer(const http::Request&)> answer) {
    return [answer = std::move(answer)](const http::Request& request) -> http::Exchange {
        return {.answer = answer(request)};
    };
}

std::string count_of(std::size_t number, std::string_view what) {
    return concat(std::to_string(number), " ", what, number == 1 ? "" : "s");
}

http::Response typed(int status, std::string_view type, std::string body) {
    return {.status = status, .headers = {{"Content-Type", type}}, .body = std::move(body)};
}

}  // namespace

FakeTransport::FakeTransport(std::vector<Answer> answers)
    : script_(std::make_move_iterator(answers.begin()), std::make_move_iterator(answers.end())),
      script_length_(script_.size()) {}

FakeTransport::FakeTransport(std::function<Answer(const http::Request&)> answer)
    : exchange_(exchanging(std::move(answer))) {}

FakeTransport::FakeTransport(std::function<http::Exchange(const http::Request&)> exchange)
    : exchange_(std::move(exchange)) {}

FakeTransport::~FakeTransport() = default;

http::Exchange FakeTransport::send(const http::Request& request) {
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
        if (!exchange_) return next_of_script(request);
    }
    return exchange_(request);  // without the lock: it may ask what was sent
}

http::Exchange FakeTransport::next_of_script(const http::Request& request) {
    if (script_.empty()) {
        Mask mask({});
        mask.learn(request);
        return {.answer = refusal(
                    concat("there is no answer to request ", std::to_string(requests_.size()), ", ", request.method,
                           " ", mask.over_url(request.url), ": the script has ", count_of(script_length_, "answer")),
                    "give FakeTransport one answer for each request, retries and redirects included")};
    }
    http::Exchange exchange{.answer = std::move(script_.front())};
    script_.pop_front();
    return exchange;
}

std::vector<http::Request> FakeTransport::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

std::size_t FakeTransport::answers_left() const {
    const std::lock_guard lock(mutex_);
    return script_.size();
}

std::shared_ptr<FakeTransport> scripted(std::vector<FakeTransport::Answer> answers) {
    return std::make_shared<FakeTransport>(std::move(answers));
}

http::Response json(int status, std::string body) { return typed(status, "application/json", std::move(body)); }

http::Response text(int status, std::string body) { return typed(status, "text/plain", std::move(body)); }

http::Response redirect(int status, std::string_view location) {
    return {.status = status, .headers = {{"Location", location}}};
}

Error broken_connection() {
    return {.kind = ErrorKind::network,
            .message = "the connection broke, as the test wants it",
            .advice = "try again",
            .is_transient = true};
}

Error timed_out() {
    return {.kind = ErrorKind::timeout,
            .message = "the time limit of the attempt passed, as the test wants it",
            .advice = "try again, or raise Timeouts::attempt",
            .is_transient = true};
}

FakeClock::FakeClock() : FakeClock(std::chrono::sys_days{std::chrono::year{2024} / 5 / 17}) {}

FakeClock::FakeClock(std::chrono::system_clock::time_point begin) : begin_(begin) {}

std::chrono::steady_clock::time_point FakeClock::now() {
    const std::lock_guard lock(mutex_);
    return now_;
}

std::chrono::system_clock::time_point FakeClock::date() {
    const std::lock_guard lock(mutex_);
    return begin_ + std::chrono::duration_cast<std::chrono::system_clock::duration>(now_.time_since_epoch());
}

void FakeClock::wait_until(std::chrono::steady_clock::time_point time, std::stop_token) {
    const std::lock_guard lock(mutex_);
    const auto end = std::max(now_, time);
    waits_.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(end - now_));
    now_ = end;
}

void FakeClock::pass(std::chrono::milliseconds time) {
    const std::lock_guard lock(mutex_);
    now_ += time;
}

std::vector<std::chrono::milliseconds> FakeClock::waits() const {
    const std::lock_guard lock(mutex_);
    return waits_;
}

}  // namespace USAGEKIT_NAMESPACE::testing
