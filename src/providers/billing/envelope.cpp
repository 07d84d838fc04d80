#include "providers/billing/envelope.hpp"

#include <utility>

#include "call/error_body.hpp"

namespace USAGEKIT_NAMESPACE::billing {

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

std::optional<Error> read_usage(Usage& usage, std::string& body, const wire::DecodeOptions& options) {
    UsageEnvelope envelope;
    auto unreadable = wire::decode_into(envelope, body, options);
    if (!unreadable && envelope.success) {
        usage = std::move(envelope.data);
        return std::nullopt;
    }
    const auto refused = wire::decode<ErrorEnvelope>(body, {.depth = options.depth});
    const bool says_why = refused && refused.assume_value().success == false;
    if (unreadable && !says_why) return unreadable;
    return failure(says_why ? said(refused.assume_value()) : call::ProviderError{});
}

call::ProviderError read_error(const http::Response& response) {
    const auto envelope = from_json<ErrorEnvelope>(response.body);
    return envelope ? said(envelope.assume_value()) : call::ProviderError{};
}

}  // namespace USAGEKIT_NAMESPACE::billing
