#include "call/error_body.hpp"

#include "wire/model.hpp"

namespace USAGEKIT_NAMESPACE {

template struct wire::Codec<call::CodedMessage>;

namespace call {

std::string text_of(const std::optional<RawJson>& json) {
    if (!json) return {};
    const auto text = json->as<std::string>();
    return text ? text.assume_value() : json->str();
}

namespace {

ProviderError said(const CodedMessage& error) {
    return {.code = text_of(error.code), .message = text_of(error.message)};
}

}  // namespace

ProviderError said(const RawJson& error) {
    if (const auto coded = error.as<CodedMessage>()) return said(coded.assume_value());
    return {.message = text_of(error)};
}

ProviderError read_coded_message(const http::Response& response) {
    const auto error = from_json<CodedMessage>(response.body);
    return error ? said(error.assume_value()) : ProviderError{};
}

}  // namespace call

}  // namespace USAGEKIT_NAMESPACE
