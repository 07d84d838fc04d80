#include <doctest/doctest.h>

#include <usagekit/wiremock/models.hpp>

#include "bodies.hpp"
#include "wire/codec.hpp"

using namespace usagekit;
using namespace std::chrono;
using wiremock::Organisation;
using wiremock::Usage;
using wiremock::User;

namespace {

template <class T>
Result<T> decoded(std::string body) {
    auto envelope = wire::decode<wire::Envelope<T>>(body);
    if (!envelope) return envelope.error();
    return envelope.value().content;
}

const Usage documented{.id = wiremock::UsageId{"kl1g9"},
                       .current_period_start = sys_days{2024y / August / 1} + 13h + 50min + 48s + 988681us,
                       .current_period_end = sys_days{2025y / August / 1} + 13h + 50min + 48s + 988681us,
                       .stub_called_count = 22309,
                       .export_called_count = 30,
                       .organisation_member_count = 15,
                       .invitation_count = 0,
                       .seat_limit = std::nullopt,
                       .total_mock_api_count = 158,
                       .total_data_source_count = 9,
                       .total_database_connection_count = 2,
                       .own_mock_api_count = 0,
                       .team_mock_api_count = 0,
                       .collaborator_count = 0,
                       .total_seat_count = 15,
                       .team_member_count = 15,
                       .total_team_count = 15};

}  // namespace

TEST_CASE("both documented usage bodies decode, with every figure in its place") {
    CHECK(decoded<Usage>(bodies::usage).value() == documented);
    auto guide = documented;
    guide.total_database_connection_count.reset();
    CHECK(decoded<Usage>(bodies::guide_usage).value() == guide);
}

TEST_CASE("the members of usage may come in any order") {
    // the documented body with its members reversed; no value in it holds a comma
    const auto inside = bodies::usage.substr(10, bodies::usage.size() - 12);
    std::string reversed;
    for (std::size_t end = inside.size(), comma = 0; comma != std::string::npos; end = comma) {
        comma = inside.rfind(',', end - 1);
        const auto begin = comma == std::string::npos ? 0 : comma + 1;
        reversed.append(reversed.empty() ? "" : ",").append(inside, begin, end - begin);
    }
    REQUIRE(reversed.starts_with(R"("totalTeamCount":15,)"));
    CHECK(decoded<Usage>(R"({"usage":{)" + reversed + "}}").value() == documented);
}

TEST_CASE("usage without exportCalledCount decodes, as the schema has it") {
    auto expected = documented;
    expected.export_called_count.reset();
    CHECK(decoded<Usage>(with(bodies::usage, R"("exportCalledCount":30,)", "")).value() == expected);
}

TEST_CASE("seatLimit may be null or a number, and must be there") {
    CHECK(decoded<Usage>(bodies::usage).value().seat_limit == std::nullopt);
    CHECK(decoded<Usage>(with(bodies::usage, R"("seatLimit":null)", R"("seatLimit":25)")).value().seat_limit == 25);
    const auto absent = decoded<Usage>(with(bodies::usage, R"("seatLimit":null,)", ""));
    REQUIRE(!absent);
    CHECK(absent.error().kind == ErrorKind::decode);
    CHECK(absent.error().json_path == "$.usage.seatLimit");
}

TEST_CASE("each required member of usage that is missing is named by its path") {
    for (const std::string name :
         {"id", "currentPeriodStart", "currentPeriodEnd", "stubCalledCount", "organisationMemberCount",
          "invitationCount", "seatLimit", "totalMockApiCount", "totalDataSourceCount", "ownMockApiCount",
          "teamMockApiCount", "collaboratorCount", "totalSeatCount", "teamMemberCount", "totalTeamCount"}) {
        CAPTURE(name);
        const auto result = decoded<Usage>(with(bodies::usage, "\"" + name + "\"", "\"renamed\""));
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::decode);
        CHECK(result.error().json_path == "$.usage." + name);
    }
}

TEST_CASE("each required member of a user and an organisation that is missing is named by its path") {
    for (const std::string name : {"id", "username", "avatarUrl", "emailAddress", "marketingOptIn", "signupDate",
                                   "idpUserId", "userHash", "hasNativeIdp", "links"}) {
        CAPTURE(name);
        const auto result = decoded<User>(with(bodies::user, "\"" + name + "\":", "\"renamed\":"));
        REQUIRE(!result);
        CHECK(result.error().json_path == "$.user." + name);
    }
    for (const std::string name : {"id", "name", "emailAddress", "links"}) {
        CAPTURE(name);
        const auto result = decoded<Organisation>(with(bodies::organisation, "\"" + name + "\":", "\"renamed\":"));
        REQUIRE(!result);
        CHECK(result.error().json_path == "$.organisation." + name);
    }
    CHECK(decoded<Usage>(bodies::user).error().json_path == "$.usage");
}

TEST_CASE("counts are the same count in every spelling") {
    for (const auto* spelling : {"22309", "22309.0", "2.2309e4"}) {
        CHECK(decoded<Usage>(with(bodies::usage, "22309", spelling)).value().stub_called_count == 22309);
    }
    const auto half = decoded<Usage>(with(bodies::usage, "22309", "22309.5"));
    REQUIRE(!half);
    CHECK(half.error().json_path == "$.usage.stubCalledCount");
}

TEST_CASE("a user decodes with its links and its secret") {
    const auto user = decoded<User>(bodies::user).value();
    CHECK(user.id == wiremock::UserId{"9gd5l"});
    CHECK(user.username == "docs@example.com");
    CHECK(user.avatar_url == "https://avatars.example.com/do.png");
    CHECK(user.email_address == "docs@example.com");
    CHECK(user.marketing_opt_in);
    CHECK(user.signup_date == sys_days{2024y / August / 23} + 20h + 15min + 32s + 289889us);
    CHECK(user.idp_user_id == "auth0|66c8ede29a4b3267bd1c4c42");
    CHECK(user.user_hash.size() == 64);
    CHECK(user.api_key == Secret(bodies::api_key));
    CHECK(user.has_native_idp);
    CHECK(user.links.self->id() == user.id);
    CHECK(user.links.organisation->id() == wiremock::OrganisationId{"mgk7g"});
    CHECK(user.links.subscription == std::nullopt);
    CHECK(user.links.others
          == Map<std::string>{{"teams", "/v1/users/9gd5l/teams"}, {"mockApis", "/v1/users/9gd5l/apis"}});
}

TEST_CASE("a user prints without its API key") {
    std::ostringstream out;
    out << decoded<User>(bodies::user).value();
    CHECK(out.str().find(bodies::api_key) == std::string::npos);
    CHECK(out.str().find(R"("apiKey":"***")") != std::string::npos);
}

TEST_CASE("an organisation decodes with its links") {
    const auto organisation = decoded<Organisation>(bodies::organisation).value();
    CHECK(organisation.name == "docs@example.com personal organisation");
    CHECK(organisation.acl_object == "gkqmy");
    CHECK(organisation.acl_subject == "0vzog");
    CHECK(organisation.default_mock_host == std::nullopt);
    CHECK(organisation.links.self->id() == organisation.id);
    CHECK(organisation.links.users == "/v1/organisations/mgk7g/users");
    CHECK(organisation.links.teams == "/v1/organisations/mgk7g/teams");
    CHECK(organisation.links.subscription->id() == wiremock::SubscriptionId{"qmr8z"});
    CHECK(*organisation.links.others.find("acl") == "/v1/organisations/mgk7g/acl{?subjectId}");
}

TEST_CASE("what is encoded decodes to the same") {
    const auto same = [](const auto& model) {
        using Model = std::remove_cvref_t<decltype(model)>;
        return from_json<Model>(to_json(model)).value() == model;
    };
    auto user = decoded<User>(bodies::user).value();
    user.api_key = Secret("***");  // what every secret is written as
    CHECK(same(user));
    CHECK(same(User{}));
    CHECK(same(decoded<Organisation>(bodies::organisation).value()));
    CHECK(same(Organisation{}));
    CHECK(same(documented));
    CHECK(same(Usage{}));
}

TEST_CASE("a link's ID is the last segment of its path") {
    struct Row {
        const char* link;
        const char* id;
    };
    static constexpr Row rows[] = {
        {"/v1/organisations/mgk7g", "mgk7g"},       {"https://api.wiremock.cloud/v1/organisations/mgk7g", "mgk7g"},
        {"/v1/organisations/mgk7g{?a,b}", "mgk7g"}, {"/v1/organisations/mgk7g?a=/x", "mgk7g"},
        {"/v1/organisations/mgk7g#/x", "mgk7g"},    {"mgk7g", "mgk7g"},
        {"/v1/organisations/a%2Fb%zz", "a/b%zz"},
    };
    for (const auto& [link, id] : rows) CHECK(wiremock::Link<wiremock::UserId>{link}.id() == wiremock::UserId{id});
    CHECK(wiremock::Link<wiremock::UserId>{"/v1/organisations/"}.id() == std::nullopt);
    CHECK(wiremock::Link<wiremock::UserId>{""}.id() == std::nullopt);
}
