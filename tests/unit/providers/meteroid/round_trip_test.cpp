#include "round_trip.hpp"

#include <doctest/doctest.h>

#include "providers/meteroid/fields.hpp"

using namespace usagekit;
using namespace meteroid;

TEST_CASE("every model of Meteroid comes back from JSON as it was") {
    CHECK(round_trip::complaints<GroupedUsage, MetricUsage, Usage>() == "");
}
