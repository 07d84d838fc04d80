#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <usagekit/http.hpp>

namespace usagekit {

struct CallInfo;

/// How long a call may take. Every limit must be positive.
struct Timeouts {
    std::chrono::milliseconds connect = std::chrono::seconds{5};   ///< Name resolution, TCP and TLS of one connection.
    std::chrono::milliseconds attempt = std::chrono::seconds{30};  ///< One request and its answer.
    std::chrono::milliseconds call = std::chrono::seconds{60};     ///< The whole call, over all its requests.

    bool operator==(const Timeouts&) const = default;
};

/// Which redirects are followed: GET on 301, 302, 303, 307 and 308, other methods on 307 and 308 (RFC 9110 section
/// 15.4), and only within the origin (scheme, host, port) that the call began with.
struct RedirectPolicy {
    int limit = 5;  ///< Redirects per request; 0 follows none.

    bool operator==(const RedirectPolicy&) const = default;
};

/// How much an answer may differ from the contract.
enum class Strictness : std::uint8_t {
    lenient,  ///< Unknown members are skipped without being looked at.
    strict,   ///< Unknown members are `decode` errors; nothing is skipped, so all of the document is checked.
};

/// What all calls of a client have in common.
struct ClientOptions {
    /// Where the service is; empty means the provider's production host. A path is kept as a prefix. User
    /// information, a query and a fragment are refused.
    std::string base_url{};
    Timeouts timeouts{};                          ///< How long calls may take.
    RedirectPolicy redirects{};                   ///< Which redirects are followed.
    http::Limits limits{};                        ///< How large answers may be.
    Strictness strictness = Strictness::lenient;  ///< How much answers may differ from the contract.
    /// Stands before this library's own product in the User-Agent field, `my-app/1.2` for example.
    std::string user_agent{};
    /// Allows `http://` to hosts other than loopback, where everybody on the way can read the token.
    bool allow_plain_http = false;
    /// Sends the requests; null means a `CurlTransport` of the client's own. Clients may share one.
    std::shared_ptr<http::Transport> transport{};
};

/// What one call does differently from its client.
struct CallOptions {
    /// Replaces `Timeouts::call`.
    std::optional<std::chrono::milliseconds> timeout{};
    /// The Idempotency-Key of a call that the service takes one with: 1 to 255 visible ASCII characters. Left out, each
    /// call makes one of its own, a random UUID. Give one to repeat a call whose result is not known. A call that the
    /// service takes none with refuses it as `invalid_request`.
    std::optional<std::string> idempotency_key{};
    /// Sent besides the call's own. Fields that the library sets itself (Authorization, Accept, Host, Content-Length
    /// and the like) are refused as `invalid_request`.
    http::Headers headers{};
    /// Filled when the call has ended, well or not. It must live until then.
    CallInfo* info = nullptr;
};

}  // namespace usagekit
