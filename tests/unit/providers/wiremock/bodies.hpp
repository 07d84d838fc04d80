#pragma once

#include <string>

#include "with.hpp"

// The bodies of the contract's examples.

namespace bodies {

inline const std::string user =
    R"({"user":{"id":"9gd5l","username":"docs@example.com","avatarUrl":"https://avatars.example.com/do.png",)"
    R"("emailAddress":"docs@example.com","marketingOptIn":true,"signupDate":"2024-08-23T20:15:32.289889Z",)"
    R"("idpUserId":"auth0|66c8ede29a4b3267bd1c4c42",)"
    R"("userHash":"47f058ba304b4e3988f285e8b8f6b37b288fbe93c343578ce2deb37c47a24289",)"
    R"("apiKey":"3b35fdee8ff9cf5055d062c28675ee22","hasNativeIdp":true,"links":{"self":"/v1/users/9gd5l",)"
    R"("teams":"/v1/users/9gd5l/teams","mockApis":"/v1/users/9gd5l/apis","organisation":"/v1/organisations/mgk7g"}}})";

inline const std::string api_key = "3b35fdee8ff9cf5055d062c28675ee22";

inline const std::string organisation =
    R"({"organisation":{"id":"mgk7g","name":"docs@example.com personal organisation","aclSubject":"0vzog",)"
    R"("aclObject":"gkqmy","emailAddress":"docs@example.com","links":{"self":"/v1/organisations/mgk7g",)"
    R"("users":"/v1/organisations/mgk7g/users","teams":"/v1/organisations/mgk7g/teams",)"
    R"("subscription":"/v1/subscriptions/qmr8z","invitations":"/v1/organisations/mgk7g/invitations",)"
    R"("acl":"/v1/organisations/mgk7g/acl{?subjectId}"}}})";

/// As the API reference shows it.
inline const std::string usage =
    R"({"usage":{"id":"kl1g9","currentPeriodStart":"2024-08-01T13:50:48.988681Z",)"
    R"("currentPeriodEnd":"2025-08-01T13:50:48.988681Z","stubCalledCount":22309,"exportCalledCount":30,)"
    R"("organisationMemberCount":15,"invitationCount":0,"seatLimit":null,"totalMockApiCount":158,)"
    R"("totalDataSourceCount":9,"totalDatabaseConnectionCount":2,"ownMockApiCount":0,"teamMockApiCount":0,)"
    R"("collaboratorCount":0,"totalSeatCount":15,"teamMemberCount":15,"totalTeamCount":15}})";

/// As the product guide shows it.
inline const std::string guide_usage = with(usage, R"("totalDatabaseConnectionCount":2,)", "");

}  // namespace bodies
