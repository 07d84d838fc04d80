#include "contract.hpp"

#include <doctest/doctest.h>

#include "providers/billing/fields.hpp"
#include "round_trip.hpp"

using namespace usagekit;

TEST_CASE("the tables of Billing are those of the contract") {
    auto contract = Contract::of("billing");
    CHECK(contract.compare_schema<billing::UsageEnvelope>("BillingUsageEnvelope") == "");
    CHECK(contract.compare_error<billing::ErrorEnvelope>("BillingError") == "");
    CHECK(contract.compare_request<billing::GetUsage>("get", "/api/billing/usage") == "");
    CHECK(contract.unreached() == "");
}

TEST_CASE("every Billing model comes back from JSON as it was, full and bare") {
    CHECK(round_trip::complaint<billing::GetUsage>() == "");
    CHECK(round_trip::complaint<billing::Period>() == "");
    CHECK(round_trip::complaint<billing::Metric>() == "");
    CHECK(round_trip::complaint<billing::Cost>() == "");
    CHECK(round_trip::complaint<billing::Projection>() == "");
    CHECK(round_trip::complaint<billing::Usage>() == "");
    CHECK(round_trip::complaint<billing::UsageEnvelope>() == "");
}
