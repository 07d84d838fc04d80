#include "round_trip.hpp"

#include <doctest/doctest.h>

#include "providers/wiremock/fields.hpp"

using namespace usagekit;

TEST_CASE("every model of WireMock Cloud comes back from JSON as it was") {
    CHECK(round_trip::complaint<wiremock::UserLinks>() == "");
    CHECK(round_trip::complaint<wiremock::OrganisationLinks>() == "");
    CHECK(round_trip::complaint<wire::Envelope<wiremock::User>>() == "");
    CHECK(round_trip::complaint<wire::Envelope<wiremock::Organisation>>() == "");
    CHECK(round_trip::complaint<wire::Envelope<wiremock::Usage>>() == "");
    CHECK(round_trip::complaint<wiremock::ErrorList>() == "");
}
