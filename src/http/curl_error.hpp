#pragma once

#include <string_view>

#include <curl/curl.h>

#include <usagekit/error.hpp>

namespace usagekit::http {

/// What a failed transfer means. `text` is what libcurl wrote about this very transfer, empty when it wrote nothing.
[[nodiscard]] Error transfer_error(CURLcode code, std::string_view text);

}  // namespace usagekit::http
