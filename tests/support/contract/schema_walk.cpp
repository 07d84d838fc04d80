#include "contract/schema_walk.hpp"

#include <algorithm>
#include <stdexcept>

#include "contract/fit.hpp"

namespace schema {

using shape::Kind;
using shape::Presence;
using shape::Shape;

namespace {

bool contains(const std::vector<std::string>& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

Presence presence_of(bool is_required, dom::element schema) {
    if (!is_required) return Presence::optional;
    return is_true(schema, "nullable") ? Presence::required_and_nullable : Presence::required;
}

}  // namespace

const shape::Row* row_of(const Shape& model, std::string_view name) {
    const auto named = [&](const shape::Row& row) { return row.name == name; };
    const auto found = std::find_if(model.rows.begin(), model.rows.end(), named);
    return found == model.rows.end() ? nullptr : &*found;
}

dom::element SchemaWalk::at(const std::string& reference) {
    dom::element found;
    if (!reference.starts_with("#/") || document_.at_pointer(reference.substr(1)).get(found)) {
        throw std::runtime_error("the contract has no " + reference);
    }
    reached_.insert(reference);
    return found;
}

dom::element SchemaWalk::resolved(dom::element in) {
    while (member(in, "$ref")) in = at(text(in, "$ref"));
    return in;
}

void SchemaWalk::compare(const std::string& place, dom::element schema, const Shape& shape,
                         const std::string& description) {
    schema = resolved(schema);
    check_keywords(place, schema,
                   {"type", "format", "enum", "properties", "required", "items", "additionalProperties", "nullable",
                    "description", "example", "pattern"});
    if (rules_.is_lenient && shape.kind == Kind::any) return;
    if (fits(schema, shape, description + text(schema, "description"))) {
        compare_inside(place, schema, shape);
    } else {
        differ(place, type_of(schema) + ", the table has it as " + name_of(shape));
    }
}

void SchemaWalk::compare_inside(const std::string& place, dom::element schema, const Shape& shape) {
    if (shape.kind == Kind::list) compare(place + "[]", schema["items"], shape.element[0]);
    if (shape.kind == Kind::model) compare_rows(place, schema, shape);
    if (shape.kind == Kind::map || shape.kind == Kind::model) compare_others(place, schema, shape);
}

void SchemaWalk::compare_rows(const std::string& place, dom::element schema, const Shape& model) {
    const auto properties = member(schema, "properties");
    const auto required = texts(member(schema, "required"));
    for (auto [name, property] : members(properties)) {
        const auto below = place + "." + std::string(name);
        if (const auto* row = row_of(model, name)) {
            compare_presence(below, presence_of(contains(required, name), resolved(property)), row->presence);
            compare(below, property, row->shape);
        } else {
            differ(below, "no row in the table");
        }
    }
    for (const auto& row : model.rows) {
        if (!member(*properties, row.name)) differ(place + "." + row.name, "no property in the contract");
    }
    for (const auto& name : required) {
        if (!member(*properties, name)) differ(place + "." + name, "required, and no property in the contract");
    }
}

void SchemaWalk::compare_others(const std::string& place, dom::element schema, const Shape& shape) {
    const auto others = others_of(schema);
    const bool table_has_them = !shape.element.empty();
    if (others && table_has_them) compare(place + ".*", *others, shape.element[0]);
    if (others && !table_has_them) differ(place + ".*", "no row in the table");
    if (!others && table_has_them) differ(place + ".*", "no property in the contract");
}

void SchemaWalk::compare_presence(const std::string& place, Presence contract, Presence table) {
    if (rules_.is_lenient || contract == table) return;
    if (contains(rules_.exceptions, place)) {
        excepted_.insert(place);
    } else {
        differ(place, name_of(contract) + ", the table has it as " + name_of(table));
    }
}

void SchemaWalk::check_keywords(const std::string& place, dom::element in, const std::vector<std::string_view>& known) {
    for (auto [name, value] : members(in)) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            differ(place, "the keyword " + std::string(name) + " is not understood");
        }
    }
}

void SchemaWalk::differ(const std::string& place, const std::string& how) {
    differences_.append(differences_.empty() ? "" : "\n").append(place).append(": ").append(how);
}

std::string SchemaWalk::differences() {
    for (const auto& place : rules_.exceptions) {
        if (!excepted_.contains(place)) differ(place, "the exception is not needed");
    }
    return differences_;
}

}  // namespace schema
