#pragma once

// Which types of a table fit which types of a schema.

#include <optional>
#include <string>

#include "contract/dom.hpp"
#include "contract/shape.hpp"

namespace schema {

/// The schema of the members that `properties` does not name; nothing for one that is no more than true or false.
[[nodiscard]] std::optional<dom::element> others_of(dom::element schema);

/// Whether a type fits, leaving aside what is inside of it. The description of a text can say how it is written.
[[nodiscard]] bool fits(dom::element schema, const shape::Shape& shape, const std::string& description);

/// What a schema says of the type, as a difference tells it.
[[nodiscard]] std::string type_of(dom::element schema);

/// What a table says of it.
[[nodiscard]] std::string name_of(const shape::Shape& shape);

[[nodiscard]] std::string name_of(shape::Presence presence);

}  // namespace schema
