#include "contract/fit.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace schema {

using shape::Kind;
using shape::Shape;

namespace {

std::string joined(const std::vector<std::string>& texts) {
    std::string line;
    for (const auto& text : texts) line.append(line.empty() ? "" : ", ").append(text);
    return line;
}

bool has_any(dom::element schema, std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(), [&](auto name) { return member(schema, name).has_value(); });
}

std::string object_type(dom::element schema) {
    if (member(schema, "properties")) return "object";
    return others_of(schema) ? "map" : "free-form object";
}

struct Fit {
    std::string_view type;
    Kind kind;
};
constexpr Fit plain_fits[] = {
    {"string", Kind::text},
    {"string", Kind::secret},
    {"string (date-time)", Kind::timestamp},
    {"string (date)", Kind::date},
    {"string (decimal)", Kind::decimal_text},
    {"number", Kind::count},
    {"number", Kind::decimal},
    {"integer", Kind::count},
    {"integer", Kind::decimal},
    {"boolean", Kind::boolean},
    {"array", Kind::list},
    {"object", Kind::model},
    {"map", Kind::map},
    {"free-form object", Kind::any},
    {"any JSON", Kind::any},
};

bool is_list_of_texts(const Shape& shape) {
    if (shape.kind != Kind::comma_separated) return false;
    const auto item = shape.element[0].kind;
    return item == Kind::text || item == Kind::labels;
}

bool fits_description(const Shape& shape, const std::string& description) {
    const auto says = [&](std::string_view words) { return description.find(words) != std::string::npos; };
    if (shape.kind == Kind::date_or_timestamp) return says("ISO 8601");
    return is_list_of_texts(shape) && says("omma-separated");
}

}  // namespace

std::optional<dom::element> others_of(dom::element schema) {
    const auto others = member(schema, "additionalProperties");
    return others && others->is_object() ? others : std::nullopt;
}

bool fits(dom::element schema, const Shape& shape, const std::string& description) {
    const auto type = type_of(schema);
    if (shape.kind == Kind::labels) return type == "string of " + joined(shape.labels);
    if (type == "string" && fits_description(shape, description)) return true;
    return std::any_of(std::begin(plain_fits), std::end(plain_fits),
                       [&](const Fit& fit) { return fit.type == type && fit.kind == shape.kind; });
}

std::string type_of(dom::element schema) {
    const auto type = text(schema, "type");
    const auto format = text(schema, "format");
    if (type == "object") return object_type(schema);
    if (type == "array" && !has_any(schema, {"items"})) return "array without items";
    if (const auto labels = member(schema, "enum")) return type + " of " + joined(texts(labels));
    if (!format.empty()) return type + " (" + format + ")";
    if (!type.empty()) return type;
    return has_any(schema, {"properties", "additionalProperties", "items"}) ? "no type" : "any JSON";
}

std::string name_of(const Shape& shape) {
    static constexpr const char* names[] = {
        "text",      "secret", "labels ",           "count",    "decimal", "decimal as text",      "boolean",
        "timestamp", "date",   "date or timestamp", "any JSON", "list",    "comma-separated list", "map",
        "model",
    };
    return names[static_cast<std::size_t>(shape.kind)] + joined(shape.labels);
}

std::string name_of(shape::Presence presence) {
    static constexpr const char* names[] = {"required", "required and nullable", "optional"};
    return names[static_cast<std::size_t>(presence)];
}

}  // namespace schema
