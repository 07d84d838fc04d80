// What holds for whatever ID a caller gives.
#include <doctest/doctest.h>

#include <usagekit/wiremock/client.hpp>

#include "journal.hpp"
#include "mutation.hpp"

using namespace usagekit;

namespace {

const std::string base = "http://127.0.0.1:1";

/// Bytes that mean something in a URL stand in every other ID.
std::string any_id(Mutation& random) {
    using namespace std::string_literals;
    static const std::vector<std::string> pieces = {"/",  "..", ".",    "%",           "%2F",  "%2e%2e", "\0"s,
                                                    "?",  "#",  "\r\n", " ",           "+",    "&",      ";",
                                                    "\\", "@",  ":",    "caf\xC3\xA9", "\xFF", "",       "a"};
    auto id = random.bytes(random.below(2) == 0 ? 4 : 64);
    for (auto count = random.below(4); count > 0; --count) {
        id.insert(random.below(id.size() + 1), pieces[random.below(pieces.size())]);
    }
    return random.below(8) == 0 ? pieces[random.below(pieces.size())] : id;
}

}  // namespace

TEST_CASE("whatever an ID is, it is one segment of the path that says the same, or refused before anything is sent") {
    const wiremock::Client client{ApiToken{"token"}, {.base_url = base}};
    Mutation random(1);
    int refused = 0;
    for (int i = 0; i < 5'000; ++i) {
        const auto id = any_id(random);
        CAPTURE(id);
        const auto request = client.usage(wiremock::SubscriptionId{id}).request();
        const bool means_another = id.empty() || id == "." || id == "..";
        REQUIRE(request.has_value() != means_another);
        if (request) {
            REQUIRE(request.value().url.starts_with(base));
            const std::vector<std::string> expected = {"v1", "subscriptions", id, "usage"};
            REQUIRE(segments_of(request.value().url.substr(base.size())) == expected);
        } else {
            ++refused;
            REQUIRE(request.error().kind == ErrorKind::invalid_request);
        }
    }
    CHECK(refused > 20);
}
