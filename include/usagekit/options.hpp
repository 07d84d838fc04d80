#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <usagekit/abi.hpp>
#include <usagekit/clock.hpp>
#include <usagekit/http.hpp>
#include <usagekit/observer.hpp>
#include <usagekit/rate_limit.hpp>
#include <usagekit/retry.hpp>

namespace USAGEKIT_NAMESPACE {

struct CallInfo;

/// How long a call may take. Every limit must be positive.
struct Timeouts {
    std::chrono::milliseconds connect = std::chrono::seconds{5};   ///< Name resolution, TCP and TLS of one connection.
    std::chrono::milliseconds attempt = std::chrono::seconds{30};  ///< One request and its answer.
    std::chrono::milliseconds call = std::chrono::seconds{60};     ///< The whole call: requests, waits, all.

    bool operator==(const Timeouts&) const = default;
};

/// Which redirects are followed: GET on 301, 302, 303, 307 and 308, other methods on 307 and 308 (RFC 9110 section
/// 15.4), and only within the origin (scheme, host, port) of the base URL, or to one that is named here. Never from
/// https to http.
struct RedirectPolicy {
    int limit = 5;  ///< Redirects per request; 0 follows none.
    /// Other origins that a redirect may lead to, `https://files.example.com` for example. Once a call has been led to
    /// one of them, it sends neither the credential nor `CallOptions::headers` any more, wherever it is led next. The
    /// client certificate of `ClientOptions::tls` is given to those that ask for one.
    std::vector<std::string> origins{};

    bool operator==(const RedirectPolicy&) const = default;
};

/// How much an answer may differ from the contract. The whole of it must be valid JSON in any case.
enum class Strictness : std::uint8_t {
    lenient,  ///< Unknown members are skipped.
    strict,   ///< Unknown members are `decode` errors.
};

/// What all calls of a client have in common.
struct ClientOptions {
    /// Where the service is; empty means the provider's production host. A path is kept as a prefix. User
    /// information, a query and a fragment are refused.
    std::string base_url{};
    Timeouts timeouts{};                          ///< How long calls may take.
    RetryPolicy retry{};                          ///< Which requests are sent again, and when.
    RetryBudget retry_budget{};                   ///< How many are, over all calls of the client and its copies.
    RateLimit rate_limit{};                       ///< How many requests are sent in a time, over all calls.
    RedirectPolicy redirects{};                   ///< Which redirects are followed.
    http::TlsOptions tls{};                       ///< Whom connections trust. Not together with `transport`.
    http::ProxyOptions proxy{};                   ///< What is asked through. Not together with `transport`.
    http::Limits limits{};                        ///< How large answers may be.
    std::size_t json_depth = 1000;                ///< How deep JSON may be nested, 1 to 1000; deeper is `decode`.
    Strictness strictness = Strictness::lenient;  ///< How much answers may differ from the contract.
    /// Stands before this library's own product in the User-Agent field, `my-app/1.2` for example.
    std::string user_agent{};
    /// Allows `http://` to hosts other than loopback, where everybody on the way can read the token.
    bool allow_plain_http = false;
    Observer observer{};         ///< Is told what happens; empty for nobody.
    ObservedContent observed{};  ///< What of headers and bodies it sees.
    /// Sends the requests; null means a `CurlTransport` of the client's own. Clients may share one.
    std::shared_ptr<http::Transport> transport{};
    /// Where the time comes from; null means this machine's clock.
    std::shared_ptr<Clock> clock{};
    /// Where back-off and idempotency keys are taken from; empty means this machine's random device.
    RandomSource random{};
};

/// What one call does differently from its client.
struct CallOptions {
    /// Replaces `Timeouts::call`.
    std::optional<std::chrono::milliseconds> timeout{};
    /// Replaces `ClientOptions::retry`.
    std::optional<RetryPolicy> retry{};
    /// Ends the call as `cancelled` when a stop is requested: in an exchange or a wait within 0.1 s. A result that is
    /// there already is given.
    std::stop_token stop{};
    /// The Idempotency-Key of a call that the service takes one with: 1 to 255 visible ASCII characters. Left out, each
    /// call makes one of its own, a random UUID. Give one to repeat a call whose result is not known. A call that the
    /// service takes none with refuses it as `invalid_request`.
    std::optional<std::string> idempotency_key{};
    /// Sent besides the call's own. Fields that are not for a caller to set (Authorization, Accept, Host,
    /// Content-Length and the like) are refused as `invalid_request`.
    http::Headers headers{};
    /// Filled when the call has ended, well or not. It must live until then.
    CallInfo* info = nullptr;
};

}  // namespace USAGEKIT_NAMESPACE
