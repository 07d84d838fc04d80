#include "providers/measure/errors.hpp"

#include "call/error_body.hpp"

namespace usagekit::measure {

namespace {

/// Of `error`: a text, or an object with a message.
call::ProviderError said(const RawJson& error) {
    if (const auto body = error.as<call::CodedMessage>()) return call::said(body.assume_value());
    return {.message = call::text_of(error)};
}

}  // namespace

call::ProviderError read_error(const http::Response& response) {
    const auto read = from_json<ErrorBody>(response.body);
    if (!read) return {};
    const auto& body = read.assume_value();
    auto inner = body.error ? said(*body.error) : call::ProviderError{};
    if (body.message) inner.message = call::text_of(body.message);
    if (body.code) inner.code = call::text_of(body.code);
    return inner;
}

}  // namespace usagekit::measure
