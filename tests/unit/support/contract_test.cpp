#include "contract.hpp"

#include <string>

#include <doctest/doctest.h>

#include "garage.hpp"

namespace {

/// The contract of the garage with one piece of text replaced, which must be there once.
Contract changed(const std::string& what, const std::string& by) {
    auto text = garage::contract;
    REQUIRE(text.find(what) != std::string::npos);
    REQUIRE(text.find(what) == text.rfind(what));
    return Contract(text.replace(text.find(what), what.size(), by));
}

std::string compare_all(Contract& contract) {
    std::string lines;
    const auto add = [&](const std::string& more) {
        lines.append(!lines.empty() && !more.empty() ? "\n" : "") += more;
    };
    add(contract.compare_schema<garage::Car>("Car"));
    add(contract.compare_error<garage::Fault>("NoCar"));
    add(contract.compare_request<garage::FindCars>("get", "/garages/{garage}/cars"));
    add(contract.compare_request<garage::PaintCar>("post", "/cars/{car}/paint", {"Idempotency-Key"}));
    return lines;
}

struct Case {
    const char* what;
    const char* by;
    const char* difference;
};

void check(const Case& one) {
    INFO("with " << one.by);
    auto contract = changed(one.what, one.by);
    CHECK(compare_all(contract) == one.difference);
}

}  // namespace

TEST_CASE("tables that are those of the contract do not differ from it") {
    Contract contract(garage::contract);
    CHECK(compare_all(contract) == "");
    CHECK(contract.unreached() == "");
}

TEST_CASE("a property without a row and a row without a property differ") {
    static constexpr Case cases[] = {
        {R"("key": {"type": "string"},)", "", "Car.key: no property in the contract"},
        {R"("key": {)", R"("age": {"type": "number"}, "key": {)", "Car.age: no row in the table"},
        {R"(, "limit"],)", R"(, "limit", "age"],)", "Car.age: required, and no property in the contract"},
        {R"("properties": {"size")", R"("properties": {"rim": {"type": "number"}, "size")",
         "Car.wheels[].rim: no row in the table\nCar.spare.rim: no row in the table"},
        {R"(},
      "additionalProperties": {"type": "boolean"})",
         "}", "Car.*: no property in the contract"},
        {R"({"size": {"type": "integer"}})", R"({"size": {"type": "integer"}}, "additionalProperties": {})",
         "Car.wheels[].*: no row in the table\nCar.spare.*: no row in the table"},
        {R"("code": {"type": "integer"}, )", "", "NoCar.code: no property in the contract"},
        {R"("code": {)", R"("hint": {}, "code": {)", "NoCar.hint: no row in the table"},
    };
    for (const auto& one : cases) check(one);
}

TEST_CASE("a member of the wrong type differs") {
    static constexpr Case cases[] = {
        {R"("id": {"type": "string")", R"("id": {"type": "number")", "Car.id: number, the table has it as text"},
        {R"("name": {"type": "string")", R"("name": {"type": "string", "format": "date")",
         "Car.name: string (date), the table has it as text"},
        {R"("name": {"type": "string")", R"("name": {"type": "string", "format": "uuid")",
         "Car.name: string (uuid), the table has it as text"},
        {R"("name": {"type": "string")", R"("name": {"type": "string", "enum": ["A", "B"])",
         "Car.name: string of A, B, the table has it as text"},
        {R"("name": {"type": "string")", R"("name": {"allOf": [{"type": "number"}])",
         "Car.name: the keyword allOf is not understood\nCar.name: any JSON, the table has it as text"},
        {R"("seats": {"type": "number")", R"("seats": {"type": "string")",
         "Car.seats: string, the table has it as count"},
        {R"("length": {"type": "number")", R"("length": {"type": "string", "format": "decimal")",
         "Car.length: string (decimal), the table has it as decimal"},
        {R"("price": {"type": "string", "format": "decimal")", R"("price": {"type": "number")",
         "Car.price: number, the table has it as decimal as text"},
        {R"("sold": {"type": "boolean")", R"("sold": {"type": "integer")",
         "Car.sold: integer, the table has it as boolean"},
        {R"("built": {"type": "string", "format": "date-time")", R"("built": {"type": "string", "format": "date")",
         "Car.built: string (date), the table has it as timestamp"},
        {R"("registered": {"type": "string", "format": "date")", R"("registered": {"type": "string")",
         "Car.registered: string, the table has it as date"},
        {R"("notes": {"type": "object", "additionalProperties": true)",
         R"("notes": {"type": "object", "additionalProperties": {"type": "string"})",
         "Car.notes: map, the table has it as any JSON"},
        {R"("notes": {"type": "object", "additionalProperties": true)", R"("notes": {"properties": {})",
         "Car.notes: no type, the table has it as any JSON"},
        {R"({"type": "array", "items": {"$ref": "#/components/schemas/Wheel"}})",
         R"({"$ref": "#/components/schemas/Wheel"})", "Car.wheels: object, the table has it as list"},
        {R"("items": {"$ref": "#/components/schemas/Wheel"})", R"("items": {"type": "string"})",
         "Car.wheels[]: string, the table has it as model"},
        {R"(, "items": {"$ref": "#/components/schemas/Wheel"})", "",
         "Car.wheels: array without items, the table has it as list"},
        {R"("prices": {"type": "object", "additionalProperties": {"type": "string", "format": "decimal"}})",
         R"("prices": {"type": "object"})", "Car.prices: free-form object, the table has it as map"},
        {R"("additionalProperties": {"type": "string", "format": "decimal")",
         R"("additionalProperties": {"type": "number")", "Car.prices.*: number, the table has it as decimal as text"},
        {R"("key": {"type": "string")", R"("key": {"type": "boolean")", "Car.key: boolean, the table has it as secret"},
        {R"("size": {"type": "integer")", R"("size": {"type": "boolean")",
         "Car.wheels[].size: boolean, the table has it as count\nCar.spare.size: boolean, the table has it as count"},
        {R"("spare": {"$ref": "#/components/schemas/Wheel"})", R"("spare": {"type": "object"})",
         "Car.spare: free-form object, the table has it as model"},
        {R"("additionalProperties": {"type": "boolean")", R"("additionalProperties": {"type": "string")",
         "Car.*: string, the table has it as boolean"},
        {R"("message": {"type": "string")", R"("message": {"type": "number")",
         "NoCar.message: number, the table has it as text"},
    };
    for (const auto& one : cases) check(one);
}

TEST_CASE("labels are those of the contract, all of them") {
    static constexpr Case cases[] = {
        {R"(["RED", "BLUE"])", R"(["RED"])", "Car.colour: string of RED, the table has it as labels RED, BLUE"},
        {R"(["RED", "BLUE"])", R"(["RED", "BLUE", "GREEN"])",
         "Car.colour: string of RED, BLUE, GREEN, the table has it as labels RED, BLUE"},
        {R"(, "enum": ["RED", "BLUE"])", "", "Car.colour: string, the table has it as labels RED, BLUE"},
    };
    for (const auto& one : cases) check(one);
}

TEST_CASE("a member that may be absent or null, or not, where the contract differs is told") {
    static constexpr Case cases[] = {
        {R"("wheels",
                   "prices", )",
         R"("wheels", )", "Car.prices: optional, the table has it as required"},
        {R"("seats", )", "", "Car.seats: optional, the table has it as required"},
        {R"(, "limit"],)", R"(, "limit", "owner"],)", "Car.owner: required and nullable, the table has it as optional"},
        {R"(, "limit"],)", R"(, "limit", "key"],)", "Car.key: required, the table has it as optional"},
        {R"(, "limit"],)", "],", "Car.limit: optional, the table has it as required and nullable"},
        {R"("limit": {"type": "integer", "nullable": true)", R"("limit": {"type": "integer")",
         "Car.limit: required, the table has it as required and nullable"},
        {R"("sold": {)", R"("sold": {"nullable": true, )",
         "Car.sold: required and nullable, the table has it as required"},
        {R"("required": ["size"], )", "",
         "Car.wheels[].size: optional, the table has it as required\nCar.spare.size: optional, the table has it as "
         "required"},
    };
    for (const auto& one : cases) check(one);
}

TEST_CASE("an exception is for presence only, and must be needed") {
    auto contract = changed(R"("seats", )", "");
    CHECK(contract.compare_schema<garage::Car>("Car", {"Car.seats"}) == "");
    CHECK(contract.compare_schema<garage::Car>("Car", {"Car.seats", "Car.sold"})
          == "Car.sold: the exception is not needed");
    auto other = changed(R"("seats": {"type": "number")", R"("seats": {"type": "string")");
    CHECK(other.compare_schema<garage::Car>("Car", {"Car.seats"})
          == "Car.seats: string, the table has it as count\nCar.seats: the exception is not needed");
}

TEST_CASE("a parameter that differs is told with its operation") {
    static constexpr Case cases[] = {
        {R"("in": "path", "name": "garage")", R"("in": "query", "name": "garage")",
         "get /garages/{garage}/cars garage: in query, the table has it in path"},
        {R"("in": "query", "name": "day")", R"("in": "path", "name": "day")",
         "get /garages/{garage}/cars day: in path, the table has it in query"},
        {R"("in": "query", "name": "day")", R"("in": "cookie", "name": "day")",
         "get /garages/{garage}/cars day: in cookie, the table has it in query"},
        {R"({"in": "query", "name": "since", "schema": {"type": "string"}, "description": "ISO 8601"},)", "",
         "get /garages/{garage}/cars since: no parameter in the contract"},
        {R"({"in": "query", "name": "day")",
         R"({"in": "query", "name": "age", "schema": {"type": "number"}}, {"in": "query", "name": "day")",
         "get /garages/{garage}/cars age: no row in the table"},
        {R"("name": "day", "required": true)", R"("name": "day")",
         "get /garages/{garage}/cars day: optional, the table has it as required"},
        {R"("name": "since")", R"("name": "since", "required": true)",
         "get /garages/{garage}/cars since: required, the table has it as optional"},
        {R"("name": "cars")", R"("name": "cars", "required": true)",
         "get /garages/{garage}/cars cars: required, the table has it as optional"},
        {R"("name": "cars")", R"("name": "cars", "explode": false)",
         "get /garages/{garage}/cars cars: the keyword explode is not understood"},
        {R"("description": "ISO 8601")", R"("description": "Any text")",
         "get /garages/{garage}/cars since: string, the table has it as date or timestamp"},
        {R"("description": "Comma-separated")", R"("description": "Any text")",
         "get /garages/{garage}/cars parts: string, the table has it as comma-separated list"},
        {R"({"type": "array", "items": {"type": "string"}})", R"({"type": "string"})",
         "get /garages/{garage}/cars cars: string, the table has it as list"},
        {R"("in": "header", "name": "Idempotency-Key")", R"("in": "header", "name": "X-Trace")",
         "post /cars/{car}/paint X-Trace: a header that is not listed\n"
         "post /cars/{car}/paint Idempotency-Key: no such header in the contract"},
        {R"("in": "header", "name": "Idempotency-Key")", R"("in": "query", "name": "at")",
         "post /cars/{car}/paint at: no row in the table\n"
         "post /cars/{car}/paint Idempotency-Key: no such header in the contract"},
    };
    for (const auto& one : cases) check(one);
}

TEST_CASE("a body of a request that differs is told with its operation") {
    static constexpr Case cases[] = {
        {R"("properties": {
      "colour")",
         R"("properties": {"gloss": {"type": "boolean"}, "colour")",
         "post /cars/{car}/paint body.gloss: no row in the table"},
        {R"("required": ["colour"], )", "",
         "post /cars/{car}/paint body.colour: optional, the table has it as required"},
        {R"(, "at": {"type": "string", "format": "date-time"})", "",
         "post /cars/{car}/paint body.at: no property in the contract"},
        {R"(    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Paint"}}}},)",
         "",
         "post /cars/{car}/paint colour: no parameter in the contract\n"
         "post /cars/{car}/paint at: no parameter in the contract"},
        {R"("requestBody": {"content": {"application/json")", R"("requestBody": {"content": {"text/plain")",
         "post /cars/{car}/paint body: no JSON in the contract"},
    };
    for (const auto& one : cases) check(one);
}

TEST_CASE("what nothing was compared with is told") {
    Contract contract(garage::contract);
    CHECK(contract.unreached()
          == "#/components/schemas/Wheel\n#/components/schemas/Paint\n#/components/schemas/Car\n"
             "#/components/responses/NoCar\nget /garages/{garage}/cars\npost /cars/{car}/paint");
    CHECK(contract.compare_schema<garage::Wheel>("Wheel") == "");
    CHECK(contract.compare_error<garage::Fault>("NoCar") == "");
    CHECK(contract.compare_request<garage::FindCars>("get", "/garages/{garage}/cars") == "");
    CHECK(contract.unreached() == "#/components/schemas/Paint\n#/components/schemas/Car\npost /cars/{car}/paint");

    auto more = changed(R"("schemas": {)", R"("schemas": {"Boat": {"type": "object", "properties": {}},)");
    CHECK(compare_all(more) == "");
    CHECK(more.unreached() == "#/components/schemas/Boat");

    auto own =
        changed(R"("204": {)", R"("200": {"content": {"application/json": {"schema": {"type": "object"}}}}, "204": {)");
    CHECK(compare_all(own) == "");
    CHECK(own.unreached() == "post /cars/{car}/paint 200");
}

TEST_CASE("a name that the contract does not have is refused") {
    Contract contract(garage::contract);
    CHECK_THROWS_WITH((void)contract.compare_schema<garage::Car>("Boat"),
                      "the contract has no #/components/schemas/Boat");
    CHECK_THROWS_WITH((void)contract.compare_error<garage::Fault>("NoBoat"),
                      "the contract has no #/components/responses/NoBoat");
    CHECK_THROWS_WITH((void)contract.compare_request<garage::FindCars>("get", "/boats"),
                      "the contract has no get /boats");
    CHECK_THROWS_WITH((void)contract.compare_request<garage::FindCars>("put", "/garages/{garage}/cars"),
                      "the contract has no put /garages/{garage}/cars");
    CHECK(contract.compare_error<garage::Fault>("NoName") == "NoName: no JSON in the contract");
    CHECK_THROWS_WITH(Contract("{"), "the contract is not JSON");
}

TEST_CASE("examples are given as they stand in the contract") {
    Contract contract(garage::contract);
    CHECK(contract.examples("Car") == std::vector<std::string>{R"({"price": 29.00})"});
    CHECK(contract.examples("NoCar") == std::vector<std::string>{R"({"code": 404, "message": "no car"})"});
    CHECK(contract.examples("Wheel").empty());
}
