#include <usagekit/measure/models.hpp>

#include "providers/measure/fields.hpp"
#include "wire/model.hpp"

namespace USAGEKIT_NAMESPACE::wire {

using namespace measure;

template std::string Codec<GetSubscriptionUsage>::to_json(const GetSubscriptionUsage&);
template void Codec<GetSubscriptionUsage>::print(std::ostream&, const GetSubscriptionUsage&);
template std::string to_body(const GetSubscriptionUsage&);

template struct Codec<Address>;
template struct Codec<Company>;
template struct Codec<Item>;
template struct Codec<MeteringRule>;
template struct Codec<Metric>;
template struct Codec<Money>;
template struct Codec<MinimumSpendSchedule>;
template struct Codec<RecognitionSchedule>;
template struct Codec<ScheduledPrice>;
template struct Codec<CreditPrice>;
template struct Codec<CustomPrice>;
template struct Codec<FixedPrice>;
template struct Codec<GradientTier>;
template struct Codec<StepPrice>;
template struct Codec<VolumeTier>;
template struct Codec<ItemPricing>;
template struct Codec<Entitlement>;
template struct Codec<ProductPricing>;
template struct Codec<Product>;
template struct Codec<ProductMetricPricing>;
template struct Codec<Period>;
template struct Codec<UsageBreakdown>;
template struct Codec<UsageRecord>;
template struct Codec<Usage>;
template struct Codec<ErrorBody>;
template std::optional<Error> decode_into(Usage&, std::string&, const DecodeOptions&);

}  // namespace USAGEKIT_NAMESPACE::wire
