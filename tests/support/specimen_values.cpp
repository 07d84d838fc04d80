#include "specimen_values.hpp"

#include <chrono>
#include <iterator>
#include <limits>
#include <optional>

using namespace std::chrono;
using namespace std::string_literals;

namespace specimen {

namespace {

/// One of the values, or nothing, which is as likely as each of them.
template <class T, std::size_t Count>
std::optional<T> pick(const T (&values)[Count], std::size_t number) {
    const auto index = number % (Count + 1);
    if (index == Count) return std::nullopt;
    return values[index];
}

}  // namespace

std::string text(std::size_t number) {
    static const std::string beginnings[] = {
        "plain ",        "\"quoted\" ", R"(back\slash\)", "line\nbreak\r\n\t\b\f",
        "\x01\x1f\x7f ", "NUL\0NUL "s,  "</a&b> {?c}",    "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80 ",
        " 0 ",           "null, ",
    };
    const auto beginning = pick(beginnings, number);
    return beginning ? *beginning + std::to_string(number) : std::string();
}

std::int64_t count(std::size_t number) {
    using Limits = std::numeric_limits<std::int64_t>;
    static constexpr std::int64_t counts[] = {
        Limits::min(), Limits::max(), Limits::min() + 1, Limits::max() - 1, 0, -1, (std::int64_t{1} << 53) + 1,
    };
    return pick(counts, number).value_or(static_cast<std::int64_t>(number));
}

usagekit::Decimal decimal(std::size_t number) {
    static const std::string decimals[] = {
        "1234567890123456789012345678901234567890",
        "0.10",
        "-0.5",
        "1e-7",
        "29.00",
        "-0",
        "0.000",
        "1E+9999",
        "007.50",
        "-1234567890123456789.01234567890123456789",
    };
    return usagekit::Decimal::parse(pick(decimals, number).value_or(std::to_string(number) + ".25")).value();
}

usagekit::Timestamp timestamp(std::size_t number) {
    static const usagekit::Timestamp timestamps[] = {
        sys_days{0y / January / 1},
        sys_days{9999y / December / 31} + 23h + 59min + 59s + 999999us,
        sys_days{1969y / December / 31} + 23h + 59min + 59s + 999999us,
        sys_days{2024y / February / 29} + 12h + 1us,
        sys_days{1970y / January / 1},
        sys_days{2024y / August / 1} + 13h + 50min + 48s + 988681us,
    };
    return pick(timestamps, number).value_or(sys_days{2024y / January / 1} + microseconds{1000003 * number});
}

usagekit::Date date(std::size_t number) {
    static constexpr usagekit::Date dates[] = {
        2024y / February / 29, 2000y / February / 29, 1900y / February / 28,
        0y / January / 1,      9999y / December / 31, 1970y / January / 1,
    };
    return pick(dates, number).value_or(sys_days{2024y / January / 1} + days{number % 366});
}

usagekit::RawJson json(std::size_t number) {
    static const std::string documents[] = {
        "null",
        "true",
        "false",
        "{}",
        "[]",
        R"("")",
        "29.00",
        "-1e-7",
        "1234567890123456789012345678901234567890",
        "1e400",
        R"("\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00")",
        R"({"a": [1, {"b": null, "c": [[], {}]}], "": "\u0000"})",
        R"([[[[1.0, "x"]]], {"a":{"a":{"a":0.10}}}])",
    };
    const auto other = R"({"number":)" + std::to_string(number) + "}";
    return usagekit::RawJson::parse(pick(documents, number).value_or(other)).value();
}

}  // namespace specimen
