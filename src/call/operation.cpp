#include "call/operation.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "call/idempotency.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"
#include "http/message.hpp"

namespace usagekit::call {

namespace {

/// Fields that the library sets itself, or that would change how the message is framed.
std::optional<Error> refuse_own_fields(const http::Headers& headers) {
    static constexpr std::array own = {"accept",
                                       "accept-encoding",
                                       "authorization",
                                       "connection",
                                       "content-length",
                                       "content-type",
                                       "expect",
                                       "host",
                                       "idempotency-key",
                                       "proxy-authorization",
                                       "te",
                                       "trailer",
                                       "transfer-encoding",
                                       "upgrade",
                                       "user-agent"};
    for (const auto& [name, value] : headers) {
        const auto is_this = [&given = name](auto field) { return equal_ignoring_case(given, field); };
        if (std::none_of(own.begin(), own.end(), is_this)) continue;
        return refusal(
            concat("CallOptions::headers has ", name, ", which the library sets itself"),
            "give credentials and the user agent to the client, an idempotency key, where the service takes one, "
            "as CallOptions::idempotency_key, and leave the others out");
    }
    return std::nullopt;
}

std::string seconds(std::chrono::milliseconds time) {
    const auto text = std::to_string(time.count());
    return time.count() % 1000 == 0 ? concat(text.substr(0, text.size() - 3), " s") : concat(text, " ms");
}

}  // namespace

Operation::Operation(std::shared_ptr<const Service> service, Target first, CallOptions options)
    : service_(std::move(service)), target_(std::move(first)), options_(std::move(options)) {
    chain_.start(service_->url(target_.reference()));
    if (!target_.takes_idempotency_key()) return;
    Result<std::string> key = options_.idempotency_key ? *options_.idempotency_key : new_idempotency_key();
    if (key) {
        idempotency_key_ = std::move(key).assume_value();
    } else {
        target_ = std::move(target_).refuse(std::move(key).assume_error());
    }
}

Action Operation::resume(Event event, TimePoint now) {
    now_ = now;
    return std::visit([this](auto&& what) { return on(std::forward<decltype(what)>(what)); }, std::move(event));
}

std::optional<Error> Operation::refusal() const {
    if (service_->refusal()) return service_->refusal();
    if (target_.refusal()) return target_.refusal();
    if (options_.timeout && options_.timeout->count() <= 0) {
        return usagekit::refusal("CallOptions::timeout is not positive", "give a time of at least 1 ms");
    }
    if (auto error = refuse_idempotency_key(options_.idempotency_key, target_.takes_idempotency_key())) return error;
    if (auto error = http::refuse_headers(options_.headers)) return error;
    return refuse_own_fields(options_.headers);
}

Result<http::Request> Operation::first_request() const {
    if (auto error = refusal()) {
        complete(*error);
        return *std::move(error);
    }
    return request(concat(service_->scheme(), " ***"));
}

// What happened

Action Operation::on(Started) {
    start_ = now_;
    if (auto error = refusal()) return finish(*std::move(error));
    return ask();
}

Action Operation::on(Authorized authorized) {
    auto& authorization = authorized.authorization;
    if (!authorization) return finish(std::move(authorization).assume_error());
    const auto& value = authorization.assume_value().reveal();
    redactor_.add(Secret(value.substr(value.find(' ') + 1)));
    if (time_left().count() <= 0) return finish(out_of_time({}));
    was_sent_ = true;
    ++info_.requests;
    return Send{request(value)};
}

Action Operation::on(Exchanged exchanged) {
    auto& exchange = exchanged.exchange;
    remember(exchange);
    if (exchange.answer) return answered(exchange.answer.assume_value());
    return unanswered(std::move(exchange.answer).assume_error());
}

Action Operation::answered(http::Response& response) {
    if (is_redirect(response.status)) return redirected(response);
    if (is_success(response.status)) return accepted(response);
    return failed(response, status_error(response, service_->read_error()));
}

Action Operation::unanswered(Error error) {
    info_.status = error.status;
    constexpr std::chrono::milliseconds grain{20};  // of a transport's timer, which may be early
    if (error.kind == ErrorKind::timeout && time_left() <= grain) return finish(out_of_time(error.detail));
    return finish(std::move(error));
}

Action Operation::on(Stopped) {
    return finish({.kind = ErrorKind::cancelled,
                   .message = "the caller stopped the call",
                   .advice = "make the call again when it is wanted"});
}

// What to do about it

Action Operation::ask() {
    was_sent_ = false;
    if (time_left().count() <= 0) return finish(out_of_time({}));
    return Authorize{service_.get()};
}

Action Operation::redirected(http::Response& response) {
    auto followed = chain_.follow(response, target_.method(), service_->options().redirects);
    if (!followed) return failed(response, std::move(followed).assume_error());
    info_.redirects.push_back(chain_.url());
    return ask();
}

Action Operation::accepted(http::Response& response) {
    const wire::DecodeOptions decode{.strictness = service_->options().strictness,
                                     .unknown_members = asks_for_info() ? &info_.unknown_members : nullptr,
                                     .depth = service_->options().json_depth};
    auto next = accept(response.body, decode);
    if (!next) return failed(response, std::move(next).assume_error());
    if (!next.assume_value()) return finish();
    target_ = *std::move(next).assume_value();
    if (target_.refusal()) return failed(response, *target_.refusal());
    chain_.start(service_->url(target_.reference()));
    return ask();
}

Action Operation::failed(http::Response& response, Error error) {
    error.status = response.status;
    error.retry_after = retry_after(response.headers);
    error.request_id = request_id(response.headers);
    error.body = std::move(response.body);
    return finish(std::move(error));
}

Action Operation::finish() {
    if (!asks_for_info()) return Finish{};
    info_.url = chain_.url();
    redactor_.redact(info_.url);
    for (auto* list : {&info_.redirects, &info_.unknown_members}) {
        for (auto& text : *list) redactor_.redact(text);
    }
    info_.attempts = was_sent_ ? 1 : 0;
    info_.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now_ - start_);
    *options_.info = std::move(info_);
    return Finish{};
}

Action Operation::finish(Error error) {
    complete(error);
    fail(std::move(error));
    return finish();
}

// What is known

std::chrono::milliseconds Operation::time_limit() const {
    return options_.timeout.value_or(service_->options().timeouts.call);
}

std::chrono::milliseconds Operation::time_left() const {
    // in this order, so that a limit that means "none", milliseconds::max(), does not overflow
    return time_limit() - std::chrono::ceil<std::chrono::milliseconds>(now_ - start_);
}

http::Request Operation::request(std::string authorization) const {
    const auto& options = service_->options();
    http::Request request{.method = target_.method(),
                          .url = chain_.url(),
                          .body = target_.body(),
                          .connect_timeout = options.timeouts.connect,
                          .timeout = std::min(options.timeouts.attempt, time_left()),
                          .limits = options.limits,
                          .stop = options_.stop};
    request.headers.add("Accept", "application/json");
    request.headers.add("Authorization", std::move(authorization));
    request.headers.add("User-Agent", service_->user_agent());
    if (!request.body.empty()) request.headers.add("Content-Type", "application/json");
    if (target_.takes_idempotency_key()) request.headers.add("Idempotency-Key", idempotency_key_);
    for (const auto& [name, value] : options_.headers) request.headers.add(name, value);
    return request;
}

Error Operation::out_of_time(std::string detail) const {
    return {.kind = ErrorKind::timeout,
            .message = concat("the call's time limit of ", seconds(time_limit()), " passed"),
            .detail = std::move(detail),
            .advice = "try again, or raise Timeouts::call or CallOptions::timeout"};
}

void Operation::remember(const http::Exchange& exchange) {
    info_.connections_opened += exchange.connections_opened;
    info_.bytes_sent += exchange.bytes_sent;
    info_.bytes_received += exchange.bytes_received;
    info_.timings = exchange.timings;
    if (!asks_for_info() || !exchange.answer) return;
    const auto& response = exchange.answer.assume_value();
    info_.status = response.status;
    info_.headers = response.headers;
}

void Operation::complete(Error& error) const {
    error.method = target_.method();
    if (!service_->refusal()) error.url = chain_.url();  // else there is no URL to name
    error.attempts = was_sent_ ? 1 : 0;
    redactor_.redact(error);
}

Error already_sent() {
    return refusal("the call was sent already, or moved from", "make a new call for every request");
}

}  // namespace usagekit::call
