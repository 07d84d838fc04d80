#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <usagekit/abi.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/secret.hpp>
#include <usagekit/time.hpp>

/// WireMock Cloud: what its public API returns. Source of every member: the contract's WireMock Cloud schemas.
namespace USAGEKIT_NAMESPACE::wiremock {

using printing::operator<<;

/// Of a `User`; five to ten characters, as all IDs of the service.
using UserId = Id<struct UserTag>;
/// Of an `Organisation`.
using OrganisationId = Id<struct OrganisationTag>;
/// Of the subscription that an organisation has.
using SubscriptionId = Id<struct SubscriptionTag>;
/// Of a `Usage`.
using UsageId = Id<struct UsageTag>;

/// The last segment of a link's path, percent-decoded, without the query, fragment or RFC 6570 expression behind it.
[[nodiscard]] USAGEKIT_EXPORT std::string last_segment(std::string_view link);

/// A link from one resource to another, as the service gave it: `/v1/organisations/mgk7g` for example.
template <class TargetId>
class Link {
public:
    Link() = default;
    /// Takes the path as it is.
    explicit Link(std::string path) noexcept : path_(std::move(path)) {}

    /// The path as the service gave it.
    [[nodiscard]] const std::string& str() const noexcept { return path_; }

    /// The ID of the resource, or nothing when the path ends without one; see `last_segment`.
    [[nodiscard]] std::optional<TargetId> id() const {
        auto segment = last_segment(path_);
        if (segment.empty()) return std::nullopt;
        return TargetId{std::move(segment)};
    }

    bool operator==(const Link&) const = default;

    /// Writes the path.
    friend std::ostream& operator<<(std::ostream& out, const Link& link) { return out << link.path_; }

private:
    std::string path_{};
};

/// Where a user's resources are.
struct USAGEKIT_EXPORT UserLinks {
    std::optional<Link<UserId>> self{};                  ///< The user.
    std::optional<Link<OrganisationId>> organisation{};  ///< Absent when the user belongs to none.
    std::optional<Link<SubscriptionId>> subscription{};  ///< The subscription, when the user may see it.
    std::optional<std::string> usage{};                  ///< The usage of the subscription.
    Map<std::string> others{};  ///< Links by any other name, `teams` and `mockApis` for example.

    bool operator==(const UserLinks&) const = default;
};

/// An account.
struct USAGEKIT_EXPORT User {
    UserId id{};                      ///< Names the account in URLs.
    std::string username{};           ///< The name to sign in with.
    std::string avatar_url{};         ///< Where the account's picture is.
    std::string email_address{};      ///< The account's address.
    bool marketing_opt_in = false;    ///< Whether the account agreed to marketing messages.
    Timestamp signup_date{};          ///< When the account was made.
    std::string idp_user_id{};        ///< The account's ID at its identity provider.
    std::string user_hash{};          ///< The service's hash of the account.
    std::optional<Secret> api_key{};  ///< A live credential of the account. It prints as `***`.
    bool has_native_idp = false;      ///< Whether the service itself is the identity provider.
    UserLinks links{};                ///< Where the user's resources are.

    bool operator==(const User&) const = default;
};

/// Where an organisation's resources are.
struct USAGEKIT_EXPORT OrganisationLinks {
    std::optional<Link<OrganisationId>> self{};          ///< The organisation.
    std::optional<std::string> users{};                  ///< Its users.
    std::optional<std::string> teams{};                  ///< Its teams.
    std::optional<Link<SubscriptionId>> subscription{};  ///< Absent when the organisation has none.
    Map<std::string> others{};                           ///< Links by any other name; some are RFC 6570 templates.

    bool operator==(const OrganisationLinks&) const = default;
};

/// An organisation, which holds the subscription.
struct USAGEKIT_EXPORT Organisation {
    OrganisationId id{};                             ///< Names the organisation in URLs.
    std::string name{};                              ///< For people.
    std::string email_address{};                     ///< The organisation's address.
    std::optional<std::string> default_mock_host{};  ///< The host name that its mock APIs get.
    std::optional<std::string> acl_object{};         ///< The organisation as what access is controlled to.
    std::optional<std::string> acl_subject{};        ///< The organisation as who access is given to.
    OrganisationLinks links{};                       ///< Where its resources are.

    bool operator==(const Organisation&) const = default;
};

/// Product usage of a subscription in its current billing period. The figures are counts; the contract documents their
/// names and types, so the comments here say no more than the names do.
struct USAGEKIT_EXPORT Usage {
    UsageId id{};                                       ///< Names these figures.
    Timestamp current_period_start{};                   ///< The first moment of the billing period.
    Timestamp current_period_end{};                     ///< The end of the billing period.
    std::int64_t stub_called_count = 0;                 ///< Calls of stubs.
    std::optional<std::int64_t> export_called_count{};  ///< Exports. In the documented example, not in the schema.
    std::int64_t organisation_member_count = 0;         ///< Members of the organisation.
    std::int64_t invitation_count = 0;                  ///< Invitations to it.
    std::optional<std::int64_t> seat_limit{};           ///< Seats of the subscription; absent (`null`): no limit.
    std::int64_t total_mock_api_count = 0;              ///< All mock APIs.
    std::int64_t total_data_source_count = 0;           ///< All data sources.
    std::optional<std::int64_t> total_database_connection_count{};  ///< In the schema, not in the guide's example.
    std::int64_t own_mock_api_count = 0;                            ///< Mock APIs that are one's own.
    std::int64_t team_mock_api_count = 0;                           ///< Mock APIs of teams.
    std::int64_t collaborator_count = 0;                            ///< Collaborators.
    std::int64_t total_seat_count = 0;                              ///< Seats in all.
    std::int64_t team_member_count = 0;                             ///< Members of teams.
    std::int64_t total_team_count = 0;                              ///< Teams.

    bool operator==(const Usage&) const = default;
};

}  // namespace USAGEKIT_NAMESPACE::wiremock
