#include <ostream>
#include <vector>

#include <usagekit/report.hpp>

#include "report/fields.hpp"
#include "wire/model.hpp"

namespace USAGEKIT_NAMESPACE {

namespace wire {

template struct Codec<reports::Period>;
template struct Codec<reports::Projection>;
template struct Codec<reports::Group>;
template struct Codec<reports::Metric>;
template struct Codec<reports::Cost>;
template struct Codec<UsageReport>;
template struct Codec<std::vector<UsageReport>>;

}  // namespace wire

std::ostream& operator<<(std::ostream& out, const UsageReport& report) { return out << to_json(report); }

}  // namespace USAGEKIT_NAMESPACE
