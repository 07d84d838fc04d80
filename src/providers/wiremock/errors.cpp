#include "providers/wiremock/errors.hpp"

#include <string_view>

#include "call/error_body.hpp"
#include "core/text.hpp"

namespace USAGEKIT_NAMESPACE::wiremock {

namespace {

using call::text_of;

void add(std::string& line, std::string_view separator, std::string_view part) {
    if (!part.empty()) line.append(line.empty() ? "" : separator).append(part);
}

/// What an error says besides its code and title.
std::string particulars(const ErrorItem& error) {
    std::string line = error.detail.value_or("");
    if (error.source && error.source->str() != "{}") add(line, ", ", concat("source ", error.source->str()));
    return line;
}

std::string whole(const ErrorItem& error) {
    std::string line = text_of(error.code);
    add(line, " ", error.title.value_or(""));
    add(line, ": ", particulars(error));
    return line;
}

/// The first error is the message; the others stand in the detail.
call::ProviderError summary(const std::vector<ErrorItem>& errors) {
    call::ProviderError said;
    for (const auto& error : errors) {
        if (&error != &errors.front()) {
            add(said.detail, "; ", whole(error));
            continue;
        }
        said = {.code = text_of(error.code), .message = error.title.value_or(""), .detail = particulars(error)};
        if (said.message.empty()) said.message.swap(said.detail);
    }
    return said;
}

}  // namespace

call::ProviderError read_error(const http::Response& response) {
    const auto list = from_json<ErrorList>(response.body);
    if (list && list.assume_value().errors) return summary(*list.assume_value().errors);
    return call::read_coded_message(response);
}

}  // namespace USAGEKIT_NAMESPACE::wiremock
