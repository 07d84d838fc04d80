#pragma once

// Walks a schema and the shape of a table together.

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contract/dom.hpp"
#include "contract/shape.hpp"

namespace schema {

struct Rules {
    bool is_lenient = false;  ///< Presence is not compared, and any JSON fits everything.
    std::vector<std::string> exceptions{};
};

/// One comparison. The references that it follows are added to `reached`.
class SchemaWalk {
public:
    SchemaWalk(dom::element document, std::set<std::string>& reached, Rules rules)
        : document_(document), reached_(reached), rules_(std::move(rules)) {}

    /// What stands at `#/components/schemas/Car`. Throws std::runtime_error when nothing does.
    [[nodiscard]] dom::element at(const std::string& reference);
    /// What stands behind the `$ref`, when it is one.
    [[nodiscard]] dom::element resolved(dom::element in);

    /// A `description` besides that of the schema itself.
    void compare(const std::string& place, dom::element schema, const shape::Shape& shape,
                 const std::string& description = {});
    void compare_presence(const std::string& place, shape::Presence contract, shape::Presence table);
    /// What a keyword means that is not known here would be passed over in silence.
    void check_keywords(const std::string& place, dom::element in, const std::vector<std::string_view>& known);
    void differ(const std::string& place, const std::string& how);

    /// A line each. To be asked for once, at the end.
    [[nodiscard]] std::string differences();

private:
    void compare_rows(const std::string& place, dom::element schema, const shape::Shape& model);
    void compare_others(const std::string& place, dom::element schema, const shape::Shape& model);
    void compare_inside(const std::string& place, dom::element schema, const shape::Shape& shape);

    dom::element document_;
    std::set<std::string>& reached_;
    Rules rules_;
    std::set<std::string> excepted_{};
    std::string differences_{};
};

/// The row of that name, or null.
[[nodiscard]] const shape::Row* row_of(const shape::Shape& model, std::string_view name);

}  // namespace schema
