#include "contract.hpp"

#include <doctest/doctest.h>

#include "decoded_examples.hpp"
#include "providers/billing/fields.hpp"

using namespace usagekit;

TEST_CASE("the tables of Billing are those of the contract") {
    auto contract = Contract::of("billing");
    CHECK(contract.compare_schema<billing::UsageEnvelope>("BillingUsageEnvelope") == "");
    CHECK(contract.compare_error<billing::ErrorEnvelope>("BillingError") == "");
    CHECK(contract.compare_request<billing::GetUsage>("get", "/api/billing/usage") == "");
    CHECK(contract.unreached() == "");
}

TEST_CASE("the example of Billing's contract decodes, with nothing left over") {
    auto contract = Contract::of("billing");
    CHECK(complaint_about_examples<billing::UsageEnvelope>(contract, "BillingUsageEnvelope") == "");
}
