#include "http/date.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <curl/curl.h>

namespace USAGEKIT_NAMESPACE::http {

namespace {

/// libcurl takes much else for a date, `20` or `Monday` for example.
bool has_form_of_date(std::string_view text) {
    static constexpr std::array days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::size_t longest = 40;
    const auto begins_with = [&](const char* day) { return text.starts_with(day); };
    return text.size() <= longest && std::any_of(days.begin(), days.end(), begins_with)
           && std::count(text.begin(), text.end(), ':') == 2;
}

}  // namespace

std::optional<std::chrono::sys_seconds> parse_date(std::string_view text) {
    if (!has_form_of_date(text)) return std::nullopt;
    const auto seconds = curl_getdate(std::string(text).c_str(), nullptr);
    if (seconds == -1) return std::nullopt;
    return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
}

}  // namespace USAGEKIT_NAMESPACE::http
