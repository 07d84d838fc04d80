#include "run.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <utility>

#include "sanitizers.hpp"

using namespace usagekit;
using namespace std::chrono_literals;

namespace {

const std::string token = "s0ak-token";

constexpr std::size_t stages = 5;      // in which memory is looked at
constexpr std::size_t warm_up = 1000;  // calls, after which all connections stand

ClientOptions options(const std::string& base_url, Observer observer) {
    ClientOptions options{.base_url = base_url, .observer = std::move(observer)};
    options.transport = std::make_shared<http::CurlTransport>();
    options.retry.base_delay = 1ms;
    options.retry_budget = {.retry_cost = 0, .timeout_cost = 0};  // a service this bad would soon spend it
    return options;
}

/// True for what holds; else says what does not.
bool holds(bool condition, const char* otherwise) {
    if (!condition) std::printf("%s\n", otherwise);
    return condition;
}

}  // namespace

Run::Run(const Plan& plan, const std::string& base_url) : plan_(plan), times_judged_(plan.size()) {
    const auto patient = options(base_url, traffic_.observer());
    auto impatient = patient;
    impatient.timeouts.attempt = 250ms;
    clients_.emplace(Clients{.patient = wiremock::Client(ApiToken{token}, patient),
                             .impatient = wiremock::Client(ApiToken{token}, impatient)});
}

std::optional<std::size_t> Run::next() {
    const auto number = made_++;
    return number < size() ? std::optional(number) : std::nullopt;
}

OrganisationCall Run::call(std::size_t number) {
    CallOptions options;
    const auto& kind = plan_.fault(number).kind;
    if (kind == ErrorKind::cancelled) {
        std::stop_source stop;
        options.stop = stop.get_token();
        stopper_->stop_after(std::chrono::milliseconds{number % 20}, std::move(stop));
    }
    const auto& client = kind == ErrorKind::timeout ? clients_->impatient : clients_->patient;
    return client.organisation(wiremock::OrganisationId{plan_.id(number)}, options);
}

void Run::note_end() {
    const auto ended = ++ended_;
    if (ended % std::max<std::size_t>(size() / stages, 1) == 0) {
        const auto now = footprint();
        print((std::to_string(ended) + " calls").c_str(), now);
        const std::lock_guard lock(mutex_);
        stages_.push_back({ended, now.megabytes});
    }
    if (ended == size()) ended_.notify_all();
}

void Run::judge(std::size_t number, const OrganisationResult& result) {
    ++times_judged_[number];
    if (plan_.is_right(number, result, token)) return;
    ++wrong_;
    std::printf("%s: %s\n", plan_.id(number).c_str(),
                result ? result.value().name.substr(0, 99).c_str() : to_string(result.error()).c_str());
}

void Run::take(std::size_t number, const OrganisationResult& result) {
    judge(number, result);
    note_end();
}

void Run::wait() const {
    for (auto ended = ended_.load(); ended < size(); ended = ended_) ended_.wait(ended);
}

void Run::close() {
    clients_.reset();
    stopper_.reset();
}

/// Since the warm-up, without the results.
double Run::growth() const {
    const auto warm = std::find_if(stages_.begin(), stages_.end(), [](auto& stage) { return stage.calls >= warm_up; });
    if (warm == stages_.end()) return 0;
    const auto& last = stages_.back();
    const auto share = static_cast<double>(last.calls - warm->calls) / static_cast<double>(size());
    return last.megabytes - warm->megabytes - kept_ * share;
}

/// A request under way has a buffer of libcurl's, whose pages the system gives one by one as they are used.
bool Run::is_flat(int at_once) const {
    constexpr double buffer = 0.064;
    if (under_sanitizers || growth() < 5 + buffer * at_once) return true;
    std::printf("beyond the results, the memory has grown by %.1f MB\n", growth());
    return false;
}

/// How many calls did not give one result.
std::size_t Run::not_once() const {
    return static_cast<std::size_t>(
        std::count_if(times_judged_.begin(), times_judged_.end(), [](const auto& times) { return times != 1; }));
}

bool Run::report(int at_once, double most_megabytes) const {
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start_;
    std::printf("%.1f s, %d requests, %d repetitions, %d redirects, %d connections, at most %d requests at once\n",
                time.count(), traffic_.requests(), traffic_.repetitions(), traffic_.redirects(), traffic_.connections(),
                traffic_.most_at_once());
    std::printf("at most %.1f MB more than before, of which results took %.1f MB\n", most_megabytes, kept_);
    std::printf("%zu results not as they must be, %zu calls with none or several\n", wrong_.load(), not_once());
    const auto calls = static_cast<int>(size());
    const std::array all_hold = {
        wrong_ == 0,
        not_once() == 0,
        is_flat(at_once),
        holds(traffic_.calls() == calls, "the observer saw another number of calls"),
        holds(traffic_.under_way() == 0, "attempts began that did not end"),
        holds(traffic_.most_at_once() >= std::min(at_once, calls), "too few requests were under way at once"),
    };
    return std::find(all_hold.begin(), all_hold.end(), false) == all_hold.end();
}
