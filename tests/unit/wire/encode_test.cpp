#include <sstream>

#include <doctest/doctest.h>

#include "sample.hpp"
#include "wire/codec.hpp"

using namespace usagekit;
using namespace std::chrono;
using sample::Colour;
using sample::Inner;
using sample::Query;
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
