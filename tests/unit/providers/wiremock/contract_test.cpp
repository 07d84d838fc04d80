#include "contract.hpp"

#include <doctest/doctest.h>

#include "call/error_body.hpp"
#include "decoded_examples.hpp"
#include "providers/wiremock/fields.hpp"

using namespace usagekit;
using wire::Envelope;

TEST_CASE("the tables of WireMock Cloud are those of the contract") {
    auto contract = Contract::of("wiremock");
    CHECK(contract.compare_schema<Envelope<wiremock::User>>("WireMockUserEnvelope") == "");
    CHECK(contract.compare_schema<Envelope<wiremock::Organisation>>("WireMockOrganisationEnvelope") == "");
    // the guide's example lacks it
    const Contract::Exceptions optional = {"WireMockUsageEnvelope.usage.totalDatabaseConnectionCount"};
    CHECK(contract.compare_schema<Envelope<wiremock::Usage>>("WireMockUsageEnvelope", optional) == "");
    CHECK(contract.compare_error<wiremock::ErrorList>("WireMock403") == "");
    CHECK(contract.compare_error<call::CodedMessage>("WireMock404") == "");
    CHECK(contract.unreached() == "");
}

TEST_CASE("the examples of WireMock Cloud's contract decode, with nothing left over") {
    auto contract = Contract::of("wiremock");
    CHECK(complaint_about_examples<Envelope<wiremock::User>>(contract, "WireMockUserEnvelope") == "");
    CHECK(complaint_about_examples<Envelope<wiremock::Organisation>>(contract, "WireMockOrganisationEnvelope") == "");
    CHECK(complaint_about_examples<Envelope<wiremock::Usage>>(contract, "WireMockUsageEnvelope") == "");
}
