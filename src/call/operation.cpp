#include "call/operation.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "call/idempotency.hpp"
#include "call/refuse_options.hpp"
#include "core/cancelled.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"
#include "http/message.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

std::string seconds(std::chrono::milliseconds time) {
    const auto text = std::to_string(time.count());
    return time.count() % 1000 == 0 ? concat(text.substr(0, text.size() - 3), " s") : concat(text, " ms");
}

/// What an attempt ended with, in a few words.
std::string summary(const Error& error) {
    return to_string({.kind = error.kind, .message = error.message, .status = error.status, .code = error.code});
}

/// Where it happened and why: the message of a transport and its detail.
std::string explanation(const Error& error) {
    return error.detail.empty() ? error.message : concat(error.message, ": ", error.detail);
}

void append_detail(Error& error, const std::string& text) {
    if (!text.empty()) error.detail.append(error.detail.empty() ? "" : "; ").append(text);
}

}  // namespace

Operation::Operation(std::shared_ptr<const Service> service, Target first, CallOptions options)
    : service_(std::move(service)),
      target_(std::move(first)),
      options_(std::move(options)),
      retries_(options_.retry ? *options_.retry : service_->options().retry, service_->retry_tokens(),
               service_->options().random),
      observation_(*service_, redactor_) {
    chain_.start(service_->url(target_.reference()));
    for (const auto& [name, value] : options_.headers) {
        if (http::carries_credentials(name)) redactor_.add(Secret(value));
    }
    if (!target_.takes_idempotency_key()) return;
    Result<std::string> key =
        options_.idempotency_key ? *options_.idempotency_key : new_idempotency_key(service_->options().random);
    if (key) {
        idempotency_key_ = std::move(key).assume_value();
    } else {
        target_.refuse(std::move(key).assume_error());
    }
}

Action Operation::resume(Event&& event, TimePoint now) {
    now_ = now;
    if (wait_began_) info_.waited += std::chrono::duration_cast<std::chrono::microseconds>(now - *wait_began_);
    wait_began_.reset();
    return std::visit([this](auto& what) { return on(std::move(what)); }, event);
}

std::optional<Error> Operation::refusal() const {
    if (service_->refusal()) return service_->refusal();
    if (target_.refusal()) return *target_.refusal();
    if (auto error = refuse_idempotency_key(options_.idempotency_key, target_.takes_idempotency_key())) return error;
    return refuse_options(options_);
}

Result<http::Request> Operation::first_request() const {
    if (auto error = refusal()) {
        complete(*error);
        return *std::move(error);
    }
    http::Request request;
    prepare(request, concat(service_->scheme(), " ***"));
    return request;
}

// What happened

Action Operation::on(Started&&) {
    start_ = now_;
    observation_.about(target_.method(), chain_.url());
    if (auto error = refusal()) return finish(*std::move(error));
    return begin_request();
}

Action Operation::on(Authorized&& authorized) {
    auto& authorization = authorized.authorization;
    if (!authorization) return finish(std::move(authorization).assume_error());
    const auto& value = redactor_.add_authorization(std::move(authorization).assume_value());
    if (time_left().count() <= 0) return finish(out_of_time({}));
    return send(value);
}

Action Operation::on(Exchanged&& exchanged) {
    auto& exchange = exchanged.exchange;
    remember(exchange);
    observation_.exchanged(retries_.attempts(), exchange);
    if (exchange.answer) return answered(exchange.answer.assume_value());
    return unanswered(std::move(exchange.answer).assume_error());
}

Action Operation::on(Stopped&&) {
    auto error = cancelled();
    append_detail(error, last_failure_);
    return finish(std::move(error));
}

// What to do about it

Action Operation::begin_request() {
    retries_.start(target_.may_be_repeated());
    last_failure_.clear();
    observation_.about(target_.method(), chain_.url());
    return ask();
}

Action Operation::ask() {
    if (time_left().count() <= 0) return finish(out_of_time({}));
    if (auto paused = pause()) return *std::move(paused);
    if (chain_.has_left_origin()) return send({});
    if (const auto* const fixed = service_->fixed_authorization()) return send(redactor_.use_authorization(*fixed));
    return Authorize{service_.get()};
}

/// The service may want fewer requests, or the client's rate limit none yet.
std::optional<Action> Operation::pause() {
    auto& pace = service_->pace();
    const auto held = runs_beside_others_ ? pace.held_until(now_) : now_;
    if (std::chrono::ceil<std::chrono::milliseconds>(held - now_) >= time_left()) {
        return finish(Error{.kind = ErrorKind::rate_limited,
                            .message = "the service has asked for a pause that lasts longer than the call's time limit",
                            .advice = "send fewer requests at once, or set ClientOptions::rate_limit",
                            .retry_after = std::chrono::ceil<std::chrono::seconds>(held - now_),
                            .is_transient = true});
    }
    if (held > now_) return wait_until(held);
    if (has_turn_) return std::nullopt;
    if (std::chrono::ceil<std::chrono::milliseconds>(pace.next_turn(now_) - now_) >= time_left()) {
        return finish(out_of_time("the client's turn by ClientOptions::rate_limit comes later"));
    }
    has_turn_ = true;
    const auto turn = pace.take_turn(now_);
    if (turn > now_) return wait_until(turn);
    return std::nullopt;
}

Action Operation::wait_until(TimePoint time) {
    wait_began_ = now_;
    return Wait{time};
}

Action Operation::send(std::string_view authorization) {
    has_turn_ = false;
    retries_.count_attempt();
    ++info_.requests;
    Action action(std::in_place_type<Send>);  // a request is large
    auto& request = std::get<Send>(action).request;
    prepare(request, authorization);
    observation_.started(retries_.attempts(), request);
    return action;
}

Action Operation::answered(http::Response& response) {
    if (is_redirect(response.status)) return redirected(response);
    if (is_success(response.status)) return accepted(response);
    return try_again(described(status_error(response, service_->read_error()), response), true);
}

Action Operation::unanswered(Error error) {
    if (error.kind == ErrorKind::invalid_request) {  // the transport's options, and nothing was sent
        retries_.discount_attempt();
        --info_.requests;
    }
    if (error.kind == ErrorKind::cancelled) append_detail(error, last_failure_);
    constexpr std::chrono::milliseconds grain{20};  // of a transport's timer, which may be early
    if (error.kind == ErrorKind::timeout && time_left() <= grain) return finish(out_of_time(explanation(error)));
    return try_again(std::move(error), false);
}

Action Operation::try_again(Error error, bool has_answer) {
    const auto wait = retries_.wait_after(error, has_answer, time_left());
    if (error.status == 429) hold_others(wait.value_or(retries_.longest_delay()), error);
    if (!wait) return finish(std::move(error));
    observation_.retrying(retries_.attempts() + 1, *wait, error);
    last_failure_ = concat("attempt ", std::to_string(retries_.attempts()), " ended with ", summary(error));
    return wait_until(now_ + *wait);
}

/// Too many requests: those of the calls that run beside this one wait as well.
void Operation::hold_others(std::chrono::milliseconds wait, const Error& error) {
    constexpr std::chrono::seconds longest = std::chrono::hours{24};  // so that nothing overflows
    const std::chrono::milliseconds asked = std::min(error.retry_after.value_or(std::chrono::seconds{0}), longest);
    service_->pace().hold_until(now_ + std::min<std::chrono::milliseconds>(std::max(asked, wait), longest));
}

Action Operation::redirected(http::Response& response) {
    auto followed = chain_.follow(response, target_.method(), service_->options().redirects);
    if (!followed) return finish(described(std::move(followed).assume_error(), response));
    retries_.succeeded();
    info_.redirects.push_back(chain_.url());
    observation_.redirected(response.status, chain_.url());
    return begin_request();
}

Action Operation::accepted(http::Response& response) {
    retries_.succeeded();
    auto workbench = service_->workbenches().acquire();
    const wire::DecodeOptions decode{.strictness = service_->options().strictness,
                                     .unknown_members = asks_for_info() ? &info_.unknown_members : nullptr,
                                     .depth = service_->options().json_depth,
                                     .workbench = workbench.get()};
    std::optional<Target> next;
    if (auto refused = accept(response.body, decode, next)) return finish(described(*std::move(refused), response));
    if (!next) return finish();
    target_ = *std::move(next);
    if (target_.refusal()) return finish(described(*target_.refusal(), response));
    chain_.start(service_->url(target_.reference()));
    return begin_request();
}

Error Operation::described(Error error, http::Response& response) const {
    error.status = response.status;
    error.retry_after = retry_after(response.headers, clock().date());
    error.request_id = request_id(response.headers);
    error.body = std::move(response.body);
    return error;
}

Action Operation::finish(std::optional<Error> error) {
    if (error) complete(*error);
    info_.attempts = retries_.attempts();
    info_.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now_ - start_);
    observation_.finished(info_, error);
    if (error) fail(*std::move(error));
    if (asks_for_info()) give_info();
    return Finish{};
}

void Operation::give_info() {
    info_.url = chain_.url();
    redactor_.redact(info_.url);
    for (auto* list : {&info_.redirects, &info_.unknown_members}) {
        for (auto& text : *list) redactor_.redact(text);
    }
    *options_.info = std::move(info_);
}

// What is known

std::shared_ptr<const Service> Operation::release_engine() {
    auto alone = service_->shared_from_this();
    return std::exchange(service_, std::move(alone));
}

TimePoint Operation::earliest_begin() const noexcept {
    const auto now = clock().now();
    const auto held = service_->pace().held_until(now);
    // one that a hold would outlast ends at once, rather than wait for its beginning
    if (std::chrono::ceil<std::chrono::milliseconds>(held - now) >= time_limit()) return now;
    return std::max(service_->pace().next_turn(now), held);
}

void Operation::stop_also_on(std::stop_token stop) {
    if (!stop.stop_possible()) return;
    if (!options_.stop.stop_possible()) {
        options_.stop = std::move(stop);
        return;
    }
    either_stop_ = std::make_unique<EitherStop>(options_.stop, std::move(stop));
    options_.stop = either_stop_->token();
}

void Operation::refuse(Error error) {
    now_ = start_ = clock().now();
    static_cast<void>(finish(std::move(error)));
}

std::chrono::milliseconds Operation::time_limit() const {
    return options_.timeout.value_or(service_->options().timeouts.call);
}

std::chrono::milliseconds Operation::time_left(TimePoint now) const {
    // in this order, so that a limit that means "none", milliseconds::max(), does not overflow
    return time_limit() - std::chrono::ceil<std::chrono::milliseconds>(now - start_);
}

void Operation::prepare(http::Request& request, std::string_view authorization) const {
    const auto& options = service_->options();
    request.method = target_.method();
    request.url = chain_.url();
    request.body = target_.body();
    request.connect_timeout = options.timeouts.connect;
    request.timeout = std::min(options.timeouts.attempt, time_left());
    request.limits = options.limits;
    request.stop = options_.stop;
    request.is_measured = asks_for_info() || observation_.has_observer();
    constexpr std::size_t own_fields = 5;
    constexpr std::size_t own_bytes = 192;  // without the credential
    request.headers.reserve(own_fields + options_.headers.size(), own_bytes + authorization.size());
    request.headers.add("Accept", "application/json");
    if (!authorization.empty()) request.headers.add("Authorization", authorization);
    request.headers.add("User-Agent", service_->user_agent());
    if (!request.body.empty()) request.headers.add("Content-Type", "application/json");
    if (target_.takes_idempotency_key()) request.headers.add("Idempotency-Key", idempotency_key_);
    if (chain_.has_left_origin()) return;  // what the caller adds may be a credential too
    for (const auto& [name, value] : options_.headers) request.headers.add(name, value);
}

Error Operation::out_of_time(std::string detail) const {
    Error error{.kind = ErrorKind::timeout,
                .message = concat("the call's time limit of ", seconds(time_limit()), " passed"),
                .detail = std::move(detail),
                .advice = "try again, or raise Timeouts::call or CallOptions::timeout",
                .is_transient = true};
    append_detail(error, last_failure_);
    return error;
}

void Operation::remember(const http::Exchange& exchange) {
    info_.connections_opened += exchange.connections_opened;
    info_.bytes_sent += exchange.bytes_sent;
    info_.bytes_received += exchange.bytes_received;
    info_.timings = exchange.timings;
    info_.status = exchange.answer ? exchange.answer.assume_value().status : exchange.answer.assume_error().status;
    if (asks_for_info() && exchange.answer) info_.headers = exchange.answer.assume_value().headers;
}

void Operation::complete(Error& error) const {
    error.method = target_.method();
    if (!service_->refusal()) error.url = chain_.url();  // else there is no URL to name
    error.attempts = retries_.attempts();
    redactor_.redact(error);
}

Error already_sent() {
    return refusal("the call was sent already, or moved from", "make a new call for every request");
}

}  // namespace USAGEKIT_NAMESPACE::call
