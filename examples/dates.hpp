#pragma once

#include <string_view>

#include <usagekit/result.hpp>
#include <usagekit/time.hpp>

namespace examples {

/// Reads `2024-01-31` as a day, and anything longer as a moment.
inline usagekit::Result<usagekit::DateOrTimestamp> parse_date_or_timestamp(std::string_view text) {
    const auto widened = [](const auto& result) -> usagekit::Result<usagekit::DateOrTimestamp> {
        if (!result) return result.error();
        return result.value();
    };
    const bool is_date = text.size() <= std::string_view("2024-01-31").size();
    return is_date ? widened(usagekit::parse_date(text)) : widened(usagekit::parse_timestamp(text));
}

}  // namespace examples
