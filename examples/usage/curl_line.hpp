#pragma once

#include <string>
#include <string_view>

#include <usagekit/http.hpp>

namespace tool {

/// The text as a word that a POSIX shell reads back as the same text.
[[nodiscard]] std::string shell_word(std::string_view text);

/// A command line that sends the request by curl. Credentials stay masked as they are in the request.
[[nodiscard]] std::string curl_line(const usagekit::http::Request& request);

}  // namespace tool
