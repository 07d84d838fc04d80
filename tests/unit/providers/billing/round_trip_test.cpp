#include "round_trip.hpp"

#include <doctest/doctest.h>

#include "providers/billing/fields.hpp"

using namespace usagekit;
using namespace billing;

TEST_CASE("every model of Billing comes back from JSON as it was") {
    CHECK(round_trip::complaints<GetUsage, Period, Metric, Cost, Projection, Usage, UsageEnvelope, ErrorEnvelope>()
          == "");
}
