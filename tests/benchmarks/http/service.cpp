#include "service.hpp"

#include <sstream>
#include <utility>

#include <usagekit/billing/client.hpp>
#include <usagekit/measure/client.hpp>
#include <usagekit/meteroid/client.hpp>
#include <usagekit/wiremock/client.hpp>

#include "measure.hpp"

namespace bench {

namespace {

using namespace usagekit;
namespace ours = by_hand::with_simdjson;
namespace theirs = by_hand::with_nlohmann;

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
    for (auto [name, value] : request.headers) {
        const auto stars = value.find("***");
        if (stars != value.npos) value.replace(stars, 3, token);
        headers.add(std::move(name), std::move(value));
    }
    request.headers = std::move(headers);
    return request;
}

template <class Make>
Service service(std::string name, Make make, by_hand::Decode by_simdjson, by_hand::Decode by_nlohmann) {
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
    return service("wiremock", make, ours::wiremock_usage, theirs::wiremock_usage);
}

Service billing_service(const ClientOptions& options) {
    const billing::Client client{BearerToken{token}, options};
    return service(
        "billing", [client] { return client.usage(); }, ours::billing_usage, theirs::billing_usage);
}

Service meteroid_service(std::string name, const std::string& id, const ClientOptions& options) {
    const meteroid::Client client{BearerToken{token}, options};
    const auto make = [client, id] {
        return client.subscription_usage({.subscription_id = meteroid::SubscriptionId{id}});
    };
    return service(std::move(name), make, ours::meteroid_usage, theirs::meteroid_usage);
}

Service measure_service(ClientOptions options) {
    options.base_url.append("/api/v1");
    const measure::Client client{BearerToken{token}, options};
    const auto make = [client] {
        return client.subscription_usage({.company_id = measure::CompanyId{"cmp_12345"},
                                          .subscription_id = measure::SubscriptionId{"sub_12345"},
                                          .product_metric_pricing_id = measure::ProductMetricPricingId{"pmp_12345"}});
    };
    return service("measure", make, ours::measure_usage, theirs::measure_usage);
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
