#include "call/observation.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "http/message.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

bool names(const std::vector<std::string>& list, std::string_view name) {
    const auto is_this = [&](const std::string& entry) { return equal_ignoring_case(entry, name); };
    return std::any_of(list.begin(), list.end(), is_this);
}

/// Without its parameters, `charset` for example.
std::string_view media_type(const http::Headers& headers) {
    const auto type = headers.find("Content-Type").value_or("");
    return trimmed(type.substr(0, type.find(';')));
}

}  // namespace

void Observation::about(const std::string& method, const std::string& url) {
    if (!has_observer()) return;
    method_ = method;
    url_ = shown(url);
}

void Observation::started(int attempt, const http::Request& request) {
    if (!has_observer()) return;
    tell(AttemptStarted{
        .attempt = attempt, .headers = shown(request.headers), .body = shown(request.headers, request.body)});
}

void Observation::exchanged(int attempt, const http::Exchange& exchange) {
    if (!has_observer()) return;
    tell(exchange.answer ? answered(attempt, exchange) : failed(attempt, exchange));
}

void Observation::retrying(int attempt, std::chrono::milliseconds delay, const Error& reason) {
    if (!has_observer()) return;
    tell(Retrying{.attempt = attempt, .delay = delay, .reason = shown(reason)});
}

void Observation::redirected(int status, const std::string& target) {
    if (!has_observer()) return;
    tell(Redirected{.status = status, .target = shown(target)});
}

void Observation::finished(const CallInfo& info, const std::optional<Error>& error) {
    if (!has_observer()) return;
    tell(CallFinished{.error = error,
                      .status = info.status,
                      .requests = info.requests,
                      .bytes_sent = info.bytes_sent,
                      .bytes_received = info.bytes_received,
                      .elapsed = info.elapsed});
}

Observation::What Observation::answered(int attempt, const http::Exchange& exchange) const {
    const auto& response = exchange.answer.assume_value();
    return AttemptAnswered{.attempt = attempt,
                           .status = response.status,
                           .timings = exchange.timings,
                           .bytes_sent = exchange.bytes_sent,
                           .bytes_received = exchange.bytes_received,
                           .connections_opened = exchange.connections_opened,
                           .headers = shown(response.headers),
                           .body = shown(response.headers, response.body)};
}

Observation::What Observation::failed(int attempt, const http::Exchange& exchange) const {
    return AttemptFailed{.attempt = attempt,
                         .error = shown(exchange.answer.assume_error()),
                         .timings = exchange.timings,
                         .bytes_sent = exchange.bytes_sent,
                         .bytes_received = exchange.bytes_received,
                         .connections_opened = exchange.connections_opened};
}

http::Headers Observation::shown(const http::Headers& headers) const {
    http::Headers list;
    for (const auto& [name, value] : headers) {
        if (!names(service_.options().observed.headers, name)) continue;
        list.add(name, http::carries_credentials(name) ? "***" : shown(std::string(value)));
    }
    return list;
}

std::string Observation::shown(const http::Headers& headers, const std::string& body) const {
    const auto& observed = service_.options().observed;
    if (body.empty() || !names(observed.bodies, media_type(headers))) return {};
    return redactor_.excerpt(body, observed.most_of_body);
}

Error Observation::shown(Error error) const {
    redactor_.redact(error);
    return error;
}

std::string Observation::shown(std::string text) const {
    redactor_.redact(text);
    return text;
}

void Observation::tell(What what) {
    if (number_ == 0) number_ = service_.next_call_number();
    try {
        service_.options().observer({.call = number_, .method = method_, .url = url_, .what = std::move(what)});
    } catch (...) {  // watching a call must not change it
    }
}

}  // namespace USAGEKIT_NAMESPACE::call
