#pragma once

#include <optional>
#include <string_view>

#include <curl/curl.h>

#include <usagekit/error.hpp>

#include "http/curl_error.hpp"

namespace USAGEKIT_NAMESPACE::http {

/// What a transfer that failed at its answer means: one that broke off after its first byte, is framed wrongly or is
/// larger than libcurl takes. Nothing when it failed at something else. `text` is libcurl's own about this transfer.
[[nodiscard]] std::optional<Error> answer_error(CURLcode code, std::string_view text, Phase phase);

}  // namespace USAGEKIT_NAMESPACE::http
