#include <doctest/doctest.h>

#include "call/status.hpp"

using namespace usagekit;
using namespace std::chrono;

namespace {

constexpr system_clock::time_point now = sys_days{2024y / August / 1} + 14h + 50min;

}  // namespace

TEST_CASE("a Retry-After date, in each form that HTTP has, counts from the Date of the answer, or else from now") {
    for (const auto* until :
         {"Thu, 01 Aug 2024 14:51:30 GMT", "Thursday, 01-Aug-24 14:51:30 GMT", "Thu Aug  1 14:51:30 2024"}) {
        CAPTURE(until);
        CHECK(call::retry_after({{"Retry-After", until}}, now) == 90s);
        CHECK(call::retry_after({{"Retry-After", until}}, now + 900ms) == 90s);
        for (const auto* sent :
             {"Thu, 01 Aug 2024 13:50:00 GMT", "Thursday, 01-Aug-24 13:50:00 GMT", "Thu Aug  1 13:50:00 2024"}) {
            CAPTURE(sent);
            CHECK(call::retry_after({{"Retry-After", until}, {"Date", sent}}, now) == 1h + 90s);
        }
        CHECK(call::retry_after({{"Retry-After", until}, {"Date", "yesterday"}}, now) == 90s);
    }
}

TEST_CASE("a Retry-After date in the past asks for no wait") {
    CHECK(call::retry_after({{"Retry-After", "Thu, 01 Aug 2024 14:49:59 GMT"}}, now) == 0s);
    const http::Headers late = {{"Retry-After", "Thu, 01 Aug 2024 14:51:30 GMT"},
                                {"Date", "Thu, 01 Aug 2024 15:50:00 GMT"}};
    CHECK(call::retry_after(late, now) == 0s);
}

TEST_CASE("a Retry-After in seconds does not depend on any clock") {
    CHECK(call::retry_after({{"Retry-After", "90"}, {"Date", "Thu, 01 Aug 2024 13:50:00 GMT"}}, now) == 90s);
}

TEST_CASE("what is neither seconds nor a date asks for nothing") {
    CHECK(call::retry_after({}, now) == std::nullopt);
    for (const auto* text :
         {"", "soon", "-90", "90 s", "Thu, 01 Aug 2024", "Thu, 32 Aug 2024 14:51:30 GMT", "2024-08-01T14:51:30Z"}) {
        CAPTURE(text);
        CHECK(call::retry_after({{"Retry-After", text}, {"Date", "Thu, 01 Aug 2024 13:50:00 GMT"}}, now)
              == std::nullopt);
    }
}
