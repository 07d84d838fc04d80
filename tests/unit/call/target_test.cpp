#include "call/target.hpp"

#include <doctest/doctest.h>

using namespace usagekit;
using call::Target;

TEST_CASE("an ID becomes exactly one percent-encoded path segment") {
    struct Row {
        std::string id;
        std::string expected;
    };
    const Row rows[] = {
        {"9gd5l", "/v1/users/9gd5l"},
        {"a/b", "/v1/users/a%2Fb"},
        {"a?b#c", "/v1/users/a%3Fb%23c"},
        {"%2e%2e", "/v1/users/%252e%252e"},
        {"a b", "/v1/users/a%20b"},
        {"caf\xC3\xA9", "/v1/users/caf%C3%A9"},
        {"...", "/v1/users/..."},
        {std::string("a\0b\r\n", 5), "/v1/users/a%00b%0D%0A"},
        {std::string(10'000, 'x'), "/v1/users/" + std::string(10'000, 'x')},
    };
    for (const auto& [id, expected] : rows) {
        const auto target = Target::get("/v1/users").segment("user ID", id);
        CHECK(target.reference() == expected);
        CHECK(!target.refusal());
    }
}

TEST_CASE("an ID that would mean another resource is refused by name") {
    for (const std::string id : {"", ".", ".."}) {
        const auto target = Target::get("/v1/users").segment("user ID", id).literal("/usage");
        REQUIRE(target.refusal());
        CHECK(target.refusal()->kind == ErrorKind::invalid_request);
        CHECK(target.refusal()->message == (id.empty() ? "the user ID is empty" : "the user ID is \"" + id + "\""));
    }
}

TEST_CASE("a target holds method, query and body") {
    const auto target = Target::post("/v1").segment("x", std::string_view("a")).literal("/y").query("b=1").json("{}");
    CHECK(target.method() == "POST");
    CHECK(target.reference() == "/v1/a/y?b=1");
    CHECK(target.body() == "{}");
    CHECK(Target::get("/v1").query("").reference() == "/v1");
}

TEST_CASE("the first refusal counts, and a target can be made step by step") {
    auto target = Target::get("/v1").segment("x", std::string_view("a"));
    target.refuse(std::nullopt);
    CHECK(!target.refusal());
    target.refuse(Error{.message = "first"});
    target = Target(std::move(target).refuse(Error{.message = "second"}).segment("y", std::string_view("..")));
    CHECK(target.refusal()->message == "first");
    CHECK(target.reference() == "/v1/a/..");
    CHECK(target.method() == "GET");
}
