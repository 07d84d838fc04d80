// Reports, as they are read from JSON, in every format.
#include "check_reports.hpp"

using namespace usagekit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto report = from_json<UsageReport>(fuzz::text(data, size));
    if (report) {
        fuzz::check_report(report.assume_value());
    } else {
        fuzz::check_refusal(report.assume_error());
    }
    return 0;
}
