// Answers and errors of Measure.
#include <usagekit/measure/report.hpp>

#include "check_reports.hpp"
#include "fuzz.hpp"
#include "providers/measure/errors.hpp"

using namespace usagekit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto body = fuzz::text(data, size);
    if (const auto usage = fuzz::check_answer<measure::Usage>(body)) fuzz::check_report(measure::report(*usage));
    fuzz::check_error(body, measure::read_error);
    return 0;
}
