#include "call/service.hpp"

#include <utility>

#include <usagekit/version.hpp>

#include "call/engine.hpp"
#include "call/random.hpp"
#include "call/refuse_options.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"
#include "http/url.hpp"

namespace USAGEKIT_NAMESPACE::call {

namespace {

ClientOptions completed(ClientOptions options, const Dialect& dialect) {
    if (options.base_url.empty()) options.base_url = dialect.base_url;
    options.transport.reset();  // the engine has it
    if (!options.clock) options.clock = std::make_shared<SystemClock>();
    if (!options.random) options.random = &device_random;
    return options;
}

std::shared_ptr<http::Transport> transport_of(const ClientOptions& options) {
    if (options.transport) return options.transport;
    return std::make_shared<http::CurlTransport>(http::ConnectionOptions{.tls = options.tls, .proxy = options.proxy});
}

/// What a client holds of a service.
struct Connected {
    std::shared_ptr<Engine> engine;
    std::shared_ptr<const Service> service;
};

std::string product(std::string_view caller) {
    const auto own = concat("usagekit/", USAGEKIT_VERSION);
    return caller.empty() ? own : concat(caller, " ", own);
}

}  // namespace

Result<std::string> usable_base_url(const ClientOptions& options) {
    if (options.base_url.empty()) return refusal("no base URL is given", "set ClientOptions::base_url");
    const auto parsed = http::Url::parse(options.base_url);
    if (!parsed) return parsed.assume_error();
    const auto& url = parsed.assume_value();
    if (options.base_url.find_first_of("?#") != std::string::npos) {
        return refusal("the base URL has a query or a fragment", "give scheme, host, port and path only");
    }
    if (!url.is_https() && !url.is_loopback() && !options.allow_plain_http) {
        return refusal(concat("http to ", url.host(), " would show the token to everybody on the way"),
                       "use https, or set ClientOptions::allow_plain_http");
    }
    auto text = url.str();
    while (text.ends_with('/')) text.pop_back();
    return text;
}

Service::Service(const Dialect& dialect, Authorization authorization, const ClientOptions& options, Engine* engine)
    : dialect_(dialect),
      authorization_(std::move(authorization)),
      options_(completed(options, dialect)),
      user_agent_(product(options.user_agent)),
      refusal_(refuse_options(options)),
      engine_(engine),
      retry_tokens_(options.retry_budget),
      pace_(options.rate_limit) {
    auto base = usable_base_url(options_);
    if (base) {
        base_url_ = std::move(base).assume_value();
    } else if (!refusal_) {
        refusal_ = std::move(base).assume_error();
    }
}

std::string Service::url(std::string_view reference) const { return concat(base_url_, reference); }

Result<Secret> Service::authorization() const {
    try {
        return authorization_.source();
    } catch (...) {  // what it says is not repeated: it may hold the token
        return Error{.kind = ErrorKind::authentication,
                     .message = "the credential callback threw an exception",
                     .advice = "let it return an Error that says why there is no token"};
    }
}

std::shared_ptr<const Service> connected(const Dialect& dialect, Service::Authorization authorization,
                                         const ClientOptions& options) {
    auto engine = Engine::of(transport_of(options));
    auto service = std::make_shared<const Service>(dialect, std::move(authorization), options, engine.get());
    const auto* const plain = service.get();
    return {std::make_shared<Connected>(Connected{std::move(engine), std::move(service)}), plain};
}

}  // namespace USAGEKIT_NAMESPACE::call
