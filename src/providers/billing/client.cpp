#include <usagekit/billing/client.hpp>

#include "call/call.hpp"
#include "call/environment.hpp"
#include "core/period.hpp"
#include "core/refusal.hpp"
#include "core/text.hpp"
#include "providers/billing/envelope.hpp"

namespace USAGEKIT_NAMESPACE {

using namespace billing;

template class Call<Usage>;

namespace billing {

namespace {

using call::Target;

constexpr call::Dialect dialect{
    .base_url = {}, .read_error = &read_error, .variables = {.token = "BILLING_TOKEN", .base_url = "BILLING_BASE_URL"}};

/// The list is separated by commas, so a name with one would be taken for two.
std::optional<Error> refuse_metric(const MetricId& id) {
    if (!id.str().empty() && id.str().find(',') == std::string::npos) return std::nullopt;
    return refusal(concat("GetUsage::metrics has the name ", in_quotes(id.str())),
                   "give each metric an element of its own, and no element to ask for all");
}

Target target_of(const GetUsage& request) {
    auto target = Target::get("/api/billing/usage")
                      .refuse(refuse_period({"startDate", request.start_date}, {"endDate", request.end_date}))
                      .query(wire::to_query(request));
    for (const auto& id : request.metrics) target.refuse(refuse_metric(id));
    return target;
}

}  // namespace

Client::Client(const Credential<BearerToken>& token, const ClientOptions& options)
    : ServiceClient(call::connected(dialect, token, options)) {}

Result<Client> Client::from_env(ClientOptions options) {
    return call::from_environment<Client, BearerToken>(dialect, std::move(options));
}

Call<Usage> Client::usage(const GetUsage& request, const CallOptions& options) const {
    return call::make<Usage>(service(), target_of(request), options, read_usage);
}

}  // namespace billing

}  // namespace USAGEKIT_NAMESPACE
