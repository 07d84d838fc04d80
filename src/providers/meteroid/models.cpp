#include <usagekit/meteroid/models.hpp>

#include "providers/meteroid/fields.hpp"
#include "wire/model.hpp"
#include "wire/query.hpp"

namespace USAGEKIT_NAMESPACE {

using namespace meteroid;

namespace wire {

template std::string Codec<GetSubscriptionUsage>::to_json(const GetSubscriptionUsage&);
template void Codec<GetSubscriptionUsage>::print(std::ostream&, const GetSubscriptionUsage&);
template std::string to_query(const GetSubscriptionUsage&);
template std::string Codec<GetCustomerUsage>::to_json(const GetCustomerUsage&);
template void Codec<GetCustomerUsage>::print(std::ostream&, const GetCustomerUsage&);
template std::string to_query(const GetCustomerUsage&);
template std::string Codec<GetUsageSummary>::to_json(const GetUsageSummary&);
template void Codec<GetUsageSummary>::print(std::ostream&, const GetUsageSummary&);
template std::string to_query(const GetUsageSummary&);
template struct Codec<GroupedUsage>;
template struct Codec<MetricUsage>;
template struct Codec<Usage>;
template std::optional<Error> decode_into(Usage&, std::string&, const DecodeOptions&);

}  // namespace wire

std::optional<Open<ErrorCode>> meteroid::error_code(const Error& error) {
    if (error.code.empty()) return std::nullopt;
    return wire::open_value<ErrorCode>(error.code);
}

}  // namespace USAGEKIT_NAMESPACE
