#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/secret.hpp>
#include <usagekit/time.hpp>

/// WireMock Cloud: what its public API returns. Source of every member: the contract's WireMock Cloud schemas.
namespace usagekit::wiremock {

using printing::operator<<;

using UserId = Id<struct UserTag>;
using OrganisationId = Id<struct OrganisationTag>;
using SubscriptionId = Id<struct SubscriptionTag>;
using UsageId = Id<struct UsageTag>;

/// The last segment of a link's path, percent-decoded, without the query, fragment or RFC 6570 expression behind it.
[[nodiscard]] std::string last_segment(std::string_view link);

/// A link from one resource to another, as the service gave it: `/v1/organisations/mgk7g` for example.
template <class TargetId>
class Link {
public:
    Link() = default;
    explicit Link(std::string path) noexcept : path_(std::move(path)) {}

    [[nodiscard]] const std::string& str() const noexcept { return path_; }

    /// The ID of the resource, or nothing when the path ends without one; see `last_segment`.
    [[nodiscard]] std::optional<TargetId> id() const {
        auto segment = last_segment(path_);
        if (segment.empty()) return std::nullopt;
        return TargetId{std::move(segment)};
    }

    bool operator==(const Link&) const = default;

private:
    std::string path_{};
};

/// Where a user's resources are.
struct UserLinks {
    std::optional<Link<UserId>> self{};
    std::optional<Link<OrganisationId>> organisation{};  ///< Absent when the user belongs to none.
    std::optional<Link<SubscriptionId>> subscription{};
    std::optional<std::string> usage{};
    Map<std::string> others{};  ///< Links by any other name, `teams` and `mockApis` for example.

    bool operator==(const UserLinks&) const = default;
};

/// An account.
struct User {
    UserId id{};
    std::string username{};
    std::string avatar_url{};
    std::string email_address{};
    bool marketing_opt_in = false;
    Timestamp signup_date{};
    std::string idp_user_id{};  ///< The account's ID at its identity provider.
    std::string user_hash{};
    std::optional<Secret> api_key{};  ///< A live credential of the account. It prints as `***`.
    bool has_native_idp = false;
    UserLinks links{};

    bool operator==(const User&) const = default;
};

/// Where an organisation's resources are.
struct OrganisationLinks {
    std::optional<std::string> self{};
    std::optional<std::string> users{};
    std::optional<std::string> teams{};
    std::optional<Link<SubscriptionId>> subscription{};  ///< Absent when the organisation has none.
    Map<std::string> others{};                           ///< Links by any other name; some are RFC 6570 templates.

    bool operator==(const OrganisationLinks&) const = default;
};

/// An organisation, which holds the subscription.
struct Organisation {
    OrganisationId id{};
    std::string name{};
    std::string email_address{};
    std::optional<std::string> default_mock_host{};
    std::optional<std::string> acl_object{};
    std::optional<std::string> acl_subject{};
    OrganisationLinks links{};

    bool operator==(const Organisation&) const = default;
};

/// Product usage of a subscription in its current billing period. Everything is a count.
struct Usage {
    UsageId id{};
    Timestamp current_period_start{};
    Timestamp current_period_end{};
    std::int64_t stub_called_count = 0;
    std::optional<std::int64_t> export_called_count{};  ///< In the documented example, not in the schema.
    std::int64_t organisation_member_count = 0;
    std::int64_t invitation_count = 0;
    std::optional<std::int64_t>
        seat_limit{};  ///< Absent: the subscription has no limit. The service sends `null` then.
    std::int64_t total_mock_api_count = 0;
    std::int64_t total_data_source_count = 0;
    std::optional<std::int64_t> total_database_connection_count{};  ///< In the schema, not in the guide's example.
    std::int64_t own_mock_api_count = 0;
    std::int64_t team_mock_api_count = 0;
    std::int64_t collaborator_count = 0;
    std::int64_t total_seat_count = 0;
    std::int64_t team_member_count = 0;
    std::int64_t total_team_count = 0;

    bool operator==(const Usage&) const = default;
};

}  // namespace usagekit::wiremock
