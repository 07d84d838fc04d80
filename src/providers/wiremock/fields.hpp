#pragma once

// The fields of WireMock Cloud's contract: what decoding, encoding, printing and the tests derive from.

#include <usagekit/wiremock/models.hpp>

#include "providers/wiremock/errors.hpp"
#include "wire/codec.hpp"
#include "wire/field.hpp"

namespace USAGEKIT_NAMESPACE::wire {

template <>
inline constexpr auto fields<wiremock::UserLinks> = Table{
    field("self", &wiremock::UserLinks::self),
    field("organisation", &wiremock::UserLinks::organisation),
    field("subscription", &wiremock::UserLinks::subscription),
    field("usage", &wiremock::UserLinks::usage),
    additional(&wiremock::UserLinks::others),
};

template <>
inline constexpr auto fields<wiremock::User> = Table{
    field("id", &wiremock::User::id),
    field("username", &wiremock::User::username),
    field("avatarUrl", &wiremock::User::avatar_url),
    field("emailAddress", &wiremock::User::email_address),
    field("marketingOptIn", &wiremock::User::marketing_opt_in),
    field("signupDate", &wiremock::User::signup_date),
    field("idpUserId", &wiremock::User::idp_user_id),
    field("userHash", &wiremock::User::user_hash),
    field("apiKey", &wiremock::User::api_key),
    field("hasNativeIdp", &wiremock::User::has_native_idp),
    field("links", &wiremock::User::links),
};

template <>
inline constexpr auto fields<wiremock::OrganisationLinks> = Table{
    field("self", &wiremock::OrganisationLinks::self),
    field("users", &wiremock::OrganisationLinks::users),
    field("teams", &wiremock::OrganisationLinks::teams),
    field("subscription", &wiremock::OrganisationLinks::subscription),
    additional(&wiremock::OrganisationLinks::others),
};

template <>
inline constexpr auto fields<wiremock::Organisation> = Table{
    field("id", &wiremock::Organisation::id),
    field("name", &wiremock::Organisation::name),
    field("aclSubject", &wiremock::Organisation::acl_subject),
    field("aclObject", &wiremock::Organisation::acl_object),
    field("emailAddress", &wiremock::Organisation::email_address),
    field("defaultMockHost", &wiremock::Organisation::default_mock_host),
    field("links", &wiremock::Organisation::links),
};

template <>
inline constexpr auto fields<wiremock::Usage> = Table{
    field("id", &wiremock::Usage::id),
    field("currentPeriodStart", &wiremock::Usage::current_period_start),
    field("currentPeriodEnd", &wiremock::Usage::current_period_end),
    field("stubCalledCount", &wiremock::Usage::stub_called_count),
    field("exportCalledCount", &wiremock::Usage::export_called_count),
    field("organisationMemberCount", &wiremock::Usage::organisation_member_count),
    field("invitationCount", &wiremock::Usage::invitation_count),
    required(field("seatLimit", &wiremock::Usage::seat_limit)),
    field("totalMockApiCount", &wiremock::Usage::total_mock_api_count),
    field("totalDataSourceCount", &wiremock::Usage::total_data_source_count),
    field("totalDatabaseConnectionCount", &wiremock::Usage::total_database_connection_count),
    field("ownMockApiCount", &wiremock::Usage::own_mock_api_count),
    field("teamMockApiCount", &wiremock::Usage::team_mock_api_count),
    field("collaboratorCount", &wiremock::Usage::collaborator_count),
    field("totalSeatCount", &wiremock::Usage::total_seat_count),
    field("teamMemberCount", &wiremock::Usage::team_member_count),
    field("totalTeamCount", &wiremock::Usage::total_team_count),
};

template <>
inline constexpr auto fields<Envelope<wiremock::User>> = Table{field("user", &Envelope<wiremock::User>::content)};

template <>
inline constexpr auto fields<Envelope<wiremock::Organisation>> = Table{
    field("organisation", &Envelope<wiremock::Organisation>::content),
};

template <>
inline constexpr auto fields<Envelope<wiremock::Usage>> = Table{field("usage", &Envelope<wiremock::Usage>::content)};

template <>
inline constexpr auto fields<wiremock::ErrorItem> = Table{
    field("code", &wiremock::ErrorItem::code),
    field("title", &wiremock::ErrorItem::title),
    field("detail", &wiremock::ErrorItem::detail),
    field("source", &wiremock::ErrorItem::source),
};

template <>
inline constexpr auto fields<wiremock::ErrorList> = Table{field("errors", &wiremock::ErrorList::errors)};

}  // namespace USAGEKIT_NAMESPACE::wire
