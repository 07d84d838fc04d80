#include <usagekit/report_writers.hpp>

namespace usagekit {

std::string to_html(std::span<const UsageReport>, const HtmlOptions&) { return {}; }

}  // namespace usagekit
