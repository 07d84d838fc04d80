// WireMock's mapping files, and the requests that are matched by them.
#include "fuzz.hpp"
#include "testing/mapping.hpp"
#include "testing/mapping_set.hpp"

using namespace usagekit;

namespace {

std::optional<std::string> body_of(const std::string& name) {
    return name == "none" ? std::nullopt : std::optional<std::string>(name);
}

/// What is written is read as the same, also where what was read was several.
void check_round_trip(const std::string& text) {
    const auto placed = testing::read_mappings(text);
    if (!placed) return fuzz::check_refusal(placed.assume_error());
    for (const auto& one : placed.assume_value()) {
        const auto written = testing::write_mapping(one.mapping);
        const auto again = testing::read_mappings(written);
        fuzz::require(again.has_value() && again.assume_value().size() == 1, "what is written can be read");
        fuzz::require(testing::write_mapping(again.assume_value().front().mapping) == written,
                      "what is written is read as the same");
    }
}

void check_answer(testing::MappingSet& set, const http::Request& request) {
    const auto asked = testing::sought(request);
    if (const auto* const answer = set.answer(asked)) {
        static_cast<void>(answer->to(request));
        return;
    }
    const auto error = set.unmatched(asked, asked);
    fuzz::require(error.kind == ErrorKind::invalid_request && !error.is_transient, "no request is sent again");
    fuzz::require(!error.message.empty() && !error.advice.empty(), "a refusal says why, and what to do");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text(data, size);
    check_round_trip(text);
    testing::MappingSet set;
    if (const auto added = set.add("a.json", text, body_of); !added) {
        const auto& error = added.assume_error();
        fuzz::require(error.kind == ErrorKind::invalid_request, "a mapping is refused as invalid_request");
        fuzz::require(error.message.starts_with("a.json, $"), "a refusal says where");
        fuzz::require(!error.advice.empty(), "a refusal says what to do");
        return 0;
    }
    const http::Headers headers = {{"Accept", "application/json"}, {"Authorization", "Bearer a"}};
    check_answer(set, {.url = "http://h/api/a?b=c&d", .headers = headers});
    check_answer(set, {.method = "POST", .url = "http://h", .headers = headers, .body = R"({"a":[1,{"b":"c"}]})"});
    check_answer(set, {.method = "POST", .url = "http://h/" + text.substr(0, 100), .body = text});
    return 0;
}
