#pragma once

#include <string_view>

#include <usagekit/time.hpp>

namespace USAGEKIT_NAMESPACE {

/// `parse_timestamp` without an error to build: false, and `time` untouched, when the text is refused.
[[nodiscard]] bool read_timestamp(std::string_view text, Timestamp& time) noexcept;

/// `parse_date` without an error to build: false, and `date` untouched, when the text is refused.
[[nodiscard]] bool read_date(std::string_view text, Date& date) noexcept;

}  // namespace USAGEKIT_NAMESPACE
