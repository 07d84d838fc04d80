#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include <usagekit/abi.hpp>
#include <usagekit/headers.hpp>
#include <usagekit/proxy.hpp>
#include <usagekit/result.hpp>
#include <usagekit/tls.hpp>

namespace USAGEKIT_NAMESPACE::call {
class Engine;
}

namespace USAGEKIT_NAMESPACE::http {

class Multiplexer;

/// How much of an answer is taken before it is refused as `too_large`.
struct Limits {
    /// Bytes of the body, after decompression. The body of an answer other than success is dropped
    /// then, and the answer kept.
    std::size_t body = std::size_t{64} << 20;
    /// Bytes of all header lines together; libcurl takes no single one of more than about 100 kB.
    std::size_t headers = std::size_t{256} << 10;

    bool operator==(const Limits&) const = default;
};

/// One request, ready to be sent.
struct Request {
    std::string method = "GET";  ///< As it is sent (RFC 9110 section 9).
    std::string url{};           ///< Absolute, http or https.
    Headers headers{};           ///< Sent as they are, besides Host, Accept-Encoding and the body's length.
    std::string body{};          ///< Sent as it is; empty for none.
    std::chrono::milliseconds connect_timeout = std::chrono::seconds{5};  ///< For name resolution, TCP and TLS.
    std::chrono::milliseconds timeout = std::chrono::seconds{30};         ///< For the whole exchange.
    Limits limits{};                                                      ///< For the answer.
    bool is_measured = true;  ///< Are timings, byte counts and new connections wanted? Else they may be left out.
    std::stop_token stop{};   ///< Ends the exchange, as `cancelled`, as soon as it is requested.
};

/// Writes the request line, the headers and the body, one a line. The values of headers whose name says that
/// they carry a credential (Authorization, Cookie, X-Api-Key and the like) are written as `***`.
USAGEKIT_EXPORT std::ostream& operator<<(std::ostream& out, const Request& request);

/// When the parts of an exchange were done, counted from its start. A part that did not take place, on a connection
/// that was there already for example, is zero or next to it.
struct Timings {
    std::chrono::microseconds resolved{};    ///< The host name was resolved.
    std::chrono::microseconds connected{};   ///< The connection stood.
    std::chrono::microseconds secured{};     ///< TLS stood.
    std::chrono::microseconds first_byte{};  ///< The first byte of the answer was there.
    std::chrono::microseconds total{};       ///< All of it was there.
};

/// One complete answer, whatever its status.
struct Response {
    int status = 0;      ///< As in the status line (RFC 9110 section 15).
    Headers headers{};   ///< Without those of informational answers and trailers.
    std::string body{};  ///< After decompression.
};

/// What came of sending one request, and what it took, also when no answer came.
struct Exchange {
    Result<Response> answer;          ///< The whole answer, or why there is none.
    Timings timings{};                ///< When its parts were there.
    std::int64_t bytes_sent = 0;      ///< Header and body bytes as they went over the connection.
    std::int64_t bytes_received = 0;  ///< Header and body bytes as they came over the connection.
    int connections_opened = 0;       ///< 0 when a connection of before was used again.
};

/// Sends one request and gives the one answer to it. It follows no redirect, repeats nothing and knows no JSON: that
/// is done above it, the same for every transport.
///
/// Implement it to send requests another way, or to answer them in a test: `return {.answer = response};` is enough.
/// `send` may be called from several threads at once. The destructor must not run while a call is under way; a call
/// keeps its client's transport alive. So `send` must not destroy the last client of its own transport.
class USAGEKIT_EXPORT Transport {
public:
    Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
    virtual ~Transport() = default;

    /// Blocks until the answer is complete, at most `Request::timeout`, or until `Request::stop` is requested. Gives
    /// `network`, `tls`, `timeout`, `protocol`, `too_large`, `cancelled` or `invalid_request`, with message, detail and
    /// advice; the call adds method, URL and attempts. Only an error with `is_transient` is worth another attempt.
    /// When it throws, the call ends as `network`.
    [[nodiscard]] virtual Exchange send(const Request& request) = 0;

private:
    friend class call::Engine;

    // what sends calls by this transport, while there is a client that does
    std::mutex engine_mutex_{};
    std::weak_ptr<call::Engine> engine_{};
};

/// How a `CurlTransport` connects.
struct ConnectionOptions {
    TlsOptions tls{};      ///< Whom it trusts, and as whom it introduces itself.
    ProxyOptions proxy{};  ///< What it asks through.

    bool operator==(const ConnectionOptions&) const = default;
};

/// The transport that every client uses unless it is given another: libcurl with a pool of connections that are used
/// again. TLS certificates are verified. A loopback host is never asked through a proxy.
///
/// After `fork()` a child process starts with connections of its own, and leaves its parent's alone. A peer that closes
/// the connection raises no SIGPIPE; no signal handler is installed.
class USAGEKIT_EXPORT CurlTransport final : public Transport {
public:
    /// Makes no connection yet. Options that cannot be used (a file that cannot be read, a proxy URL that is none) make
    /// every `send` give `invalid_request`.
    explicit CurlTransport(const ConnectionOptions& options = {});
    ~CurlTransport() override;

    /// On a connection that is idle, else on a new one. Header fields that could not be sent as they are give
    /// `invalid_request`.
    [[nodiscard]] Exchange send(const Request& request) override;

private:
    friend class Multiplexer;
    class Connections;

    [[nodiscard]] std::optional<Error> refusal(const Request& request) const;

    std::unique_ptr<Connections> connections_;
};

}  // namespace USAGEKIT_NAMESPACE::http
