#include <sstream>

#include <doctest/doctest.h>

#include "sample.hpp"
#include "wire/codec.hpp"

using namespace usagekit;
using namespace std::chrono;
using sample::Colour;
using sample::Inner;
using sample::Query;
using sample::Request;
using sample::Sample;

namespace {

Sample filled() {
    return {.id = sample::SampleId{"s1"},
            .text = "quote \" backslash \\ newline \n unit \x1f caf\xC3\xA9",
            .flag = true,
            .count = -7,
            .amount = Decimal::parse("29.00").value(),
            .price = Decimal::parse("0.10").value(),
            .at = sys_days{2024y / August / 1} + 1us,
            .day = 2024y / February / 29,
            .colour = Colour::blue,
            .inner = Inner{.count = 1, .note = "n"},
            .limit = 25,
            .list = {{.count = 2}, {.count = 3, .note = "m"}},
            .amounts = {{"b", Decimal(1)}, {"a", Decimal::parse("2.50").value()}},
            .anything = RawJson::parse("[null, {}]").value(),
            .key = Secret("***"),  // what every secret is written as
            .others = {{"other", "o"}}};
}

}  // namespace

TEST_CASE("what is encoded decodes to the same, with every member set and with none") {
    CHECK(from_json<Sample>(to_json(filled())).value() == filled());
    CHECK(from_json<Sample>(to_json(Sample{.day = 2024y / March / 1})).value() == Sample{.day = 2024y / March / 1});
}

TEST_CASE("JSON is compact, in table order, and escaped") {
    CHECK(to_json(filled())
          == R"({"id":"s1","text":"quote \" backslash \\ newline \u000a unit \u001f café","flag":true,"count":-7,)"
             R"("amount":29.00,"price":"0.10","at":"2024-08-01T00:00:00.000001Z","day":"2024-02-29","colour":"BLUE",)"
             R"("inner":{"count":1,"note":"n"},"limit":25,"list":[{"count":2},{"count":3,"note":"m"}],)"
             R"("amounts":{"b":1,"a":2.50},"anything":[null, {}],"key":"***","other":"o"})");
}

TEST_CASE("an absent member is left out, unless it is required: then it is null") {
    const auto json = to_json(Sample{.day = 2024y / March / 1});
    CHECK(json.find("\"inner\"") == std::string::npos);
    CHECK(json.find("\"limit\":null") != std::string::npos);
    CHECK(json.find("\"list\":[]") != std::string::npos);
    CHECK(json.find("\"amounts\":{}") != std::string::npos);
}

TEST_CASE("a secret is never written") {
    auto value = filled();
    value.key = Secret("live");
    std::ostringstream printed;
    printed << value;
    CHECK(printed.str() == to_json(value));
    CHECK(printed.str().find("live") == std::string::npos);
}

TEST_CASE("a decimal with leading zeros is written as a JSON number without them") {
    struct Row {
        const char* text;
        const char* json;
    };
    static constexpr Row rows[] = {{"007.50", "7.50"}, {"-00.5", "-0.5"}, {"0", "0"},     {"000", "0"},
                                   {"0.10", "0.10"},   {"1e-7", "1e-7"},  {"0e3", "0e3"}, {"00.00", "0.00"}};
    for (const auto& [text, json] : rows) CHECK(to_json(Decimal::parse(text).value()) == json);
    Decimal from = 12;
    const Decimal to = std::move(from);
    CHECK(to_json(to) == "12");
    CHECK(!to_json(from).empty());  // NOLINT(bugprone-use-after-move)
}

TEST_CASE("a query has a pair for each member that is set, percent-encoded") {
    CHECK(wire::to_query(Query{}).empty());
    CHECK(wire::to_query(Query{.id = sample::SampleId{"a/b c"},
                               .start_date = 2024y / January / 31,
                               .tags = {"x&y=z", "+%", "\xC3\xA9"},
                               .colour = Open(Colour::red),
                               .deep = true})
          == "id=a%2Fb%20c&start_date=2024-01-31&tag=x%26y%3Dz&tag=%2B%25&tag=%C3%A9&colour=RED&deep=true");
}

TEST_CASE("an empty text is left out of a query") {
    CHECK(wire::to_query(Query{.id = sample::SampleId{""}, .deep = false}) == "deep=false");
}

TEST_CASE("a comma-separated list is one parameter, and a comma inside of an element is not taken for one between") {
    CHECK(wire::to_query(Query{.list = {"a", "b,c", "d e"}}) == "list=a,b%2Cc,d%20e");
    CHECK(wire::to_query(Query{.list = {"a"}}) == "list=a");
}

TEST_CASE("a query may have a day or a moment, and has nothing that is in the path") {
    CHECK(wire::to_query(Query{.until = 2024y / January / 31, .owner = "me"}) == "until=2024-01-31");
    CHECK(wire::to_query(Query{.until = sys_days{2024y / January / 31} + 1h}) == "until=2024-01-31T01%3A00%3A00Z");
}

TEST_CASE("a body has all members of a request but those in the path, and JSON has all") {
    const Request request{.id = sample::SampleId{"s1"},
                          .day = 2024y / January / 31,
                          .until = Timestamp{sys_days{2024y / February / 1}},
                          .tags = {"a", "b"},
                          .inner = Inner{.count = 1}};
    const std::string content =
        R"("day":"2024-01-31","until":"2024-02-01T00:00:00Z","tags":["a","b"],"inner":{"count":1}})";
    CHECK(wire::to_body(request) == "{" + content);
    CHECK(to_json(request) == R"({"id":"s1",)" + content);
    CHECK(wire::to_body(Request{.id = sample::SampleId{"s1"}, .day = 2024y / January / 31})
          == R"({"day":"2024-01-31","tags":[]})");
}

TEST_CASE("a day or a moment is read back as what it was") {
    for (const DateOrTimestamp& time :
         {DateOrTimestamp{2024y / February / 29}, DateOrTimestamp{sys_days{2024y / February / 29} + 1us}}) {
        CHECK(from_json<DateOrTimestamp>(to_json(time)).value() == time);
    }
    const auto wrong = from_json<DateOrTimestamp>("\"2024-02-30\"");
    REQUIRE(!wrong);
    CHECK(wrong.error().message == "expected RFC 3339 date or date-time, found \"2024-02-30\"");
}

TEST_CASE("the names of a map may have a type of their own") {
    const sample::Named named{
        .inners = {{sample::SampleId{"a b"}, {.count = 1}}, {sample::SampleId{"c"}, {.count = 2}}},
        .others = {{sample::SampleId{"d"}, true}}};
    CHECK(to_json(named) == R"({"inners":{"a b":{"count":1},"c":{"count":2}},"d":true})");
    CHECK(from_json<sample::Named>(to_json(named)).value() == named);
    const auto wrong = from_json<sample::Named>(R"({"inners":{"a b":{"count":true}}})");
    REQUIRE(!wrong);
    CHECK(wrong.error().json_path == "$.inners['a b'].count");
}
