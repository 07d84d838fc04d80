#include "providers/billing/envelope.hpp"

#include <utility>

#include "call/error_body.hpp"

namespace usagekit::billing {

namespace {

call::ProviderError said(const ErrorEnvelope& envelope) {
    return envelope.error ? call::said(*envelope.error) : call::ProviderError{};
}

/// An error under a status that says success.
Error failure(call::ProviderError said) {
    const auto kind = said.code == "UNAUTHORIZED" ? ErrorKind::authentication : ErrorKind::rejected;
    return call::provider_error(kind, std::move(said));
}

}  // namespace

Result<Usage> read_usage(std::string& body, const wire::DecodeOptions& options) {
    auto envelope = wire::decode<UsageEnvelope>(body, options);
    if (envelope && envelope.assume_value().success) return std::move(envelope).assume_value().data;
    const auto refused = wire::decode<ErrorEnvelope>(body, {.depth = options.depth});
    const bool says_why = refused && refused.assume_value().success == false;
    if (!envelope && !says_why) return std::move(envelope).assume_error();
    return failure(says_why ? said(refused.assume_value()) : call::ProviderError{});
}

call::ProviderError read_error(const http::Response& response) {
    const auto envelope = from_json<ErrorEnvelope>(response.body);
    return envelope ? said(envelope.assume_value()) : call::ProviderError{};
}

}  // namespace usagekit::billing
