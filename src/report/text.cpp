#include <usagekit/report_writers.hpp>

namespace usagekit {

std::string to_text(std::span<const UsageReport>, const TextOptions&) { return {}; }

}  // namespace usagekit
