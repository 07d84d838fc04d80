#include "http/exchanges.hpp"

#include <algorithm>
#include <utility>

#include "http/failed.hpp"
#include "http/sigpipe_guard.hpp"
#include "http/url.hpp"

namespace USAGEKIT_NAMESPACE::http {

using std::chrono::milliseconds;

namespace {

/// Handles are kept for the next requests, with the memory that they have. While many requests are under way, as many
/// are, since all may end at once.
constexpr std::size_t most_idle = 64;

}  // namespace

void Exchanges::NoteStop::operator()() const noexcept {
    exchanges->has_stops_ = true;
    exchanges->wake();
}

Exchanges::~Exchanges() {
    const SigpipeGuard guard(may_raise_sigpipe_);  // closing a TLS connection writes to it
    for (auto& flight : flights_) take_from_multi(*flight);
    flights_.clear();
    idle_.clear();
}

Exchange Exchanges::send(const Basis& basis, const Request& request) {
    if (auto refused = launch(basis, request, nullptr)) return failed(*std::move(refused));
    const SigpipeGuard guard(may_raise_sigpipe_);
    auto& flight = *flights_.back();
    const auto code = drive_alone(flight);
    return land(flight, code);
}

/// Until it has ended, with libcurl's code for that, or was stopped.
std::optional<CURLcode> Exchanges::drive_alone(Flight& flight) {
    constexpr std::chrono::seconds longest{1};  // so that nothing is waited for in vain for long
    while (flight.multi != nullptr && flight.multi->perform()) {
        const auto done = flight.multi->next_done();
        if (done && is_sent_afresh(flight)) continue;
        if (done) return done->code;
        if (has_stops_.exchange(false) && flight.request->stop.stop_requested()) return std::nullopt;
        flight.multi->wait(events_.waker(), longest);
        if (is_woken_.exchange(false)) events_.calm_down();
    }
    return CURLE_FAILED_INIT;
}

void Exchanges::start(const Basis& basis, const Request& request, Tag tag) {
    if (auto refused = launch(basis, request, tag)) return add(tag, failed(*std::move(refused)));
    if (flights_.back()->multi == nullptr) end(*flights_.back(), CURLE_FAILED_INIT);
}

void Exchanges::add(Tag tag, Exchange exchange) {
    finished_.emplace_back(tag, [&] { return std::move(exchange); });
}

std::unique_ptr<Exchanges::Flight> Exchanges::idle_flight(const Basis& basis) {
    const auto fits = [&](const auto& flight) { return flight->handle.basis() == basis; };
    const auto found = std::find_if(idle_.rbegin(), idle_.rend(), fits);
    if (found == idle_.rend()) return std::make_unique<Flight>(basis, sockets_);
    std::swap(*found, idle_.back());
    auto flight = std::move(idle_.back());
    idle_.pop_back();
    return flight;
}

/// Begins to send, or gives why that cannot be.
std::optional<Error> Exchanges::launch(const Basis& basis, const Request& request, Tag tag) {
    if (!is_at(request.url, authority_)) authority_ = before_path(request.url);
    auto flight = idle_flight(basis);
    if (auto refused = flight->handle.begin(request)) {
        idle_.push_back(std::move(flight));
        return refused;
    }
    may_raise_sigpipe_ = may_raise_sigpipe_ || flight->handle.may_raise_sigpipe();
    auto& started = *flight;
    started.request = &request;
    started.tag = tag;
    started.place = flights_.size();
    flights_.push_back(std::move(flight));
    most_at_once_ = std::max(most_at_once_, flights_.size());
    curl_easy_setopt(started.handle.get(), CURLOPT_PRIVATE, &started);
    started.multi = multis_.add(started.handle.get());
    if (request.stop.stop_possible()) started.stop.emplace(request.stop, NoteStop{this});
    return std::nullopt;
}

std::vector<Finished>& Exchanges::wait(milliseconds longest) {
    drive(finished_.empty() ? longest : milliseconds{0});
    return finished_;
}

void Exchanges::drive(milliseconds longest) {
    const SigpipeGuard guard(may_raise_sigpipe_);
    constexpr std::chrono::hours most{1};  // so that nothing overflows
    const auto end = std::chrono::steady_clock::now() + std::min<milliseconds>(longest, most);
    for (bool is_last = false;;) {
        end_what_is_done(multis_.perform());
        if (!finished_.empty() || is_last) return;
        const auto left = std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now());
        is_last = is_woken_.exchange(false) || left.count() <= 0;
        multis_.wait(is_last ? milliseconds{0} : left);  // sockets are looked at in any case
    }
}

/// What has finished or been stopped; all of it when libcurl cannot go on.
void Exchanges::end_what_is_done(bool can_go_on) {
    if (!can_go_on) return end_all(CURLE_FAILED_INIT);
    while (const auto done = multis_.next_done()) {
        char* flight = nullptr;
        curl_easy_getinfo(done->handle, CURLINFO_PRIVATE, &flight);
        end(*reinterpret_cast<Flight*>(flight), done->code);
    }
    if (has_stops_.exchange(false)) end_stopped();
}

void Exchanges::end_stopped() {
    for (std::size_t i = flights_.size(); i-- > 0;) {
        if (flights_[i]->request->stop.stop_requested()) end(*flights_[i], std::nullopt);
    }
}

void Exchanges::stop_all() {
    const SigpipeGuard guard(may_raise_sigpipe_);
    end_all(std::nullopt);
}

void Exchanges::end_all(std::optional<CURLcode> code) {
    while (!flights_.empty()) end(*flights_.back(), code);
}

void Exchanges::end(Flight& flight, std::optional<CURLcode> code) {
    if (code && is_sent_afresh(flight)) return;
    finished_.emplace_back(flight.tag, [&] { return land(flight, code); });
}

/// What came of a request that is not under way any more.
Exchange Exchanges::land(Flight& flight, std::optional<CURLcode> code) {
    auto exchange = flight.handle.end(*flight.request, code);
    auto landed = taken_out(flight);
    if (idle_.size() < std::max(most_idle, most_at_once_)) idle_.push_back(std::move(landed));
    return exchange;
}

/// A connection that cannot be used again is none of the caller's concern.
bool Exchanges::is_sent_afresh(Flight& flight) {
    if (!flight.handle.found_bytes_waiting()) return false;
    take_from_multi(flight);
    if (flight.handle.begin(*flight.request, true)) return false;
    flight.multi = multis_.add(flight.handle.get());
    return flight.multi != nullptr;
}

void Exchanges::take_from_multi(Flight& flight) noexcept {
    if (auto* const multi = std::exchange(flight.multi, nullptr)) multi->remove(flight.handle.get());
}

std::unique_ptr<Exchanges::Flight> Exchanges::taken_out(Flight& flight) {
    flight.stop.reset();
    take_from_multi(flight);
    auto& last = flights_.back();
    last->place = flight.place;
    std::swap(flights_[flight.place], last);
    auto landed = std::move(flights_.back());
    flights_.pop_back();
    return landed;
}

void Exchanges::wake() noexcept {
    is_woken_ = true;
    multis_.wake();
}

void Exchanges::rest(const Basis& basis) {
    const auto is_foreign = [&](const auto& flight) { return flight->handle.basis() != basis; };
    idle_.erase(std::remove_if(idle_.begin(), idle_.end(), is_foreign), idle_.end());
    if (idle_.size() > most_idle) idle_.resize(most_idle);
    finished_.clear();
}

}  // namespace USAGEKIT_NAMESPACE::http
