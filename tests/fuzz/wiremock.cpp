// Answers and errors of WireMock Cloud.
#include <usagekit/wiremock/report.hpp>

#include "check_reports.hpp"
#include "fuzz.hpp"
#include "providers/wiremock/errors.hpp"

using namespace usagekit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto body = fuzz::text(data, size);
    fuzz::check_answer<wire::Envelope<wiremock::User>>(body);
    fuzz::check_answer<wire::Envelope<wiremock::Organisation>>(body);
    if (const auto usage = fuzz::check_answer<wire::Envelope<wiremock::Usage>>(body)) {
        fuzz::check_report(wiremock::report(usage->content));
    }
    fuzz::check_error(body, wiremock::read_error);
    return 0;
}
