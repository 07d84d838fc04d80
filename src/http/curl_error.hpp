#pragma once

#include <cstdint>
#include <string_view>

#include <curl/curl.h>

#include <usagekit/error.hpp>

namespace usagekit::http {

/// How far a transfer came.
enum class Phase : std::uint8_t { connecting, receiving_headers, receiving_body };

/// What a failed transfer means, when it did not fail at a proxy or at TLS. `text` is what libcurl wrote about this
/// very transfer, empty when it wrote nothing.
[[nodiscard]] Error transfer_error(CURLcode code, std::string_view text, Phase phase);

}  // namespace usagekit::http
