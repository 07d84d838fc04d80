#include <usagekit/report_writers.hpp>

namespace usagekit {

std::string to_csv(std::span<const UsageReport>, const CsvOptions&) { return {}; }

}  // namespace usagekit
