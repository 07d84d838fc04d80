#include "call/refuse_options.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "call/pace.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"
#include "http/message.hpp"
#include "http/url.hpp"
#include "wire/codec.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

/// Fields that the library sets itself, or that would change how the message is framed or what its answer means.
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
                                       "if-match",
                                       "if-modified-since",
                                       "if-none-match",
                                       "if-range",
                                       "if-unmodified-since",
                                       "proxy-authorization",
                                       "range",
                                       "te",
                                       "trailer",
                                       "transfer-encoding",
                                       "upgrade",
                                       "user-agent"};
    for (const auto& [name, value] : headers) {
        const auto is_this = [&given = name](auto field) { return equal_ignoring_case(given, field); };
        if (std::none_of(own.begin(), own.end(), is_this)) continue;
        return refusal(
            concat("CallOptions::headers has ", name, ", which is not for the caller to set"),
            "give credentials and the user agent to the client, an idempotency key, where the service takes one, "
            "as CallOptions::idempotency_key, and leave the others out");
    }
    return std::nullopt;
}

std::optional<Error> refuse_timeouts(const Timeouts& timeouts) {
    const auto& [connect, attempt, call] = timeouts;
    for (const auto& [time, name] : {std::pair{connect, "Timeouts::connect"}, std::pair{attempt, "Timeouts::attempt"},
                                     std::pair{call, "Timeouts::call"}}) {
        if (time.count() <= 0) return refusal(concat(name, " is not positive"), "give a time of at least 1 ms");
    }
    return std::nullopt;
}

std::optional<Error> refuse_retry(const RetryPolicy& retry) {
    if (retry.attempts < 1) return refusal("RetryPolicy::attempts is less than 1", "give 1 to repeat nothing");
    const bool is_negative =
        retry.base_delay.count() < 0 || retry.max_delay.count() < 0 || retry.max_retry_after.count() < 0;
    if (is_negative) return refusal("a delay of RetryPolicy is negative", "give 0 for no wait");
    for (const int status : retry.statuses) {
        if (status >= 400 && status < 600) continue;
        return refusal(concat("RetryPolicy::statuses has ", std::to_string(status)),
                       "give statuses of errors, 400 to 599");
    }
    return std::nullopt;
}

std::optional<Error> refuse_budget(const RetryBudget& budget) {
    if (budget.capacity >= 0 && budget.retry_cost >= 0 && budget.timeout_cost >= 0) return std::nullopt;
    return refusal("a number of RetryBudget is negative", "give a capacity of 0 to repeat nothing");
}

std::optional<Error> refuse_rate_limit(const RateLimit& limit) {
    if (!std::isfinite(limit.per_second) || limit.per_second < 0) {
        return refusal("RateLimit::per_second is not a number of requests", "give 0 for no limit");
    }
    if (limit.burst < 1 || limit.burst > Pace::largest_burst) {
        return refusal(concat("RateLimit::burst is not 1 to ", std::to_string(Pace::largest_burst)),
                       "give how many requests may be sent at once after a pause");
    }
    return std::nullopt;
}

std::optional<Error> refuse_redirects(const RedirectPolicy& redirects, bool allows_plain_http) {
    if (redirects.limit < 0) return refusal("RedirectPolicy::limit is negative", "give 0 to follow none");
    for (const auto& origin : redirects.origins) {
        const auto url = http::Url::parse(origin);
        if (!url) return url.assume_error();
        if (http::before_path(origin) != origin) {
            return refusal(concat("RedirectPolicy::origins has ", in_quotes(origin), ", which is more than an origin"),
                           "give scheme, host and port only, https://files.example.com for example");
        }
        const bool is_safe = url.assume_value().is_https() || url.assume_value().is_loopback() || allows_plain_http;
        if (!is_safe) {
            return refusal(concat("RedirectPolicy::origins has ", in_quotes(origin), ", which is plain http"),
                           "use https, or set ClientOptions::allow_plain_http");
        }
    }
    return std::nullopt;
}

std::optional<Error> refuse_limits(const http::Limits& limits) {
    if (limits.body != 0 && limits.headers != 0) return std::nullopt;
    return refusal("a limit of Limits is 0, with which no answer could be taken", "give the bytes to take at most");
}

std::optional<Error> refuse_json_depth(std::size_t levels) {
    if (levels >= 1 && levels <= wire::deepest) return std::nullopt;
    return refusal("ClientOptions::json_depth is not 1 to 1000", "give how many levels of nested JSON to take");
}

}  // namespace

std::optional<Error> refuse_options(const ClientOptions& options) {
    if (auto error = refuse_timeouts(options.timeouts)) return error;
    if (auto error = refuse_retry(options.retry)) return error;
    if (auto error = refuse_budget(options.retry_budget)) return error;
    if (auto error = refuse_rate_limit(options.rate_limit)) return error;
    if (auto error = refuse_redirects(options.redirects, options.allow_plain_http)) return error;
    if (auto error = refuse_limits(options.limits)) return error;
    if (auto error = refuse_json_depth(options.json_depth)) return error;
    if (options.transport && (options.tls != http::TlsOptions{} || options.proxy != http::ProxyOptions{})) {
        return refusal("ClientOptions::transport is given together with ClientOptions::tls or ClientOptions::proxy",
                       "give them to the transport, as http::CurlTransport takes them, or leave the transport out");
    }
    return http::refuse_headers({{"User-Agent", options.user_agent}});
}

std::optional<Error> refuse_options(const CallOptions& options) {
    if (options.timeout && options.timeout->count() <= 0) {
        return refusal("CallOptions::timeout is not positive", "give a time of at least 1 ms");
    }
    if (options.retry) {
        if (auto error = refuse_retry(*options.retry)) return error;
    }
    if (auto error = http::refuse_headers(options.headers)) return error;
    return refuse_own_fields(options.headers);
}

}  // namespace USAGEKIT_NAMESPACE::call
