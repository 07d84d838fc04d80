#pragma once

#include <cstdint>
#include <string_view>

#include <curl/curl.h>

#include <usagekit/error.hpp>

namespace USAGEKIT_NAMESPACE::http {

/// How far an exchange came: what was under way when it ended.
enum class Phase : std::uint8_t {
    resolving,
    connecting,
    securing,           ///< TLS was being agreed upon.
    sending,            ///< Of the request, not all had been sent.
    waiting,            ///< Of the answer, nothing had come.
    receiving_headers,  ///< Of its header fields, not all had come.
    receiving_body,
};

/// When and where an exchange ended.
struct Moment {
    Phase phase = Phase::resolving;
    std::string_view host{};              ///< Host and port as the URL names them.
    int system_error = 0;                 ///< The errno of a connection that could not be made.
    bool is_limit_of_connecting = false;  ///< Is the limit for connecting shorter than that of the whole exchange?
};

/// What a failed transfer means, when it did not fail at a proxy or at TLS. `text` is what libcurl wrote about this
/// very transfer, empty when it wrote nothing.
[[nodiscard]] Error transfer_error(CURLcode code, std::string_view text, const Moment& moment);

/// `cancelled`: the caller requested a stop at that moment.
[[nodiscard]] Error stopped_error(const Moment& moment);

}  // namespace USAGEKIT_NAMESPACE::http
