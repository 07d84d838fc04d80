#include "round_trip.hpp"

#include <doctest/doctest.h>

#include "providers/measure/fields.hpp"

using namespace usagekit;
using namespace measure;

TEST_CASE("every model of Measure comes back from JSON as it was") {
    CHECK(round_trip::complaints<Address, Company, Item, MeteringRule, Metric, Money, MinimumSpendSchedule,
                                 RecognitionSchedule, ScheduledPrice, CreditPrice, CustomPrice, FixedPrice,
                                 GradientTier, StepPrice, VolumeTier, ItemPricing>()
          == "");
    CHECK(round_trip::complaints<Entitlement, ProductPricing, Product, ProductMetricPricing, Period, UsageBreakdown,
                                 UsageRecord, Usage>()
          == "");
}
