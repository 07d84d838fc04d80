#pragma once

// A field table as data, so that it can be compared with the schema of a contract.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <usagekit/decimal.hpp>
#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/open_enum.hpp>
#include <usagekit/required.hpp>
#include <usagekit/secret.hpp>
#include <usagekit/time.hpp>

#include "wire/field.hpp"
#include "wire/label.hpp"
#include "wire/named_text.hpp"

namespace shape {

namespace wire = usagekit::wire;

/// What a type can hold.
enum class Kind : std::uint8_t {
    text,
    secret,
    labels,
    count,
    decimal,
    decimal_text,
    boolean,
    timestamp,
    date,
    date_or_timestamp,
    any,
    list,
    comma_separated,
    map,
    model,
};

enum class Presence : std::uint8_t { required, required_and_nullable, optional };

struct Row;

/// One type.
struct Shape {
    explicit Shape(Kind of_kind);
    Shape(Kind of_kind, Shape of_element);

    Kind kind;
    std::vector<std::string> labels;  ///< Of `labels`.
    std::vector<Shape> element;       ///< Of a list or a map; of a model when it has an `additional()` row. One.
    std::vector<Row> rows;            ///< Of a model.
};

/// One member of a model.
struct Row {
    std::string name;
    Shape shape;
    Presence presence;
    bool is_in_path;
    bool must_be_given;  ///< It is a `Required`.
};

// Not inside the class: there is no Row there yet.
inline Shape::Shape(Kind of_kind) : kind(of_kind) {}
inline Shape::Shape(Kind of_kind, Shape of_element) : kind(of_kind), element{std::move(of_element)} {}

template <class T>
inline constexpr bool is_required = false;
template <class T>
inline constexpr bool is_required<usagekit::Required<T>> = true;

/// The shape of a model.
template <class T>
struct Of : wire::Spelled<T> {
    static Shape shape(wire::Spelling);
};

template <class T>
Shape of(wire::Spelling spelling = wire::Spelling::number) {
    return Of<T>::shape(spelling);
}

template <Kind kind>
struct Scalar {
    static Shape shape(wire::Spelling) { return Shape(kind); }
};

template <>
struct Of<bool> : Scalar<Kind::boolean> {};
template <>
struct Of<std::int64_t> : Scalar<Kind::count> {};
template <>
struct Of<std::string> : Scalar<Kind::text> {};
template <usagekit::wire::NamedText T>
struct Of<T> : Scalar<Kind::text> {};
template <>
struct Of<usagekit::Secret> : Scalar<Kind::secret> {};
template <>
struct Of<usagekit::Timestamp> : Scalar<Kind::timestamp> {};
template <>
struct Of<usagekit::Date> : Scalar<Kind::date> {};
template <>
struct Of<std::variant<usagekit::Date, usagekit::Timestamp>> : Scalar<Kind::date_or_timestamp> {};
template <>
struct Of<usagekit::RawJson> : Scalar<Kind::any> {};

template <>
struct Of<usagekit::Decimal> {
    static Shape shape(wire::Spelling spelling) {
        return Shape(spelling == wire::Spelling::text ? Kind::decimal_text : Kind::decimal);
    }
};

template <class Enum>
struct Of<usagekit::Open<Enum>> : wire::HasLabels<Enum> {
    static Shape shape(wire::Spelling) {
        Shape shape(Kind::labels);
        for (const auto& label : wire::labels<Enum>.rows) shape.labels.emplace_back(label.text);
        return shape;
    }
};

template <class T>
struct Of<std::optional<T>> : Of<T> {};
template <class T>
struct Of<usagekit::Required<T>> : Of<T> {};

template <class T>
struct Of<std::vector<T>> {
    static Shape shape(wire::Spelling spelling) {
        const bool one_parameter = spelling == wire::Spelling::comma_separated;
        return Shape(one_parameter ? Kind::comma_separated : Kind::list, of<T>(spelling));
    }
};

template <class T, class Name>
struct Of<usagekit::Map<T, Name>> {
    static Shape shape(wire::Spelling spelling) { return Shape(Kind::map, of<T>(spelling)); }
};

template <class Value>
Presence presence_of(wire::Presence presence) {
    if (presence == wire::Presence::optional) return Presence::optional;
    return wire::is_optional<Value> ? Presence::required_and_nullable : Presence::required;
}

template <class Owner, class Value>
void add_row(Shape& model, const wire::Field<Owner, Value>& field) {
    model.rows.push_back({.name = std::string(field.name),
                          .shape = of<Value>(field.spelling),
                          .presence = presence_of<Value>(field.presence),
                          .is_in_path = field.place == wire::Place::path,
                          .must_be_given = is_required<Value>});
}

template <class Owner, class Value>
void add_row(Shape& model, const wire::Additional<Owner, Value>&) {
    model.element = of<Value>().element;
}

template <class T>
Shape Of<T>::shape(wire::Spelling) {
    Shape model(Kind::model);
    wire::each_row<T>([&](const auto& row) { add_row(model, row); });
    return model;
}

}  // namespace shape
