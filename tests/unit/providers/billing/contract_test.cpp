#include "contract.hpp"

#include <doctest/doctest.h>

#include "call/error_body.hpp"
#include "decoded_examples.hpp"
#include "providers/billing/fields.hpp"

using namespace usagekit;

namespace documented {

/// The error in the only form that the contract has, which is one of those that are read.
struct ErrorEnvelope {
    std::optional<bool> success{};
    std::optional<call::CodedMessage> error{};
};

}  // namespace documented

template <>
inline constexpr auto usagekit::wire::fields<documented::ErrorEnvelope> = usagekit::wire::Table{
    usagekit::wire::field("success", &documented::ErrorEnvelope::success),
    usagekit::wire::field("error", &documented::ErrorEnvelope::error),
};

TEST_CASE("the tables of Billing are those of the contract") {
    auto contract = Contract::of("billing");
    CHECK(contract.compare_schema<billing::UsageEnvelope>("BillingUsageEnvelope") == "");
    CHECK(contract.compare_error<billing::ErrorEnvelope>("BillingError") == "");
    CHECK(contract.compare_error<documented::ErrorEnvelope>("BillingError") == "");
    CHECK(contract.compare_request<billing::GetUsage>("get", "/api/billing/usage") == "");
    CHECK(contract.unreached() == "");
}

TEST_CASE("the example of Billing's contract decodes, with nothing left over") {
    auto contract = Contract::of("billing");
    CHECK(complaint_about_examples<billing::UsageEnvelope>(contract, "BillingUsageEnvelope") == "");
}
