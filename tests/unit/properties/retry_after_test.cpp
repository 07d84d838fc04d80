// What holds for whatever a service asks to wait.
#include <doctest/doctest.h>

#include "call/status.hpp"
#include "mutation.hpp"

using namespace usagekit;
using namespace std::chrono;

TEST_CASE("whatever a Retry-After field says, it is no wait, or one between nothing and a year") {
    const std::vector<std::string> values = {"120",
                                             "0",
                                             "-1",
                                             "99999999999999999999",
                                             "1.5",
                                             " 7 ",
                                             "Thu, 01 Aug 2024 13:50:48 GMT",
                                             "Thursday, 01-Aug-24 13:50:48 GMT",
                                             "Thu Aug  1 13:50:48 2024",
                                             "Fri, 31 Dec 9999 23:59:59 GMT",
                                             "Sat, 01 Jan 0000 00:00:00 GMT"};
    const std::vector<system_clock::time_point> moments = {
        sys_days{2024y / August / 1} + 13h, {}, system_clock::time_point::min(), system_clock::time_point::max()};
    Mutation random(1);
    int waits = 0;
    for (int i = 0; i < 50'000; ++i) {
        const auto value = i % 4 == 0 ? random.bytes(40) : random(values[random.below(values.size())]);
        const auto date = random(values[random.below(values.size())]);
        CAPTURE(value);
        CAPTURE(date);
        http::Headers headers = {{"Retry-After", value}};
        if (i % 2 == 0) headers.add("Date", date);
        const auto wait = call::retry_after(headers, moments[random.below(moments.size())]);
        if (!wait) continue;
        ++waits;
        REQUIRE(*wait >= 0s);
        REQUIRE(*wait <= years{1});
    }
    CHECK(waits > 1'000);
}
