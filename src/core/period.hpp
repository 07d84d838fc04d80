#pragma once

#include <optional>
#include <string_view>

#include <usagekit/error.hpp>
#include <usagekit/time.hpp>

namespace USAGEKIT_NAMESPACE {

/// One end of a period in a request: what the service calls it, and the day or moment, when there is one.
struct Bound {
    std::string_view name;
    std::optional<DateOrTimestamp> time;
};

/// `invalid_request` for a day that does not exist, a year that RFC 3339 cannot spell (0000 to 9999), and an end that
/// is not after the start. A day and a moment are compared by their days in UTC: they may be the same one.
[[nodiscard]] std::optional<Error> refuse_period(const Bound& start, const Bound& end);

}  // namespace USAGEKIT_NAMESPACE
