#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "reading.hpp"

namespace tool {

/// What a TOML value gives to a parameter of that shape: a string or a date is one text, an array of them several, and
/// `true` is `true`, while `false` gives nothing. Absent when the value is of another type.
[[nodiscard]] std::optional<std::vector<std::string>> texts_in(const toml::node& value, Shape shape);

/// The type that a parameter of that shape takes, for people.
[[nodiscard]] std::string_view type_for(Shape shape);

}  // namespace tool
