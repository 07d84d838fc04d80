#include "service.hpp"

#include <sstream>
#include <utility>

#include <usagekit/billing/client.hpp>
#include <usagekit/measure/client.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/wiremock/client.hpp>

#include "decode/by_hand.hpp"
#include "measure.hpp"

namespace bench {

namespace {

using namespace usagekit;

template <class Value>
const Value& valid(const Result<Value>& result) {
    if (result) return result.value();
    std::ostringstream text;
    text << result.error();
    give_up(text.str());
}

constexpr const char* token = "a-token-of-32-characters-or-so-x";

/// The request that a call would send, to the byte: a call shows its credential as stars.
template <class T>
http::Request request_of(const Call<T>& call) {
    auto request = valid(call.request());
    http::Headers headers;
    for (const auto& [name, shown] : request.headers) {
        std::string value(shown);
        const auto stars = value.find("***");
        if (stars != value.npos) value.replace(stars, 3, token);
        headers.add(name, value);
    }
    request.headers = std::move(headers);
    return request;
}

template <class Make>
Service service(std::string name, Make make, Decode by_simdjson, Decode by_nlohmann) {
    const auto get = [make] {
        const auto result = make().get();
        benchmark::DoNotOptimize(valid(result));
    };
    return {.name = std::move(name),
            .get = get,
            .request = request_of(make()),
            .by_simdjson = by_simdjson,
            .by_nlohmann = by_nlohmann};
}

Service wiremock_service(const ClientOptions& options) {
    const wiremock::Client client{ApiToken{token}, options};
    const auto make = [client] { return client.usage(wiremock::SubscriptionId{"qmr8z"}); };
    return service("wiremock", make, decode_by_simdjson<wiremock::Usage>, decode_by_nlohmann<wiremock::Usage>);
}

Service billing_service(const ClientOptions& options) {
    const billing::Client client{BearerToken{token}, options};
    return service(
        "billing", [client] { return client.usage(); }, decode_by_simdjson<by_hand::BillingUsage>,
        decode_by_nlohmann<billing::Usage>);
}

Service meteroid_service(std::string name, const std::string& id, const ClientOptions& options) {
    const meteroid::Client client{BearerToken{token}, options};
    const auto make = [client, id] {
        return client.subscription_usage({.subscription_id = meteroid::SubscriptionId{id}});
    };
    return service(std::move(name), make, decode_by_simdjson<by_hand::MeteroidUsage>,
                   decode_by_nlohmann<meteroid::Usage>);
}

Service measure_service(ClientOptions options) {
    options.base_url.append("/api/v1");
    const measure::Client client{BearerToken{token}, options};
    const auto make = [client] {
        return client.subscription_usage({.company_id = measure::CompanyId{"cmp_12345"},
                                          .subscription_id = measure::SubscriptionId{"sub_12345"},
                                          .product_metric_pricing_id = measure::ProductMetricPricingId{"pmp_12345"}});
    };
    return service("measure", make, decode_by_simdjson<measure::Usage>, decode_by_nlohmann<measure::Usage>);
}

}  // namespace

std::vector<Service> services(const Place& place) {
    const ClientOptions options{.base_url = place.base_url, .tls = place.tls()};
    return {wiremock_service(options), billing_service(options), meteroid_service("meteroid", "sub_18kB", options),
            measure_service(options), meteroid_service("meteroid_5MB", "sub_5MB", options)};
}

Service meteroid_service(const Place& place, int kilobytes) {
    const auto size = std::to_string(kilobytes).append("kB");
    return meteroid_service(size, "sub_" + size, {.base_url = place.base_url, .tls = place.tls()});
}

}  // namespace bench
