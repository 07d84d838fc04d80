#include <algorithm>

#include <usagekit/meteroid/client.hpp>

#include "call/call.hpp"
#include "call/environment.hpp"
#include "call/error_body.hpp"
#include "core/period.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE {

using namespace meteroid;

template class Call<Usage>;

namespace meteroid {

namespace {

using call::Target;

constexpr call::Dialect dialect{.base_url = production,
                                .read_error = &call::read_coded_message,
                                .variables = {.token = "METEROID_API_KEY", .base_url = "METEROID_BASE_URL"}};

bool is_uuid(std::string_view text) {
    constexpr std::string_view form = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    const auto fits = [](char c, char wanted) { return wanted == 'h' ? is_hex_digit(c) : c == wanted; };
    return std::equal(text.begin(), text.end(), form.begin(), form.end(), fits);
}

/// Base62, of which Meteroid takes 22 characters at most.
bool is_encoded(std::string_view text) {
    return !text.empty() && text.size() <= 22 && std::all_of(text.begin(), text.end(), is_letter_or_digit);
}

/// The service answers an ID of another form with 400 in plain text.
template <class Tag>
std::optional<Error> refuse_id(std::string_view what, std::string_view prefix, const Id<Tag>& id) {
    const std::string_view text = id.str();
    if (is_uuid(text) || (text.starts_with(prefix) && is_encoded(text.substr(prefix.size())))) return std::nullopt;
    return refusal(concat("the ", what, " is ", in_quotes(text)),
                   concat("give ", prefix, " with 1 to 22 letters or digits, or a UUID"));
}

/// What all three operations can be asked with besides.
template <class Request>
Target with_parameters(Target target, const Request& request) {
    if (request.metric_id) target.refuse(refuse_id("metric ID", "bm_", *request.metric_id));
    return std::move(target)
        .refuse(refuse_period({"start_date", request.start_date}, {"end_date", request.end_date}))
        .query(wire::to_query(request));
}

Target target_of(const GetSubscriptionUsage& request) {
    const SubscriptionId& id = request.subscription_id;
    return with_parameters(Target::get("/api/v1/usage/subscription")
                               .segment("subscription ID", id)
                               .refuse(refuse_id("subscription ID", "sub_", id)),
                           request);
}

Target target_of(const GetCustomerUsage& request) {
    const CustomerId& id = request.customer_id;
    return with_parameters(Target::get("/api/v1/usage/customer").segment("customer ID", id), request);
}

Target target_of(const GetUsageSummary& request) {
    return with_parameters(Target::get("/api/v1/usage/summary"), request);
}

}  // namespace

Client::Client(const Credential<BearerToken>& token, const ClientOptions& options)
    : ServiceClient(call::connected(dialect, token, options)) {}

Result<Client> Client::from_env(ClientOptions options) {
    return call::from_environment<Client, BearerToken>(dialect, std::move(options));
}

Call<Usage> Client::subscription_usage(const GetSubscriptionUsage& request, const CallOptions& options) const {
    return call::make<Usage>(service(), target_of(request), options, wire::decode_into<Usage>);
}

Call<Usage> Client::customer_usage(const GetCustomerUsage& request, const CallOptions& options) const {
    return call::make<Usage>(service(), target_of(request), options, wire::decode_into<Usage>);
}

Call<Usage> Client::usage_summary(const GetUsageSummary& request, const CallOptions& options) const {
    return call::make<Usage>(service(), target_of(request), options, wire::decode_into<Usage>);
}

}  // namespace meteroid

}  // namespace USAGEKIT_NAMESPACE
