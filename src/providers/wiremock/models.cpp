#include <usagekit/wiremock/models.hpp>

#include "core/percent.hpp"
#include "providers/wiremock/errors.hpp"
#include "wire/model.hpp"

namespace usagekit {

using namespace wiremock;

template <>
inline constexpr auto wire::fields<UserLinks> = Table{
    field("self", &UserLinks::self),
    field("organisation", &UserLinks::organisation),
    field("subscription", &UserLinks::subscription),
    field("usage", &UserLinks::usage),
    additional(&UserLinks::others),
};

template <>
inline constexpr auto wire::fields<User> = Table{
    field("id", &User::id),
    field("username", &User::username),
    field("avatarUrl", &User::avatar_url),
    field("emailAddress", &User::email_address),
    field("marketingOptIn", &User::marketing_opt_in),
    field("signupDate", &User::signup_date),
    field("idpUserId", &User::idp_user_id),
    field("userHash", &User::user_hash),
    field("apiKey", &User::api_key),
    field("hasNativeIdp", &User::has_native_idp),
    field("links", &User::links),
};

template <>
inline constexpr auto wire::fields<OrganisationLinks> = Table{
    field("self", &OrganisationLinks::self),   field("users", &OrganisationLinks::users),
    field("teams", &OrganisationLinks::teams), field("subscription", &OrganisationLinks::subscription),
    additional(&OrganisationLinks::others),
};

template <>
inline constexpr auto wire::fields<Organisation> = Table{
    field("id", &Organisation::id),
    field("name", &Organisation::name),
    field("aclSubject", &Organisation::acl_subject),
    field("aclObject", &Organisation::acl_object),
    field("emailAddress", &Organisation::email_address),
    field("defaultMockHost", &Organisation::default_mock_host),
    field("links", &Organisation::links),
};

template <>
inline constexpr auto wire::fields<Usage> = Table{
    field("id", &Usage::id),
    field("currentPeriodStart", &Usage::current_period_start),
    field("currentPeriodEnd", &Usage::current_period_end),
    field("stubCalledCount", &Usage::stub_called_count),
    field("exportCalledCount", &Usage::export_called_count),
    field("organisationMemberCount", &Usage::organisation_member_count),
    field("invitationCount", &Usage::invitation_count),
    required(field("seatLimit", &Usage::seat_limit)),
    field("totalMockApiCount", &Usage::total_mock_api_count),
    field("totalDataSourceCount", &Usage::total_data_source_count),
    field("totalDatabaseConnectionCount", &Usage::total_database_connection_count),
    field("ownMockApiCount", &Usage::own_mock_api_count),
    field("teamMockApiCount", &Usage::team_mock_api_count),
    field("collaboratorCount", &Usage::collaborator_count),
    field("totalSeatCount", &Usage::total_seat_count),
    field("teamMemberCount", &Usage::team_member_count),
    field("totalTeamCount", &Usage::total_team_count),
};

template <>
inline constexpr auto wire::fields<wire::Envelope<User>> = Table{field("user", &Envelope<User>::content)};

template <>
inline constexpr auto wire::fields<wire::Envelope<Organisation>> = Table{
    field("organisation", &Envelope<Organisation>::content),
};

template <>
inline constexpr auto wire::fields<wire::Envelope<Usage>> = Table{field("usage", &Envelope<Usage>::content)};

template <>
inline constexpr auto wire::fields<ErrorItem> = Table{
    field("code", &ErrorItem::code),
    field("title", &ErrorItem::title),
    field("detail", &ErrorItem::detail),
    field("source", &ErrorItem::source),
};

template <>
inline constexpr auto wire::fields<ErrorList> = Table{field("errors", &ErrorList::errors)};

template <>
inline constexpr auto wire::fields<ErrorMessage> = Table{
    field("code", &ErrorMessage::code),
    field("message", &ErrorMessage::message),
};

namespace wire {

template struct Codec<UserLinks>;
template struct Codec<User>;
template struct Codec<OrganisationLinks>;
template struct Codec<Organisation>;
template struct Codec<Usage>;
template Result<Envelope<User>> decode(std::string&, const DecodeOptions&);
template Result<Envelope<Organisation>> decode(std::string&, const DecodeOptions&);
template Result<Envelope<Usage>> decode(std::string&, const DecodeOptions&);
template struct Codec<ErrorList>;
template struct Codec<ErrorMessage>;

}  // namespace wire

std::string wiremock::last_segment(std::string_view link) {
    const auto path = link.substr(0, link.find_first_of("{?#"));
    return percent_decoded(path.substr(path.rfind('/') + 1));
}

}  // namespace usagekit
