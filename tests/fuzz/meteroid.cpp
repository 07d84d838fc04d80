// Answers and errors of Meteroid.
#include <usagekit/meteroid/report.hpp>

#include "call/error_body.hpp"
#include "check_reports.hpp"
#include "fuzz.hpp"

using namespace usagekit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto body = fuzz::text(data, size);
    if (const auto usage = fuzz::check_answer<meteroid::Usage>(body)) fuzz::check_report(meteroid::report(*usage));
    fuzz::check_error(body, call::read_coded_message);
    return 0;
}
