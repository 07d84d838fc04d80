#include "contract.hpp"

#include <doctest/doctest.h>

#include "call/error_body.hpp"
#include "providers/meteroid/fields.hpp"
#include "round_trip.hpp"

using namespace usagekit;

TEST_CASE("the tables of Meteroid are those of the contract") {
    auto contract = Contract::of("meteroid");
    CHECK(contract.compare_schema<meteroid::Usage>("MeteroidUsage") == "");
    CHECK(contract.compare_error<call::CodedMessage>("MeteroidError") == "");
    CHECK(contract.compare_request<meteroid::GetSubscriptionUsage>(
              "get", "/api/v1/usage/subscription/{subscription_id}")
          == "");
    CHECK(contract.unreached() == "");
}

TEST_CASE("every Meteroid model comes back from JSON as it was, full and bare") {
    CHECK(round_trip::complaint<meteroid::GroupedUsage>() == "");
    CHECK(round_trip::complaint<meteroid::MetricUsage>() == "");
    CHECK(round_trip::complaint<meteroid::Usage>() == "");
}
