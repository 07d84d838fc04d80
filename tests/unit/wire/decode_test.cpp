#include <sstream>

#include <doctest/doctest.h>
#include <simdjson.h>

#include "sample.hpp"
#include "wire/codec.hpp"
#include "with.hpp"

using namespace usagekit;
using namespace std::chrono;
using sample::Colour;
using sample::complete;
using sample::Inner;
using sample::Sample;

namespace {

struct Complaint {
    std::string path;
    std::string message;
    bool operator==(const Complaint&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Complaint& complaint) {
    return out << complaint.path << ": " << complaint.message;
}

template <class T = Sample>
Complaint complaint(std::string_view text) {
    const auto result = from_json<T>(text);
    REQUIRE(!result);
    CHECK(result.error().kind == ErrorKind::decode);
    CHECK(!result.error().advice.empty());
    return {result.error().json_path, result.error().message};
}

Result<Sample> strictly(std::string text) { return wire::decode<Sample>(text, {.strictness = Strictness::strict}); }

}  // namespace

TEST_CASE("every kind of member is decoded") {
    const auto value = from_json<Sample>(complete).value();
    CHECK(value.id == sample::SampleId{"s1"});
    CHECK(value.text == "a\"b\xC3\xA9");
    CHECK(value.flag);
    CHECK(value.count == 22309);
    CHECK(value.amount.str() == "29.00");
    CHECK(value.price.str() == "0.10");
    CHECK(value.at == sys_days{2024y / August / 1} + 13h + 50min + 48s + 988681us);
    CHECK(value.day == 2024y / January / 31);
    CHECK(value.colour == Colour::blue);
    CHECK(value.inner == Inner{.count = 1, .note = "n"});
    CHECK(value.limit == std::nullopt);
    CHECK(value.list == std::vector{Inner{.count = 2}, Inner{.count = 3}});
    REQUIRE(value.amounts.find("b") != nullptr);
    CHECK(value.amounts.find("b")->str() == "1.50");
    CHECK(value.amounts.begin()->first == "b");
    CHECK(value.anything.str() == R"({"x":[1, 2.0]})");
    CHECK(value.key == Secret("k"));
    CHECK(value.others == Map<std::string>{{"other", "o"}});
}

TEST_CASE("members may come in any order") {
    const auto expected = from_json<Sample>(complete).value();
    const auto moved = with(with(complete, R"("id":"s1",)", ""), R"("other":"o")", R"("other":"o","id":"s1")");
    CHECK(from_json<Sample>(moved).value() == expected);
}

TEST_CASE("a member's name is recognised when it is escaped") {
    CHECK(from_json<Sample>(with(complete, R"("flag")", R"("fl\u0061g")")).value().flag);
}

TEST_CASE("unknown members are skipped, whatever they hold, and listed when asked for") {
    std::string text = R"({"x":{"deep":[1,{"y":null}]},"count":1,"a b":1})";
    std::vector<std::string> unknown;
    CHECK(wire::decode<Inner>(text, {.unknown_members = &unknown}).value() == Inner{.count = 1});
    CHECK(unknown == std::vector<std::string>{"$.x", "$['a b']"});
    std::string nested = with(complete, R"({"count":3,)", R"({"count":3,"later":1,)");
    unknown.clear();
    CHECK(wire::decode<Sample>(nested, {.unknown_members = &unknown}).value() == from_json<Sample>(complete).value());
    CHECK(unknown == std::vector<std::string>{"$.list[1].later"});
}

TEST_CASE("strictness refuses an unknown member") {
    CHECK(strictly(complete).value() == from_json<Sample>(complete).value());
    const auto unknown = strictly(with(complete, R"({"count":3,)", R"({"count":3,"later":1,)"));
    REQUIRE(!unknown);
    CHECK(unknown.error().json_path == "$.list[1].later");
}

TEST_CASE("of a repeated member the last counts, and nothing of the one before it") {
    const auto text = with(complete, R"("limit":null)", R"("list":[{"count":9}],"inner":null,"limit":null)");
    const auto value = from_json<Sample>(text).value();
    CHECK(value.inner == std::nullopt);
    CHECK(value.list.size() == 2);
    CHECK(from_json<Inner>(R"({"count":1,"count":2,"note":"a","note":null})").value() == Inner{.count = 2});
    const auto map = from_json<Sample>(with(complete, R"({"b":1.50,"a":2})", R"({"b":1,"a":2,"b":3})")).value().amounts;
    CHECK(map == Map<Decimal>{{"b", 3}, {"a", 2}});
    CHECK(map.size() == 2);
}

TEST_CASE("a missing required member is an error with its path") {
    for (const std::string_view member : {"id", "text", "flag", "count", "amount", "price", "at", "day", "colour",
                                          "limit", "list", "amounts", "anything"}) {
        CAPTURE(member);
        auto text = with(complete, std::string("\"").append(member).append("\":"), "\"gone\":");
        // what takes the others holds texts, so the renamed member must be one
        const auto value = text.find("\"gone\":") + 7;
        std::string_view openers = "{[";
        if (openers.find(text[value]) != openers.npos || text[value] != '"') continue;
        CHECK(complaint(text) == Complaint{"$." + std::string(member), "a required member is missing"});
    }
    CHECK(complaint<Inner>("{}") == Complaint{"$.count", "a required member is missing"});
    CHECK(complaint(with(complete, R"({"count":2})", "{}"))
          == Complaint{"$.list[0].count", "a required member is missing"});
}

TEST_CASE("a required nullable member may be null and may not be absent") {
    CHECK(from_json<Sample>(complete).value().limit == std::nullopt);
    CHECK(from_json<Sample>(with(complete, R"("limit":null)", R"("limit":25)")).value().limit == 25);
    CHECK(complaint(with(complete, R"("limit":null,)", "")) == Complaint{"$.limit", "a required member is missing"});
}

TEST_CASE("an optional member may be absent or null") {
    CHECK(from_json<Inner>(R"({"count":1})").value().note == std::nullopt);
    CHECK(from_json<Inner>(R"({"count":1,"note":null})").value().note == std::nullopt);
}

TEST_CASE("a mistyped value is an error with its path and what was found") {
    struct Row {
        std::string_view what, by;
        Complaint expected;
    };
    const Row rows[] = {
        {R"("s1")", "1", {"$.id", "expected string, found number"}},
        {R"("flag":true)", R"("flag":"yes")", {"$.flag", "expected boolean, found string"}},
        {R"("flag":true)", R"("flag":tru)", {"$.flag", "expected boolean, found a malformed one"}},
        {"22309", R"("22309")", {"$.count", "expected integer, found string"}},
        {"22309", "1.5", {"$.count", "expected integer of 64 bits, found \"1.5\""}},
        {"22309", "null", {"$.count", "expected integer, found null"}},
        {"29.00", "true", {"$.amount", "expected decimal number or string, found boolean"}},
        {R"("0.10")", R"("ten")", {"$.price", "expected decimal number or string, found \"ten\""}},
        {R"("0.10")", "null", {"$.price", "expected decimal number or string, found null"}},
        {"2024-08-01T", "2024-13-01T", {"$.at", "expected RFC 3339 date-time, found \"2024-13-01T13:50:48.988681Z\""}},
        {"2024-01-31", "2024-02-30", {"$.day", "expected RFC 3339 date, found \"2024-02-30\""}},
        {R"("BLUE")", "7", {"$.colour", "expected string, found number"}},
        {R"("note":"n")", R"("note":[])", {"$.inner.note", "expected string, found array"}},
        {R"([{"count":2})", R"([{"count":{}})", {"$.list[0].count", "expected integer, found object"}},
        {R"("b":1.50)", R"("b c":[])", {"$.amounts['b c']", "expected decimal number or string, found array"}},
        {R"("list":[)", R"("list":7,"was":[)", {"$.list", "expected array, found number"}},
        {R"({"x":[1, 2.0]})",
         R"({"x":[1, 2.0}])",
         {"$.anything.x", "not valid JSON: " + std::string(simdjson::error_message(simdjson::TAPE_ERROR))}},
        {R"("other":"o")", R"("other":1)", {"$.other", "expected string, found number"}},
    };
    for (const auto& [what, by, expected] : rows) CHECK(complaint(with(complete, what, by)) == expected);
}

TEST_CASE("a found value is shown whole or not at all") {
    const std::string longer(41, 'x');
    CHECK(complaint(with(complete, "2024-01-31", longer)).message
          == "expected RFC 3339 date, found a text of 41 bytes");
}

TEST_CASE("a count is read from any spelling of a whole number, and never rounded or wrapped") {
    struct Row {
        std::string_view text;
        std::optional<std::int64_t> expected;
    };
    static constexpr Row rows[] = {
        {"22309", 22309},
        {"22309.0", 22309},
        {"2.2309e4", 22309},
        {"1e2", 100},
        {"-1", -1},
        {"-0", 0},
        {"9007199254740993", 9007199254740993},
        {"9223372036854775807", 9223372036854775807},
        {"9223372036854775808", std::nullopt},
        {"18446744073709551616", std::nullopt},
        {"1e400", std::nullopt},
        {"1.5", std::nullopt},
        {"NaN", std::nullopt},
        {"007", std::nullopt},
        {"1.", std::nullopt},
        {"+1", std::nullopt},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto result = from_json<Inner>(std::string(R"({"count":)").append(row.text).append("}"));
        CHECK(result.has_value() == row.expected.has_value());
        if (result && row.expected) CHECK(result.value().count == *row.expected);
    }
}

TEST_CASE("a decimal keeps every digit, from a number and from a string") {
    const std::string forty(40, '7');
    for (const auto& text : {std::string("1234567.890123456789"), forty, std::string("0.10"), std::string("29.00"),
                             std::string("1e-7"), std::string("-0.5")}) {
        CHECK(from_json<Decimal>(text).value().str() == text);
        CHECK(from_json<Decimal>("\"" + text + "\"").value().str() == text);
    }
    CHECK(!from_json<Decimal>("007"));
    CHECK(from_json<Decimal>("\"007\"").value() == Decimal(7));
}

TEST_CASE("an unheard-of value of an enumeration is kept as text") {
    const auto value = from_json<Sample>(with(complete, "BLUE", "MAUVE")).value();
    CHECK(value.colour.known() == std::nullopt);
    CHECK(value.colour.unknown() == "MAUVE");
    CHECK(to_json(value).find(R"("colour":"MAUVE")") != std::string::npos);
}

TEST_CASE("a lone scalar is read from a scalar, and from nothing else") {
    CHECK(from_json<std::int64_t>(" 7 ").value() == 7);
    for (const std::string_view found : {"array", "object"}) {
        const auto* const json = found == "array" ? "[1]" : R"({"a":1})";
        const auto message = [&](std::string_view expected) {
            return std::string("expected ").append(expected).append(", found ").append(found);
        };
        CHECK(complaint<std::int64_t>(json) == Complaint{"$", message("integer")});
        CHECK(complaint<bool>(json) == Complaint{"$", message("boolean")});
        CHECK(complaint<std::string>(json) == Complaint{"$", message("string")});
        CHECK(complaint<Decimal>(json) == Complaint{"$", message("decimal number or string")});
    }
}

TEST_CASE("what is not the document is refused") {
    CHECK(complaint("[]") == Complaint{"$", "expected object, found array"});
    CHECK(complaint("null") == Complaint{"$", "expected object, found null"});
    CHECK(complaint("\"text\"") == Complaint{"$", "expected object, found string"});
    CHECK(complaint("") == Complaint{"$", "not valid JSON: the body is empty"});
    CHECK(complaint(" \n") == Complaint{"$", "not valid JSON: the body is empty"});
    for (const auto* tail : {"x", "{}", ",", "]", "}"}) CHECK(complaint(complete + tail).path == "$");
    CHECK(complaint("<html>").message.starts_with("not valid JSON"));
    for (std::size_t size = 1; size < complete.size(); ++size) CHECK(!from_json<Sample>(complete.substr(0, size)));
}

TEST_CASE("invalid UTF-8 and raw control characters are refused, an escaped NUL is kept") {
    CHECK(!from_json<Sample>(with(complete, "a\\\"b", "a\xFF")));
    CHECK(!from_json<Sample>(with(complete, "a\\\"b", "a\x01")));
    CHECK(from_json<Sample>(with(complete, "a\\\"b", "a\\u0000b")).value().text.size() == 5);
}

TEST_CASE("raw JSON is kept as it came and decodes as what it holds") {
    CHECK(RawJson::parse(" [1, 2 ] ").value().str() == "[1, 2 ]");
    CHECK(!RawJson::parse("[1, 2"));
    CHECK(!RawJson::parse("tru"));
    CHECK(!RawJson::parse(""));
    CHECK(RawJson::parse("\"text\"").value().as<std::string>().value() == "text");
    CHECK(RawJson::parse("1.50").value().as<Decimal>().value().str() == "1.50");
    CHECK(RawJson::parse("7").value().as<std::int64_t>().value() == 7);
    CHECK(RawJson::parse("true").value().as<bool>().value());
    CHECK(RawJson::parse("{\"count\":4}").value().as<Inner>().value().count == 4);
    CHECK(RawJson::parse("7").value().as<bool>().error().json_path == "$");
    CHECK(!from_json<std::int64_t>("1,2"));
    CHECK(!from_json<std::int64_t>("1]"));
}
