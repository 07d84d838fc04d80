#include "core/period.hpp"

#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::sys_days;

/// Can RFC 3339 spell it?
bool exists(Date day) {
    return day.ok() && day.year() >= std::chrono::year{0} && day.year() <= std::chrono::year{9999};
}
bool exists(Timestamp time) {
    using namespace std::chrono_literals;
    return time >= sys_days(0y / 1 / 1) && time < sys_days(10000y / 1 / 1);
}

std::optional<Error> refuse(const Bound& bound) {
    if (!bound.time || std::visit([](auto time) { return exists(time); }, *bound.time)) return std::nullopt;
    return refusal(concat(bound.name, " is ", to_string(*bound.time), ", which does not exist"),
                   "give a day of the calendar, in the years 0 to 9999");
}

sys_days day_of(const DateOrTimestamp& time) {
    if (const auto* moment = std::get_if<Timestamp>(&time)) return floor<days>(*moment);
    return sys_days(std::get<Date>(time));
}

/// Both must exist. What a service takes a day for, its beginning or its end, is left to it.
bool can_follow(const DateOrTimestamp& start, const DateOrTimestamp& end) {
    return start.index() == end.index() ? start < end : day_of(start) <= day_of(end);
}

}  // namespace

std::optional<Error> refuse_period(const Bound& start, const Bound& end) {
    for (const auto* bound : {&start, &end}) {
        if (auto error = refuse(*bound)) return error;
    }
    if (!start.time || !end.time || can_follow(*start.time, *end.time)) return std::nullopt;
    return refusal(
        concat(end.name, " (", to_string(*end.time), ") is not after ", start.name, " (", to_string(*start.time), ")"),
        "let the period end after its start");
}

}  // namespace USAGEKIT_NAMESPACE
