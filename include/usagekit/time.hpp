#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

#include <usagekit/abi.hpp>
#include <usagekit/result.hpp>

namespace USAGEKIT_NAMESPACE {

/// A moment in UTC, to the microsecond.
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

/// A calendar day, in no particular time zone.
using Date = std::chrono::year_month_day;

/// A whole day or a moment, where a service takes either. A day is written `2024y / January / 31`: a `sys_days` could
/// mean either, and does not compile.
using DateOrTimestamp = std::variant<Date, Timestamp>;

/// Reads an RFC 3339 date-time such as `2024-08-01T13:50:48.988681Z` or `2024-08-01T15:50:48+02:00`.
///
/// Digits beyond the microsecond are cut off; a leap second (23:59:60 UTC), with any fraction, is the first moment of
/// the next minute.
/// Gives `invalid_request` for any other text, for a day or time that does not exist, and for a moment whose year in
/// UTC is not 0000 to 9999.
[[nodiscard]] USAGEKIT_EXPORT Result<Timestamp> parse_timestamp(std::string_view text);

/// Reads an RFC 3339 full-date such as `2024-01-31`. Gives `invalid_request` for other text or no such day.
[[nodiscard]] USAGEKIT_EXPORT Result<Date> parse_date(std::string_view text);

/// RFC 3339 in UTC, `2024-08-01T13:50:48.988681Z`: a fraction of six digits, or none when it is zero.
/// `parse_timestamp` reads it back for the years 0000 to 9999, which are all that RFC 3339 can spell.
[[nodiscard]] USAGEKIT_EXPORT std::string to_string(Timestamp time);

/// RFC 3339 full-date, `2024-01-31`.
[[nodiscard]] USAGEKIT_EXPORT std::string to_string(Date date);

/// The one of the two that it is.
[[nodiscard]] USAGEKIT_EXPORT std::string to_string(const DateOrTimestamp& time);

}  // namespace USAGEKIT_NAMESPACE
