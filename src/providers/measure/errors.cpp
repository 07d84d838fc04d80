#include "providers/measure/errors.hpp"

#include <utility>

#include "call/error_body.hpp"

namespace USAGEKIT_NAMESPACE::measure {

namespace {

void replace(std::string& text, const std::optional<RawJson>& by) {
    if (auto other = call::text_of(by); !other.empty()) text = std::move(other);
}

}  // namespace

call::ProviderError read_error(const http::Response& response) {
    const auto read = from_json<ErrorBody>(response.body);
    if (!read) return {};
    const auto& body = read.assume_value();
    auto said = body.error ? call::said(*body.error) : call::ProviderError{};
    replace(said.message, body.message);
    replace(said.code, body.code);
    return said;
}

}  // namespace USAGEKIT_NAMESPACE::measure
