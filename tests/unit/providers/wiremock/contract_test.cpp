#include "contract.hpp"

#include <doctest/doctest.h>

#include "call/error_body.hpp"
#include "providers/wiremock/fields.hpp"

using namespace usagekit;
using wire::Envelope;

namespace {

template <class Model>
bool decodes(std::string example) {
    const auto answer = wire::decode<Model>(example, {.strictness = Strictness::strict});
    if (!answer) FAIL_CHECK(answer.error());
    return answer.has_value();
}

}  // namespace

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
    const auto all_decode = [&]<class Model>(const Model&, const std::string& name) {
        const auto examples = contract.examples(name);
        REQUIRE(examples.size() == 1);
        CHECK(decodes<Model>(examples[0]));
    };
    all_decode(Envelope<wiremock::User>{}, "WireMockUserEnvelope");
    all_decode(Envelope<wiremock::Organisation>{}, "WireMockOrganisationEnvelope");
    all_decode(Envelope<wiremock::Usage>{}, "WireMockUsageEnvelope");
}
