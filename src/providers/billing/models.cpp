#include <usagekit/billing/models.hpp>

#include "providers/billing/fields.hpp"
#include "wire/model.hpp"
#include "wire/query.hpp"

namespace USAGEKIT_NAMESPACE {

using namespace billing;

namespace wire {

template struct Codec<GetUsage>;
template std::string to_query(const GetUsage&);
template struct Codec<Period>;
template struct Codec<Metric>;
template struct Codec<Cost>;
template struct Codec<Projection>;
template struct Codec<Usage>;
template std::optional<Error> decode_into(UsageEnvelope&, std::string&, const DecodeOptions&);
template struct Codec<ErrorEnvelope>;
template std::optional<Error> decode_into(ErrorEnvelope&, std::string&, const DecodeOptions&);

}  // namespace wire

}  // namespace USAGEKIT_NAMESPACE
