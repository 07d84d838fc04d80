#pragma once

#include <optional>
#include <string>

#include <usagekit/json.hpp>

#include "call/status.hpp"
#include "wire/field.hpp"

namespace USAGEKIT_NAMESPACE::call {

/// The form in which most services tell an error: `{"code": ..., "message": "..."}`. Both are optional here and of any
/// type, whatever a contract requires: an error that differs from it is still told.
struct CodedMessage {
    std::optional<RawJson> code{};
    std::optional<RawJson> message{};

    bool operator==(const CodedMessage&) const = default;
};

/// The content of a JSON string, or else the JSON itself; empty for none.
[[nodiscard]] std::string text_of(const std::optional<RawJson>& json);

/// What it says: of that form, or as a text for people.
[[nodiscard]] ProviderError said(const RawJson& error);

/// For a body of that form; says nothing of any other.
[[nodiscard]] ProviderError read_coded_message(const http::Response& response);

}  // namespace USAGEKIT_NAMESPACE::call

template <>
inline constexpr auto usagekit::wire::fields<usagekit::call::CodedMessage> = usagekit::wire::Table{
    usagekit::wire::field("code", &usagekit::call::CodedMessage::code),
    usagekit::wire::field("message", &usagekit::call::CodedMessage::message),
};
