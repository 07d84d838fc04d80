#include "contract.hpp"

#include <doctest/doctest.h>

#include "call/error_body.hpp"
#include "decoded_examples.hpp"
#include "providers/meteroid/fields.hpp"

using namespace usagekit;

namespace strict {

/// An error exactly as the contract has it, to compare the codes.
struct Error {
    Open<meteroid::ErrorCode> code{};
    std::string message{};
};

}  // namespace strict

template <>
inline constexpr auto usagekit::wire::fields<strict::Error> = usagekit::wire::Table{
    usagekit::wire::field("code", &strict::Error::code),
    usagekit::wire::field("message", &strict::Error::message),
};

TEST_CASE("the tables of Meteroid are those of the contract") {
    auto contract = Contract::of("meteroid");
    CHECK(contract.compare_schema<meteroid::Usage>("MeteroidUsage") == "");
    CHECK(contract.compare_error<call::CodedMessage>("MeteroidError") == "");
    CHECK(contract.compare_schema<strict::Error>("MeteroidError") == "");
    CHECK(
        contract.compare_request<meteroid::GetSubscriptionUsage>("get", "/api/v1/usage/subscription/{subscription_id}")
        == "");
    CHECK(contract.unreached() == "");
}

TEST_CASE("the example of Meteroid's contract decodes, with nothing left over") {
    auto contract = Contract::of("meteroid");
    CHECK(complaint_about_examples<meteroid::Usage>(contract, "MeteroidUsage") == "");
}
