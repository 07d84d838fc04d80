#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <usagekit/time.hpp>

#include "core/time_text.hpp"

using namespace std::chrono_literals;
using usagekit::Date;
using usagekit::ErrorKind;
using usagekit::parse_date;
using usagekit::parse_timestamp;
using usagekit::Timestamp;
using usagekit::to_string;

namespace {

Timestamp since_1970(std::int64_t microseconds) { return Timestamp(std::chrono::microseconds(microseconds)); }

}  // namespace

TEST_CASE("a date-time is read as a moment in UTC") {
    struct Row {
        std::string_view text;
        std::int64_t microseconds;
    };
    constexpr Row rows[] = {
        {"1970-01-01T00:00:00Z", 0},
        {"2024-08-01T13:50:48Z", 1'722'520'248'000'000},
        {"2024-08-01t13:50:48z", 1'722'520'248'000'000},
        {"2024-08-01T13:50:48.988681Z", 1'722'520'248'988'681},
        {"2024-08-01T13:50:48+00:00", 1'722'520'248'000'000},
        {"2024-08-01T13:50:48-00:00", 1'722'520'248'000'000},
        {"2024-08-01T15:50:48+02:00", 1'722'520'248'000'000},
        {"2024-08-01T08:20:48-05:30", 1'722'520'248'000'000},
        {"2024-08-02T13:49:48+23:59", 1'722'520'248'000'000},
        {"2024-07-31T13:51:48-23:59", 1'722'520'248'000'000},
        {"2000-02-29T00:00:00Z", 951'782'400'000'000},
        {"1969-12-31T23:59:59Z", -1'000'000},
        {"1969-12-31T23:59:59.999999Z", -1},
        {"1900-01-01T00:00:00Z", -2'208'988'800'000'000},
        {"0000-01-01T00:00:00Z", -62'167'219'200'000'000},
        {"9999-12-31T23:59:59.999999Z", 253'402'300'799'999'999},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(parse_timestamp(row.text).value().time_since_epoch().count() == row.microseconds);
    }
}

TEST_CASE("a fraction has any number of digits, of which six count") {
    struct Row {
        std::string_view fraction;
        std::int64_t microseconds;
    };
    constexpr Row rows[] = {
        {".9", 900'000},         {".98", 980'000},     {".988", 988'000},     {".9886", 988'600},
        {".98868", 988'680},     {".988681", 988'681}, {".9886819", 988'681}, {".98868199", 988'681},
        {".988681999", 988'681}, {".000001", 1},       {".0000009", 0},       {".99999999999999999999999999", 999'999},
    };
    for (const auto& row : rows) {
        CAPTURE(row.fraction);
        const auto text = std::string("1970-01-01T00:00:00").append(row.fraction);
        CHECK(parse_timestamp(text + "Z").value() == since_1970(row.microseconds));
        CHECK(parse_timestamp(text + "-01:00").value() == since_1970(row.microseconds) + 1h);
    }
}

TEST_CASE("a leap second is the first moment of the next minute") {
    const auto midnight = parse_timestamp("2017-01-01T00:00:00Z").value();
    for (const std::string_view text : {
             "2016-12-31T23:59:60Z",
             "2016-12-31T23:59:60.999999Z",
             "2017-01-01T00:59:60+01:00",
             "2016-12-31T18:29:60-05:30",
         }) {
        CAPTURE(text);
        CHECK(parse_timestamp(text).value() == midnight);
    }
}

TEST_CASE("a date-time that does not exist is refused") {
    for (const std::string_view text : {
             "2024-02-30T00:00:00Z",      "2023-02-29T00:00:00Z",      "1900-02-29T00:00:00Z",
             "2024-00-01T00:00:00Z",      "2024-13-01T00:00:00Z",      "2024-01-00T00:00:00Z",
             "2024-01-32T00:00:00Z",      "2024-01-01T24:00:00Z",      "2024-01-01T00:60:00Z",
             "2024-01-01T00:00:61Z",      "2024-01-01T00:00:00+24:00", "2024-01-01T00:00:00-00:60",
             "2024-01-01T00:00:60Z",      "2024-01-01T12:59:60Z",      "2016-12-31T23:58:60Z",
             "2016-12-31T23:59:60+01:00", "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:00-00:01",
             "9999-12-31T23:59:60Z",
         }) {
        CAPTURE(text);
        const auto result = parse_timestamp(text);
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_request);
        CHECK(result.error().message == '"' + std::string(text) + "\" is not a date-time that exists");
        CHECK(result.error().advice == "write it as 2024-08-01T13:50:48Z");
    }
}

TEST_CASE("text that is not a date-time is refused") {
    using namespace std::string_view_literals;
    for (const auto text : {
             ""sv,
             "x"sv,
             "2024-08-01"sv,
             "2024-08-01T"sv,
             "2024-08-01T13:50Z"sv,
             "2024-08-01T13:50:48"sv,
             "2024-08-01 13:50:48Z"sv,
             "2024-08-01T13:50:48 Z"sv,
             " 2024-08-01T13:50:48Z"sv,
             "2024-08-01T13:50:48Z "sv,
             "2024-08-01T13:50:48Z\0"sv,
             "2024-08-01T13:50:48ZZ"sv,
             "2024-08-01T13:50:48.Z"sv,
             "2024-08-01T13:50:48.+01:00"sv,
             "2024-08-01T13:50:48,5Z"sv,
             "2024-08-01T13:50:48.5"sv,
             "2024-08-01T13:50:4802:00"sv,
             "2024-08-01T13:50:48+0200"sv,
             "2024-08-01T13:50:48+02"sv,
             "2024-08-01T13:50:48+2:00"sv,
             "2024-08-01T13:50:48+02:00Z"sv,
             "2024-08-01T13:50:48+-2:00"sv,
             "2024-8-01T13:50:48Z"sv,
             "2024-08-1T13:50:48Z"sv,
             "24-08-01T13:50:48Z"sv,
             "+2024-08-01T13:50:48Z"sv,
             "-2024-08-01T13:50:48Z"sv,
             "12024-08-01T13:50:48Z"sv,
             "2024/08/01T13:50:48Z"sv,
             "20240801T135048Z"sv,
             "2024-08-01T13:50:4xZ"sv,
             "2024-08-01T13:50:/8Z"sv,
             "2024-08-01T13:50::8Z"sv,
             "2024-08-01T13.50.48Z"sv,
             "Thu, 01 Aug 2024 13:50:48 GMT"sv,
         }) {
        const std::string shown(text);
        CAPTURE(shown);
        const auto result = parse_timestamp(text);
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_request);
        CHECK(result.error().message.ends_with("\" is not an RFC 3339 date-time"));
    }
}

TEST_CASE("a refused text leaves the moment and the date as they were") {
    auto time = since_1970(5);
    CHECK(!usagekit::read_timestamp("2024-02-30T00:00:00Z", time));
    CHECK(time == since_1970(5));
    Date date = 2024y / 1 / 31;
    CHECK(!usagekit::read_date("2024-02-30", date));
    CHECK(date == 2024y / 1 / 31);
}

TEST_CASE("a refusal shows a short text whole and a long one not at all, and no control characters in it") {
    CHECK(parse_date("x\n").error().message == R"("x\n" is not an RFC 3339 date)");
    CHECK(parse_timestamp(std::string(1000, '1')).error().message
          == "a text of 1000 bytes is not an RFC 3339 date-time");
}

TEST_CASE("a date is read as a calendar day") {
    CHECK(parse_date("2024-01-31").value() == 2024y / 1 / 31);
    CHECK(parse_date("2024-02-29").value() == 2024y / 2 / 29);
    CHECK(parse_date("0000-01-01").value() == 0y / 1 / 1);
    CHECK(parse_date("9999-12-31").value() == 9999y / 12 / 31);
}

TEST_CASE("a date that does not exist is refused") {
    for (const std::string_view text : {
             "2024-02-30",
             "2023-02-29",
             "2100-02-29",
             "2024-04-31",
             "2024-00-10",
             "2024-13-10",
             "2024-10-00",
             "2024-10-32",
         }) {
        CAPTURE(text);
        const auto result = parse_date(text);
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_request);
        CHECK(result.error().message == '"' + std::string(text) + "\" is not a date that exists");
        CHECK(result.error().advice == "write it as 2024-01-31");
    }
}

TEST_CASE("text that is not a date is refused") {
    using namespace std::string_view_literals;
    for (const auto text : {
             ""sv,
             "2024"sv,
             "2024-01"sv,
             "2024-1-31"sv,
             "2024-01-3"sv,
             "2024-01-310"sv,
             "20240131"sv,
             "2024-01-31T00:00:00Z"sv,
             " 2024-01-31"sv,
             "2024-01-31 "sv,
             "2024-01-31\0"sv,
             "-024-01-31"sv,
             "2024-01-+1"sv,
         }) {
        const std::string shown(text);
        CAPTURE(shown);
        const auto result = parse_date(text);
        REQUIRE(!result);
        CHECK(result.error().message.ends_with("\" is not an RFC 3339 date"));
    }
}

TEST_CASE("a moment is written in UTC, with six digits of fraction or none") {
    struct Row {
        std::int64_t microseconds;
        std::string_view text;
    };
    constexpr Row rows[] = {
        {0, "1970-01-01T00:00:00Z"},
        {1, "1970-01-01T00:00:00.000001Z"},
        {-1, "1969-12-31T23:59:59.999999Z"},
        {-1'000'000, "1969-12-31T23:59:59Z"},
        {-86'400'000'000, "1969-12-31T00:00:00Z"},
        {-86'400'000'001, "1969-12-30T23:59:59.999999Z"},
        {1'722'520'248'988'681, "2024-08-01T13:50:48.988681Z"},
        {1'722'520'248'900'000, "2024-08-01T13:50:48.900000Z"},
        {-62'167'219'200'000'000, "0000-01-01T00:00:00Z"},
        {253'402'300'799'999'999, "9999-12-31T23:59:59.999999Z"},
        {253'402'300'800'000'000, "10000-01-01T00:00:00Z"},
        {-62'167'219'200'000'001, "-0001-12-31T23:59:59.999999Z"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(to_string(since_1970(row.microseconds)) == row.text);
    }
}

TEST_CASE("the first and the last moment there are can be written") {
    CHECK(to_string(Timestamp::max()) == "294247-01-10T04:00:54.775807Z");
    CHECK(to_string(Timestamp::min()) == "-290308-12-21T19:59:05.224192Z");
}

TEST_CASE("a date is written as a full-date") {
    CHECK(to_string(Date(2024y / 1 / 31)) == "2024-01-31");
    CHECK(to_string(Date(0y / 1 / 1)) == "0000-01-01");
    CHECK(to_string(Date(9999y / 12 / 31)) == "9999-12-31");
    CHECK(to_string(Date(2024y / 2 / 30)) == "2024-02-30");
}

TEST_CASE("what is written is read back") {
    std::mt19937_64 random(20240801);
    std::uniform_int_distribution<std::int64_t> any(-62'167'219'200'000'000, 253'402'300'799'999'999);
    for (int i = 0; i < 20'000; ++i) {
        const auto time = since_1970(any(random));
        REQUIRE(parse_timestamp(to_string(time)).value() == time);
    }
}

TEST_CASE("every day of RFC 3339 is written and read back") {
    const std::chrono::sys_days last = 9999y / 12 / 31;
    for (std::chrono::sys_days day = 0y / 1 / 1; day <= last; day += std::chrono::days(1)) {
        const Date date = day;
        const auto text = to_string(date);
        REQUIRE(parse_date(text).value() == date);
    }
}
