#include "round_trip.hpp"

#include <doctest/doctest.h>

#include "providers/wiremock/fields.hpp"

using namespace usagekit;
using namespace wiremock;
using wire::Envelope;

TEST_CASE("every model of WireMock Cloud comes back from JSON as it was") {
    CHECK(round_trip::complaints<UserLinks, User, OrganisationLinks, Organisation, Usage, Envelope<User>,
                                 Envelope<Organisation>, Envelope<Usage>, ErrorList>()
          == "");
}
