#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <usagekit/decimal.hpp>
#include <usagekit/id.hpp>
#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/open_enum.hpp>
#include <usagekit/required.hpp>
#include <usagekit/secret.hpp>
#include <usagekit/time.hpp>

#include "wire/field.hpp"
#include "wire/label.hpp"

/// Models that are made of every kind of member, and a contract that they fit.
namespace garage {

using CarId = usagekit::Id<struct CarTag>;
enum class Colour : std::uint8_t { red, blue };

struct Wheel {
    std::int64_t size = 0;

    bool operator==(const Wheel&) const = default;
};

struct Car {
    CarId id{};
    std::string name{};
    usagekit::Open<Colour> colour{};
    std::int64_t seats = 0;
    usagekit::Decimal length{};
    usagekit::Decimal price{};  // spelled as a string
    bool sold = false;
    usagekit::Timestamp built{};
    usagekit::Date registered{};
    usagekit::RawJson notes{};
    std::vector<Wheel> wheels{};
    usagekit::Map<usagekit::Decimal, CarId> prices{};  // spelled as strings
    std::optional<std::string> owner{};
    std::optional<std::int64_t> limit{};  // required and nullable
    std::optional<usagekit::Secret> key{};
    std::optional<Wheel> spare{};
    usagekit::Map<bool, CarId> others{};

    bool operator==(const Car&) const = default;
};

/// Read leniently.
struct Fault {
    std::optional<usagekit::RawJson> code{};
    std::optional<std::string> message{};

    bool operator==(const Fault&) const = default;
};

struct FindCars {
    usagekit::Required<CarId> garage;
    usagekit::Required<usagekit::Date> day;
    std::optional<std::variant<usagekit::Date, usagekit::Timestamp>> since{};
    std::vector<std::string> parts{};  // comma-separated
    std::vector<CarId> cars{};

    bool operator==(const FindCars&) const = default;
};

struct PaintCar {
    usagekit::Required<CarId> car;
    usagekit::Required<std::string> colour;
    std::optional<usagekit::Timestamp> at{};

    bool operator==(const PaintCar&) const = default;
};

inline const std::string contract = R"({"paths": {
  "/garages/{garage}/cars": {"get": {
    "parameters": [
      {"in": "path", "name": "garage", "required": true, "schema": {"type": "string"}},
      {"in": "query", "name": "day", "required": true, "schema": {"type": "string", "format": "date"}},
      {"in": "query", "name": "since", "schema": {"type": "string"}, "description": "ISO 8601"},
      {"in": "query", "name": "parts", "schema": {"type": "string"}, "description": "Comma-separated"},
      {"in": "query", "name": "cars", "schema": {"type": "array", "items": {"type": "string"}}}],
    "responses": {
      "200": {"content": {"application/json": {
        "schema": {"$ref": "#/components/schemas/Car"}, "examples": {"a/b~c": {"value": {"price": 29.00}}}}}},
      "404": {"$ref": "#/components/responses/NoCar"}}}},
  "/cars/{car}/paint": {"post": {
    "parameters": [
      {"in": "path", "name": "car", "required": true, "schema": {"type": "string"}},
      {"in": "header", "name": "Idempotency-Key", "schema": {"type": "string"}}],
    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Paint"}}}},
    "responses": {"204": {"description": "Done"}}}},
  "/cars/{car}": {"get": {
    "parameters": [{"in": "path", "name": "car", "required": true, "schema": {"type": "string"}}],
    "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Car"}}}}}}}},
"components": {
  "responses": {
    "NoCar": {"content": {"application/json": {
      "schema": {"type": "object", "required": ["message"],
                 "properties": {"code": {"type": "integer"}, "message": {"type": "string"}}},
      "example": {"code": 404, "message": "no car"}}}},
    "NoName": {"content": {"text/plain": {"schema": {"type": "string"}}}}},
  "schemas": {
    "Wheel": {"type": "object", "required": ["size"], "properties": {"size": {"type": "integer"}}},
    "Paint": {"type": "object", "required": ["colour"], "properties": {
      "colour": {"type": "string"}, "at": {"type": "string", "format": "date-time"}}},
    "Car": {"type": "object",
      "required": ["id", "name", "colour", "seats", "length", "price", "sold", "built", "registered", "notes", "wheels",
                   "prices", "limit"],
      "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "colour": {"type": "string", "enum": ["RED", "BLUE"]},
        "seats": {"type": "number"},
        "length": {"type": "number"},
        "price": {"type": "string", "format": "decimal"},
        "sold": {"type": "boolean"},
        "built": {"type": "string", "format": "date-time"},
        "registered": {"type": "string", "format": "date"},
        "notes": {"type": "object", "additionalProperties": true},
        "wheels": {"type": "array", "items": {"$ref": "#/components/schemas/Wheel"}},
        "prices": {"type": "object", "additionalProperties": {"type": "string", "format": "decimal"}},
        "owner": {"type": "string", "nullable": true},
        "limit": {"type": "integer", "nullable": true},
        "key": {"type": "string"},
        "spare": {"$ref": "#/components/schemas/Wheel"}},
      "additionalProperties": {"type": "boolean"}}}}})";

}  // namespace garage

namespace usagekit::wire {

template <>
inline constexpr auto labels<garage::Colour> = Labels{
    label("RED", garage::Colour::red),
    label("BLUE", garage::Colour::blue),
};

template <>
inline constexpr auto fields<garage::Wheel> = Table{field("size", &garage::Wheel::size)};

template <>
inline constexpr auto fields<garage::Car> = Table{
    field("id", &garage::Car::id),
    field("name", &garage::Car::name),
    field("colour", &garage::Car::colour),
    field("seats", &garage::Car::seats),
    field("length", &garage::Car::length),
    as_text(field("price", &garage::Car::price)),
    field("sold", &garage::Car::sold),
    field("built", &garage::Car::built),
    field("registered", &garage::Car::registered),
    field("notes", &garage::Car::notes),
    field("wheels", &garage::Car::wheels),
    as_text(field("prices", &garage::Car::prices)),
    field("owner", &garage::Car::owner),
    required(field("limit", &garage::Car::limit)),
    field("key", &garage::Car::key),
    field("spare", &garage::Car::spare),
    additional(&garage::Car::others),
};

template <>
inline constexpr auto fields<garage::Fault> = Table{
    field("code", &garage::Fault::code),
    field("message", &garage::Fault::message),
};

template <>
inline constexpr auto fields<garage::FindCars> = Table{
    in_path(field("garage", &garage::FindCars::garage)),
    field("day", &garage::FindCars::day),
    field("since", &garage::FindCars::since),
    comma_separated(field("parts", &garage::FindCars::parts)),
    field("cars", &garage::FindCars::cars),
};

template <>
inline constexpr auto fields<garage::PaintCar> = Table{
    in_path(field("car", &garage::PaintCar::car)),
    field("colour", &garage::PaintCar::colour),
    field("at", &garage::PaintCar::at),
};

}  // namespace usagekit::wire
