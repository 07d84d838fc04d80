#include <usagekit/wiremock/client.hpp>

#include "call/call.hpp"
#include "core/text.hpp"
#include "providers/wiremock/errors.hpp"

namespace usagekit {

using namespace wiremock;

template class Call<User>;
template class Call<Organisation>;
template class Call<Usage>;

namespace wiremock {

namespace {

using call::content;
using call::Target;

constexpr call::Dialect dialect{.base_url = production, .read_error = &read_error};

Target self_target() { return Target::get("/v1/users/self"); }

Target user_target(const UserId& id) { return Target::get("/v1/users").segment("user ID", id); }

Target organisation_target(const OrganisationId& id) {
    return Target::get("/v1/organisations").segment("organisation ID", id);
}

Target usage_target(const SubscriptionId& id) {
    return Target::get("/v1/subscriptions").segment("subscription ID", id).literal("/usage");
}

Error missing_link(std::string_view resource, std::string_view id, std::string_view link, std::string_view advice) {
    return {.kind = ErrorKind::not_found,
            .message = concat("the ", resource, " ", quoted(id), " has no ", link, " link"),
            .advice = std::string(advice),
            .json_path = concat("$.", resource, ".links.", link)};
}

/// The ID that a link leads to; nothing when the link is absent, or leads nowhere.
template <class TargetId>
std::optional<TargetId> id_of(const std::optional<Link<TargetId>>& link) {
    return link ? link->id() : std::nullopt;
}

Result<Target> organisation_of(const User& user) {
    if (const auto id = id_of(user.links.organisation)) return organisation_target(*id);
    return missing_link(
        "user", user.id.str(), "organisation",
        "use the token of a user who belongs to an organisation, or call usage() with its subscription");
}

Result<Target> usage_of(const Organisation& organisation) {
    if (const auto id = id_of(organisation.links.subscription)) return usage_target(*id);
    return missing_link("organisation", organisation.id.str(), "subscription",
                        "only an organisation with a subscription has usage figures; its owner can see subscriptions");
}

}  // namespace

Client::Client(const Credential<ApiToken>& token, const ClientOptions& options)
    : service_(std::make_shared<const call::Service>(dialect, token.source(), options)) {}

Call<User> Client::self(const CallOptions& options) const {
    return call::make<User>(service_, self_target(), options, content<User>);
}

Call<User> Client::user(const UserId& id, const CallOptions& options) const {
    return call::make<User>(service_, user_target(id), options, content<User>);
}

Call<Organisation> Client::organisation(const OrganisationId& id, const CallOptions& options) const {
    return call::make<Organisation>(service_, organisation_target(id), options, content<Organisation>);
}

Call<Usage> Client::usage(const SubscriptionId& id, const CallOptions& options) const {
    return call::make<Usage>(service_, usage_target(id), options, content<Usage>);
}

Call<Usage> Client::my_usage(const CallOptions& options) const {
    return call::make<Usage>(service_, self_target(), options, content<Usage>,
                             {call::via<User, organisation_of>, call::via<Organisation, usage_of>});
}

}  // namespace wiremock

}  // namespace usagekit
