#pragma once

// Access to an OpenAPI document of which nothing is known to be there.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

namespace schema {

namespace dom = simdjson::dom;

/// A member of an object; nothing when it has none of that name, or is no object.
[[nodiscard]] std::optional<dom::element> member(dom::element in, std::string_view name);

/// The text of a member; empty when there is none.
[[nodiscard]] std::string text(dom::element in, std::string_view name);

/// Whether a member is there, and `true`.
[[nodiscard]] bool is_true(dom::element in, std::string_view name);

/// Of nothing there are none.
[[nodiscard]] std::vector<dom::key_value_pair> members(std::optional<dom::element> object);
[[nodiscard]] std::vector<dom::element> items(std::optional<dom::element> array);
[[nodiscard]] std::vector<std::string> texts(std::optional<dom::element> array);

/// The schema of the JSON body of a request or a response.
[[nodiscard]] std::optional<dom::element> body_schema(dom::element owner);

}  // namespace schema
