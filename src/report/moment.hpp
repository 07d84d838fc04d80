#pragma once

#include <chrono>
#include <variant>

#include <usagekit/time.hpp>

namespace USAGEKIT_NAMESPACE {

/// The moment that it is; of a day its begin, midnight UTC.
[[nodiscard]] inline Timestamp moment_of(const DateOrTimestamp& time) {
    if (const auto* const date = std::get_if<Date>(&time)) return std::chrono::sys_days(*date);
    return std::get<Timestamp>(time);
}

}  // namespace USAGEKIT_NAMESPACE
