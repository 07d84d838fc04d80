#include "providers/wiremock/errors.hpp"

#include "wire/codec.hpp"

namespace usagekit::wiremock {

namespace {

std::string text(const std::optional<Decimal>& code) { return code ? code->str() : std::string(); }

call::ProviderError first_of(const ErrorList& list) {
    call::ProviderError said;
    for (const auto& error : list.errors) {
        if (said.message.empty()) {
            said = {.code = text(error.code), .message = error.title, .detail = error.detail.value_or("")};
        } else {
            said.detail.append(said.detail.empty() ? "" : "; ").append(error.title);
            if (error.detail) said.detail.append(": ").append(*error.detail);
        }
    }
    return said;
}

}  // namespace

call::ProviderError read_error(const http::Response& response) {
    if (const auto list = from_json<ErrorList>(response.body)) return first_of(list.assume_value());
    if (const auto error = from_json<ErrorMessage>(response.body)) {
        return {.code = text(error.assume_value().code), .message = error.assume_value().message};
    }
    return {};
}

}  // namespace usagekit::wiremock
