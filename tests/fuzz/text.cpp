// Small texts: moments, days, decimals, and how long a service asks to wait (the second line is its Date field).
#include <usagekit/decimal.hpp>
#include <usagekit/time.hpp>

#include "fuzz.hpp"
#include "http/date.hpp"

using namespace usagekit;
using namespace std::chrono;

namespace {

void check_time(const std::string& text) {
    if (const auto time = parse_timestamp(text)) {
        const auto again = parse_timestamp(to_string(time.assume_value()));
        fuzz::require(again && again.assume_value() == time.assume_value(), "a moment is read as it is written");
    }
    if (const auto date = parse_date(text)) {
        fuzz::require(to_string(date.assume_value()) == text, "a day is written as it is read");
    }
}

void check_decimal(const std::string& text) {
    const auto parsed = Decimal::parse(text);
    if (!parsed) return;
    const auto& decimal = parsed.assume_value();
    fuzz::require(decimal.str() == text, "a decimal keeps its text");
    const auto doubled = decimal + decimal;
    fuzz::require(doubled - decimal == decimal && doubled - doubled == 0, "arithmetic is exact");
    fuzz::require((doubled <=> decimal) == (decimal <=> 0), "comparison is by value");
    fuzz::require(Decimal::parse(doubled.str()).has_value(), "a computed decimal can be read");
    fuzz::require(Decimal::parse(decimal.rounded(2).str()).has_value(), "a rounded decimal can be read");
    if (const auto count = decimal.to_int64()) fuzz::require(count.assume_value() == decimal, "an integer is exact");
    (void)decimal.to_double();
}

void check_wait(const std::string& text) {
    const auto [wait, date] = fuzz::first_line_and_rest(text);
    for (const auto& headers :
         {http::Headers{{"Retry-After", text}}, http::Headers{{"Retry-After", wait}, {"Date", date}}}) {
        const auto time = call::retry_after(headers, sys_days{2024y / August / 1});
        fuzz::require(!time || (*time >= 0s && *time <= years{1}), "a wait is between nothing and a year");
    }
    (void)http::parse_date(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text(data, size);
    check_time(text);
    check_decimal(text);
    check_wait(text);
    return 0;
}
