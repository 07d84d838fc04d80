// Names and texts are taken from where they stand in the document, when they are plain and short.

#include <array>
#include <string>

#include <doctest/doctest.h>

#include "wire/model.hpp"
#include "wire/packed_name.hpp"
#include "wire/plain_text.hpp"

using namespace usagekit;

namespace {

struct LongNames {
    std::int64_t longest_packed = 0;
    std::int64_t longer = 0;
    std::int64_t other_end = 0;

    bool operator==(const LongNames&) const = default;
};

/// A document's text, with the room behind it that is read.
std::string padded(std::string text) { return text.append(64, '"'); }

}  // namespace

template <>
inline constexpr auto wire::fields<LongNames> = Table{
    field("a_name_of_thirty_one_characters", &LongNames::longest_packed),
    field("a_name_of_more_characters_than_are_packed_1", &LongNames::longer),
    field("a_name_of_more_characters_than_are_packed_2", &LongNames::other_end),
};

TEST_CASE("names of any length are told apart, in any order") {
    const std::string members[] = {R"("a_name_of_thirty_one_characters":1)",
                                   R"("a_name_of_more_characters_than_are_packed_1":2)",
                                   R"("a_name_of_more_characters_than_are_packed_2":3)"};
    const LongNames expected{1, 2, 3};
    wire::Workbench workbench;
    for (const auto& order : {std::array{0, 1, 2}, std::array{2, 1, 0}, std::array{1, 2, 0}, std::array{0, 1, 2}}) {
        std::string text = "{";
        for (const auto i : order) text.append(text.size() > 1 ? "," : "").append(members[i]);
        text += "}";
        CHECK(wire::decode<LongNames>(text, {.workbench = &workbench}).value() == expected);
    }
}

TEST_CASE("a packed name is that name and no other that begins or ends as it does") {
    static constexpr wire::PackedName name("seatLimit");
    CHECK(name.matches(padded("seatLimit\":1").data()));
    for (const auto* other :
         {"seatLimits\"", "seatLimi\"", "seatlimit\"", "\"seatLimit\"", "seat\\u004cimit\"", "\""}) {
        CAPTURE(other);
        CHECK(!name.matches(padded(other).data()));
    }
}

TEST_CASE("a text is plain when it is short and nothing in it is escaped") {
    for (std::size_t size = 0; size <= 40; ++size) {
        const std::string text(size, 'x');
        CHECK(wire::plain_text(padded(text + "\" \\").data()) == text);
        CHECK(wire::plain_text(padded(text + "\\n\"").data()).data() == nullptr);
        CHECK(wire::plain_text(padded(text + "\\\"\"").data()).data() == nullptr);
    }
    CHECK(wire::plain_text(padded("\xC3\xA9\xA2\xDC#]\"").data()) == "\xC3\xA9\xA2\xDC#]");
    CHECK(wire::plain_text(padded(std::string(200, 'x')).data()).data() == nullptr);
}
