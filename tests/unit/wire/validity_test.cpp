// That nothing of a document is left unlooked at, be it known or not, and that its depth is bounded.
#include <doctest/doctest.h>

#include "another_parser.hpp"
#include "mutation.hpp"
#include "sample.hpp"
#include "wire/codec.hpp"
#include "with.hpp"

using namespace usagekit;
using sample::complete;
using sample::Inner;
using sample::Sample;

namespace {

const std::vector<std::string> broken_values = {
    "01",       "-01",      "+1",        "1.",      ".5",       "1e",     "1e+",        "0x1",
    "NaN",      "Infinity", "-",         "--1",     "tru",      "nulll",  "truefalse",  "[1,]",
    "[,1]",     "[1 2]",    "{,}",       "{\"a\"}", "{\"a\":}", "{a:1}",  "{\"a\":1,}", "{\"a\":1 \"b\":2}",
    "[1}",      "\"\\x\"",  "\"\\u12\"", "\"\n\"",  "\"\xff\"", "1 2",    "[] []",      "{\"\\q\":1}",
    "[[[01]]]", "[tru]",    "[nul]",     "1x",      "1e5x",     "\"a\" 1"};

/// So many arrays, or objects with one member, around a number.
std::string nested(std::size_t levels, std::string_view open, std::string_view close) {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) text += open;
    text += '1';
    for (std::size_t i = 0; i < levels; ++i) text += close;
    return text;
}

std::string arrays(std::size_t levels) { return nested(levels, "[", "]"); }
std::string objects(std::size_t levels) { return nested(levels, R"({"a":)", "}"); }

/// An object of one level with an unknown member.
std::string with_unknown(std::string_view value) { return std::string(R"({"count":1,"x":)").append(value).append("}"); }

Result<Inner> read_inner(std::string text, std::size_t depth) { return wire::decode<Inner>(text, {.depth = depth}); }

Result<Sample> read_sample(std::string text, std::size_t depth) { return wire::decode<Sample>(text, {.depth = depth}); }

/// The place and the reason of a refusal for depth.
template <class T>
void check_too_deep(const Result<T>& result, std::string_view path, std::string_view limit) {
    REQUIRE(!result);
    const auto& error = result.error();
    CHECK(error.kind == ErrorKind::decode);
    CHECK(error.json_path == path);
    CHECK(error.message == "nested deeper than " + std::string(limit) + " levels (ClientOptions::json_depth)");
    CHECK(!error.advice.empty());
}

}  // namespace

TEST_CASE("whatever bytes come, decoding gives a value or an explained error, and a value only from valid JSON") {
    const auto text = with(complete, R"({"count":3,)", R"({"count":3,"later":{"a":[true,null,"x",1.5]},"b":[[]],)");
    Mutation mutation(1);
    int lenient_values = 0;
    int strict_values = 0;
    for (int i = 0; i < 50'000; ++i) {
        const auto mutant = mutation(i % 2 == 0 ? text : complete);
        CAPTURE(mutant);
        const bool is_json = RawJson::parse(mutant).has_value();
        const auto verdict = verdict_of_another(mutant);
        if (verdict != Verdict::json_but_for_a_number) REQUIRE(is_json == (verdict == Verdict::json));
        const auto lenient = from_json<Sample>(mutant);
        if (lenient) {
            ++lenient_values;
            REQUIRE(is_json);
        } else {
            REQUIRE(!lenient.error().message.empty());
            REQUIRE(lenient.error().json_path.starts_with('$'));
        }
        auto document = mutant;
        const auto strict = wire::decode<Sample>(document, {.strictness = Strictness::strict});
        REQUIRE(document == mutant);
        if (!strict) continue;
        ++strict_values;
        REQUIRE(lenient);
        REQUIRE(lenient.value() == strict.value());
    }
    CHECK(strict_values > 500);
    CHECK(lenient_values > 2 * strict_values);
}

TEST_CASE("an unknown member is skipped only when it is valid JSON, and named when it is not") {
    for (const auto& json : broken_values) {
        CAPTURE(json);
        CHECK(!from_json<Inner>(with_unknown(json)));
        CHECK(!from_json<Inner>(with_unknown("[" + json + "]")));
        CHECK(!from_json<Inner>(with_unknown("{\"a\": " + json + "}")));
    }
    CHECK(from_json<Inner>(with_unknown("[1, {\"y\": [true, tru]}]")).error().json_path == "$.x[1].y[1]");
    CHECK(from_json<Inner>(with_unknown("{\"y z\": 01}")).error().json_path == "$.x['y z']");
    CHECK(from_json<Inner>(with_unknown("1e400")).value() == Inner{.count = 1});
}

TEST_CASE("an unknown member that is not valid is listed nowhere") {
    std::vector<std::string> unknown;
    auto text = with_unknown("nul");
    CHECK(!wire::decode<Inner>(text, {.unknown_members = &unknown}));
    CHECK(unknown.empty());
}

TEST_CASE("an array or object that is nested deeper than the limit is refused, wherever it stands") {
    CHECK(read_inner(R"({"count":1})", 1));
    check_too_deep(read_inner(with_unknown("[]"), 1), "$.x", "1");
    check_too_deep(read_inner(with_unknown("{}"), 1), "$.x", "1");
    CHECK(read_inner(with_unknown(arrays(4)), 5));
    check_too_deep(read_inner(with_unknown(arrays(5)), 5), "$.x[0][0][0][0]", "5");
    CHECK(read_inner(with_unknown(objects(4)), 5));
    check_too_deep(read_inner(with_unknown(objects(5)), 5), "$.x.a.a.a.a", "5");
    CHECK(read_sample(complete, 3));
    check_too_deep(read_sample(complete, 2), "$.list[0]", "2");
    check_too_deep(read_sample(complete, 1), "$.inner", "1");
    check_too_deep(read_sample(with(complete, R"({"x":[1, 2.0]})", arrays(3)), 3), "$.anything[0][0]", "3");
}

TEST_CASE("JSON may be nested a thousand levels deep and not without end") {
    for (const auto& make : {arrays, objects}) {
        CHECK(RawJson::parse(make(1000)));
        CHECK(!RawJson::parse(make(1001)));
        CHECK(!RawJson::parse(make(1'000'000)));
        CHECK(from_json<Inner>(with_unknown(make(999))));
        CHECK(!from_json<Inner>(with_unknown(make(1000))));
    }
    CHECK(RawJson::parse(arrays(1001)).error().message == "nested deeper than 1000 levels (ClientOptions::json_depth)");
}

TEST_CASE("five million levels are refused like any other text that is nested too deep") {
    const std::string open(5'000'000, '[');
    CHECK(!from_json<RawJson>(open));
    CHECK(!from_json<Inner>(open));
    CHECK(!from_json<Inner>(R"({"x":)" + open));
    CHECK(!from_json<Inner>(with_unknown(arrays(2'500'000))));
}

TEST_CASE("a colon behind a raw JSON string is not taken for a name and its value") {
    CHECK(!from_json<Sample>(with(complete, R"({"x":[1, 2.0]})", R"("x":1})")));
}

TEST_CASE("raw JSON may hold any number that JSON can spell, and is looked at as a whole") {
    for (const std::string json :
         {"1234567890123456789012345678901234567890", "18446744073709551616", "1e400", "-1e-99999",
          "0.1234567890123456789012345678901234567890", R"([1e400, {"a": 18446744073709551616}])", "-0", "1E+2",
          R"("\ud83d\ude00")", R"({"a": {"a": 1}, "a": 2})"}) {
        CAPTURE(json);
        const auto raw = RawJson::parse(json);
        REQUIRE(raw);
        CHECK(raw.value().str() == json);
        CHECK(from_json<Sample>(with(complete, R"({"x":[1, 2.0]})", json)).value().anything.str() == json);
    }
    for (const auto& json : broken_values) {
        CAPTURE(json);
        CHECK(!RawJson::parse(json));
        CHECK(!RawJson::parse("[" + json + "]"));
        CHECK(!RawJson::parse("{\"a\": " + json + "}"));
    }
}
