#include <usagekit/measure/client.hpp>

#include "call/call.hpp"
#include "call/environment.hpp"
#include "core/period.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"
#include "providers/measure/errors.hpp"

namespace USAGEKIT_NAMESPACE {

using namespace measure;

template class Call<Usage>;

namespace measure {

namespace {

using call::Target;

constexpr call::Dialect dialect{.base_url = production,
                                .read_error = &read_error,
                                .variables = {.token = "MEASURE_API_KEY", .base_url = "MEASURE_BASE_URL"}};

std::optional<Error> refuse_company(const CompanyId& id) {
    constexpr std::string_view prefix = "cmp_";
    if (id.str().size() > prefix.size() && id.str().starts_with(prefix)) return std::nullopt;
    return refusal(concat("the company ID is ", in_quotes(id.str())),
                   "give cmp_ and what follows it, as Measure shows it");
}

std::optional<Error> refuse_pricing(const ProductMetricPricingId& id) {
    if (!id.str().empty()) return std::nullopt;
    return refusal("the product_metric_pricing_id is empty", "give the ID of the price whose usage is wanted");
}

Target target_of(GetSubscriptionUsage request) {
    const CompanyId& company = request.company_id;
    const auto period = request.period.value_or(Period{});
    if (period == Period{}) request.period.reset();  // it would be sent as an empty object
    return Target::post("/companies")
        .refuse(refuse_company(company))
        .segment("company ID", company)
        .literal("/subscriptions")
        .segment("subscription ID", request.subscription_id.get())
        .literal("/usage")
        .refuse(refuse_pricing(request.product_metric_pricing_id))
        .refuse(refuse_period({"period.start_date", period.start_date}, {"period.end_date", period.end_date}))
        .json(wire::to_body(request))
        .with_idempotency_key();
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

}  // namespace measure

}  // namespace USAGEKIT_NAMESPACE
