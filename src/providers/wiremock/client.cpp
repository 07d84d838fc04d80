#include <usagekit/wiremock/client.hpp>

#include "call/call.hpp"
#include "call/environment.hpp"
#include "core/text.hpp"
#include "providers/wiremock/errors.hpp"

namespace USAGEKIT_NAMESPACE {

using namespace wiremock;

template class Call<User>;
template class Call<Organisation>;
template class Call<Usage>;

namespace wiremock {

namespace {

using call::content;
using call::Target;

constexpr call::Dialect dialect{.base_url = production,
                                .read_error = &read_error,
                                .variables = {.token = "WIREMOCK_CLOUD_TOKEN", .base_url = "WIREMOCK_CLOUD_BASE_URL"}};

Target self_target() { return Target::get("/v1/users/self"); }

Target user_target(const UserId& id) { return Target::get("/v1/users").segment("user ID", id); }

Target organisation_target(const OrganisationId& id) {
    return Target::get("/v1/organisations").segment("organisation ID", id);
}

Target usage_target(const SubscriptionId& id) {
    return Target::get("/v1/subscriptions").segment("subscription ID", id).literal("/usage");
}

/// A link of a resource.
struct Place {
    std::string_view resource;
    std::string_view link;
};

std::string path_of(const Place& place) { return concat("$.", place.resource, ".links.", place.link); }

Error missing_link(const Place& place, std::string_view id, std::string_view advice) {
    return {.kind = ErrorKind::not_found,
            .message = concat("the ", place.resource, " ", in_quotes(id), " has no ", place.link, " link"),
            .advice = std::string(advice),
            .json_path = path_of(place)};
}

/// What to ask for the resource that a link leads to.
template <class TargetId>
Result<Target> behind(const Link<TargetId>& link, const Place& place, Target (*target)(const TargetId&)) {
    if (const auto id = link.id()) {
        auto next = target(*id);
        if (!next.refusal()) return next;
    }
    return Error{.kind = ErrorKind::decode,
                 .message = concat("expected the path of a resource, found ", in_quotes(link.str())),
                 .advice = "the answer differs from the documented contract",
                 .json_path = path_of(place)};
}

Result<Target> organisation_of(const User& user) {
    constexpr Place place{.resource = "user", .link = "organisation"};
    if (user.links.organisation) return behind(*user.links.organisation, place, organisation_target);
    return missing_link(
        place, user.id.str(),
        "use the token of a user who belongs to an organisation, or call usage() with its subscription");
}

Result<Target> usage_of(const Organisation& organisation) {
    constexpr Place place{.resource = "organisation", .link = "subscription"};
    if (organisation.links.subscription) return behind(*organisation.links.subscription, place, usage_target);
    return missing_link(place, organisation.id.str(),
                        "only an organisation with a subscription has usage figures; its owner can see subscriptions");
}

}  // namespace

Client::Client(const Credential<ApiToken>& token, const ClientOptions& options)
    : ServiceClient(call::connected(dialect, token, options)) {}

Result<Client> Client::from_env(ClientOptions options) {
    return call::from_environment<Client, ApiToken>(dialect, std::move(options));
}

Call<User> Client::self(const CallOptions& options) const {
    return call::make<User>(service(), self_target(), options, content<User>);
}

Call<User> Client::user(const UserId& id, const CallOptions& options) const {
    return call::make<User>(service(), user_target(id), options, content<User>);
}

Call<Organisation> Client::organisation(const OrganisationId& id, const CallOptions& options) const {
    return call::make<Organisation>(service(), organisation_target(id), options, content<Organisation>);
}

Call<Usage> Client::usage(const SubscriptionId& id, const CallOptions& options) const {
    return call::make<Usage>(service(), usage_target(id), options, content<Usage>);
}

Call<Usage> Client::my_usage(const CallOptions& options) const {
    return call::make<Usage>(service(), self_target(), options, content<Usage>,
                             {call::via<User, organisation_of>, call::via<Organisation, usage_of>});
}

}  // namespace wiremock

}  // namespace USAGEKIT_NAMESPACE
