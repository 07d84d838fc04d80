#include <usagekit/report_writers.hpp>

namespace usagekit {

std::string to_openmetrics(std::span<const UsageReport>) { return {}; }

}  // namespace usagekit
