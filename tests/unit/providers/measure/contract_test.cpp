#include "contract.hpp"

#include <doctest/doctest.h>

#include "providers/measure/fields.hpp"

using namespace usagekit;

TEST_CASE("the tables of Measure are those of the contract") {
    auto contract = Contract::of("measure");
    CHECK(contract.compare_schema<measure::Usage>("MeasureUsage") == "");
    CHECK(contract.compare_request<measure::GetSubscriptionUsage>(
              "post", "/api/v1/companies/{company_id}/subscriptions/{id}/usage", {"Idempotency-Key"})
          == "");
    CHECK(contract.unreached() == "");
}
