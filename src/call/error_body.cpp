#include "call/error_body.hpp"

#include "wire/model.hpp"

namespace usagekit {

template struct wire::Codec<call::CodedMessage>;

namespace call {

std::string text_of(const std::optional<RawJson>& json) {
    if (!json) return {};
    const auto text = json->as<std::string>();
    return text ? text.assume_value() : json->str();
}

ProviderError said(const CodedMessage& error) {
    return {.code = text_of(error.code), .message = error.message.value_or("")};
}

ProviderError read_coded_message(const http::Response& response) {
    const auto error = from_json<CodedMessage>(response.body);
    return error ? said(error.assume_value()) : ProviderError{};
}

}  // namespace call

}  // namespace usagekit
