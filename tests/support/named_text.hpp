#pragma once

#include <concepts>
#include <string>

#include <usagekit/decimal.hpp>
#include <usagekit/json.hpp>

/// A type of its own around a text. It says the same as wire::NamedText, without the JSON parser that comes with that.
template <class T>
concept NamedText = std::constructible_from<T, std::string> && requires(const T& value) {
    { value.str() } -> std::same_as<const std::string&>;
} && !std::same_as<T, usagekit::RawJson> && !std::same_as<T, usagekit::Decimal>;
