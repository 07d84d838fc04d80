#include "call/redirect.hpp"

#include <algorithm>
#include <utility>

#include "core/text.hpp"
#include "http/url.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

constexpr std::string_view report_it = "report it to the provider: this library follows its documented redirects";

/// 301, 302 and 303 let a client turn a POST into a GET, and its answer would look like success.
bool keeps_method(int status, std::string_view method) { return method == "GET" || status == 307 || status == 308; }

bool is_of_origin(const http::Url& url, std::string_view other) {
    const auto parsed = http::Url::parse(other);
    return parsed && parsed.assume_value().origin() == url.origin();
}

bool is_allowed(const http::Url& url, const RedirectPolicy& policy) {
    const auto is_this = [&](const std::string& origin) { return is_of_origin(url, origin); };
    return std::any_of(policy.origins.begin(), policy.origins.end(), is_this);
}

}  // namespace

bool is_redirect(int status) noexcept {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

void RedirectChain::start(std::string url) {
    url_ = std::move(url);
    passed_.clear();
}

Result<void> RedirectChain::follow(const http::Response& response, const std::string& method,
                                   const RedirectPolicy& policy) {
    const auto location = trimmed(response.headers.find("Location").value_or(""));
    if (location.empty()) return refuse("the redirect has no Location field", report_it, "nowhere");
    const auto here = http::Url::parse(url_);
    if (!here) return here.assume_error();
    const auto target = here.assume_value().resolve(location);
    if (!target) return refuse(target.assume_error().message, target.assume_error().advice, "that target");
    const auto& next = target.assume_value();
    if (!keeps_method(response.status, method)) {
        return refuse(concat("a ", method, " is not sent again after this status"), report_it, next.str());
    }
    if (here.assume_value().is_https() && !next.is_https()) {
        return refuse("the redirect leads from https to http", report_it, next.str());
    }
    const bool leaves_origin = !is_of_origin(next, home());
    if (leaves_origin && !is_allowed(next, policy)) {
        return refuse("the redirect leads to another origin, which must not see the credential",
                      "check the base URL; if the service has moved, give its new one; to follow the redirect "
                      "without the credential, name the origin in RedirectPolicy::origins",
                      next.str());
    }
    if (passed_.size() >= static_cast<std::size_t>(policy.limit)) {
        return refuse(concat("more than ", std::to_string(policy.limit), " redirects"),
                      "look at the chain for a loop, or raise RedirectPolicy::limit", next.str());
    }
    has_left_origin_ = has_left_origin_ || leaves_origin;
    passed_.push_back(std::exchange(url_, next.str()));
    return success();
}

Error RedirectChain::refuse(std::string message, std::string_view advice, std::string_view target) const {
    std::string chain;
    for (const auto& url : passed_) chain.append(url).append(" -> ");
    chain.append(url_).append(" -> ").append(target);
    return {.kind = ErrorKind::redirect,
            .message = std::move(message),
            .detail = std::move(chain),
            .advice = std::string(advice)};
}

}  // namespace USAGEKIT_NAMESPACE::call
