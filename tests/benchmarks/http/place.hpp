#pragma once

#include <string>

#include <usagekit/tls.hpp>

namespace bench {

/// A server that `tests/benchmarks/server/start` has started, in one of its ways of speaking.
struct Place {
    std::string name{};      ///< `plain`, `tls` or `h2`.
    std::string base_url{};  ///< Without a slash at its end.
    std::string bundle{};    ///< The system's authorities and that of the server, in a file; empty for `plain`.

    /// The same server, which answers 10 ms later.
    [[nodiscard]] Place slow() const;
    /// What usagekit is given to trust the server.
    [[nodiscard]] usagekit::http::TlsOptions tls() const;
};

/// Plain HTTP/1.1.
[[nodiscard]] Place plain();
/// HTTP/1.1 over TLS.
[[nodiscard]] Place tls();
/// HTTP/2 over TLS.
[[nodiscard]] Place h2();

}  // namespace bench
