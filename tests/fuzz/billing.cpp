// Answers and errors of Billing.
#include <usagekit/billing/report.hpp>

#include "check_reports.hpp"
#include "fuzz.hpp"
#include "providers/billing/envelope.hpp"

using namespace usagekit;

namespace {

/// An answer with status 200 may be an error, too.
void check_usage(std::string body) {
    billing::Usage usage;
    const auto error = billing::read_usage(usage, body, {});
    if (!error) {
        fuzz::check_report(billing::report(usage));
        return fuzz::check_round_trip(usage);
    }
    if (error->kind == ErrorKind::decode) return fuzz::check_refusal(*error);
    fuzz::require(verdict_of_another(body) != Verdict::no_json, "only valid JSON says `success: false`");
    fuzz::require(!error->message.empty() && !error->advice.empty(), "an error says what happened, and what to do");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto body = fuzz::text(data, size);
    if (const auto envelope = fuzz::read_answer<billing::UsageEnvelope>(body)) fuzz::check_round_trip(envelope->data);
    check_usage(body);
    fuzz::check_error(body, billing::read_error);
    return 0;
}
