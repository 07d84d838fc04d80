#pragma once

#include <concepts>
#include <string>

#include <usagekit/decimal.hpp>
#include <usagekit/json.hpp>

namespace USAGEKIT_NAMESPACE::wire {

/// A type of its own around a text, an ID for example.
template <class T>
concept NamedText = std::constructible_from<T, std::string> && requires(const T& value) {
    { value.str() } -> std::same_as<const std::string&>;
} && !std::same_as<T, RawJson> && !std::same_as<T, Decimal>;

}  // namespace USAGEKIT_NAMESPACE::wire
