#include "http/gzip.hpp"

#include <doctest/doctest.h>

#include "gzipped.hpp"

using namespace usagekit::http;
using Outcome = GzipDecoder::Outcome;

namespace {

struct Decoded {
    Outcome outcome = Outcome::good;
    bool is_whole = false;
    std::string text{};
    std::string reason{};

    bool operator==(const Decoded&) const = default;
};

/// Fed in pieces of this size.
Decoded decoded(std::string_view bytes, std::size_t piece = 1'000'000, std::size_t limit = 1'000'000) {
    GzipDecoder decoder;
    decoder.restart();
    BoundedText text;
    text.start(limit, 0);
    Decoded result;
    while (!bytes.empty() && result.outcome == Outcome::good) {
        result.outcome = decoder.decode(bytes.substr(0, piece), text);
        bytes.remove_prefix(std::min(piece, bytes.size()));
    }
    if (result.outcome == Outcome::damaged) result.reason = decoder.reason();
    result.is_whole = decoder.is_whole();
    result.text = text.take();
    return result;
}

std::string mixed_text(std::size_t size) {
    std::string text;
    std::uint32_t state = 7;
    while (text.size() < size) {
        state = state * 1664525U + 1013904223U;
        text += static_cast<char>(state >> (state % 2 == 0 ? 24U : 30U));
    }
    return text;
}

}  // namespace

TEST_CASE("gzip is decoded in pieces of any size") {
    for (const std::size_t size : {0U, 1U, 100U, 32U * 1024 - 1, 32U * 1024, 64U * 1024, 300'000U}) {
        const auto text = mixed_text(size);
        const auto packed = gzipped(text);
        for (const std::size_t piece : {1U, 7U, 4096U, 1'000'000U}) {
            CAPTURE(size);
            CAPTURE(piece);
            CHECK(decoded(packed, piece) == Decoded{.is_whole = true, .text = text});
        }
    }
}

TEST_CASE("gzip that is cut short anywhere is not whole") {
    const auto text = mixed_text(500);
    const auto packed = gzipped(text);
    for (std::size_t size = 0; size < packed.size(); ++size) {
        CAPTURE(size);
        const auto result = decoded(packed.substr(0, size));
        CHECK(result.outcome == Outcome::good);
        CHECK(!result.is_whole);
    }
}

TEST_CASE("any changed byte of a checksum, a length or the magic number is noticed") {
    const auto packed = gzipped("some text that is not too short");
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}, std::size_t{2}, packed.size() - 8, packed.size() - 5,
                                 packed.size() - 4, packed.size() - 1}) {
        CAPTURE(at);
        auto changed = packed;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        CHECK(decoded(changed).outcome == Outcome::damaged);
        CHECK(decoded(changed, 1).outcome == Outcome::damaged);
        CHECK(!decoded(changed).reason.empty());
    }
}

TEST_CASE("a member may follow another, and nothing else") {
    const auto two = gzipped("one ") + gzipped("two");
    for (const std::size_t piece : {1U, 3U, 1'000'000U}) {
        CHECK(decoded(two, piece) == Decoded{.is_whole = true, .text = "one two"});
        CHECK(decoded(two + "x", piece).outcome != Outcome::damaged);  // it might have begun with an x
        CHECK(!decoded(two + '\x1f', piece).is_whole);
        CHECK(decoded(two + "xyz", piece).outcome == Outcome::damaged);
        CHECK(decoded(two + std::string(8, '\0'), piece).outcome == Outcome::damaged);
        CHECK(!decoded(two + gzipped("three").substr(0, 12), piece).is_whole);
    }
}

TEST_CASE("only as much is decoded as there is room for") {
    const auto bomb = gzip_bomb();
    CHECK(bomb.size() < 1'000'000);
    const auto result = decoded(bomb, 16'384, 100'000);
    CHECK(result.outcome == Outcome::full);
    CHECK(result.text == std::string(100'000, ' '));
    CHECK(result.text.capacity() < 101'000);
}

TEST_CASE("a decoder may be used again, whatever came before") {
    GzipDecoder decoder;
    for (const auto& before : {std::string("garbage"), gzipped("x"), gzipped("x").substr(0, 9), std::string()}) {
        BoundedText text;
        text.start(100, 0);
        decoder.restart();
        if (!before.empty())
            CHECK(decoder.decode(before, text) == (before == "garbage" ? Outcome::damaged : Outcome::good));
        decoder.restart();
        text.clear();
        CHECK(!decoder.is_whole());
        CHECK(decoder.decode(gzipped("next"), text) == Outcome::good);
        CHECK(decoder.is_whole());
        CHECK(text.take() == "next");
    }
}
