#include "http/bounded_text.hpp"

#include <doctest/doctest.h>

using usagekit::http::BoundedText;

TEST_CASE("a bounded text takes what fits and says when something does not") {
    BoundedText text;
    text.start(5, 0);
    CHECK(text.append("123"));
    CHECK(text.append("45"));
    CHECK(text.append(""));
    CHECK(!text.append("6"));
    CHECK(text.take() == "12345");
    text.start(4, 0);
    CHECK(!text.append("12345"));
    CHECK(text.take() == "1234");
}

TEST_CASE("a bounded text takes no more memory than its limit, and 8 MiB for what is only announced") {
    BoundedText text;
    text.start(100'000'000, 100'000'000);
    CHECK(text.append("x"));
    CHECK(text.take().capacity() < 8'400'000);
    text.start(10'000'000, 0);
    while (text.append(std::string(9'999, 'x'))) {
    }
    const auto whole = text.take();
    CHECK(whole == std::string(10'000'000, 'x'));
    CHECK(whole.capacity() < 10'001'000);
}

TEST_CASE("a bounded text leaves room behind it, so that a parser need not copy it") {
    for (const std::size_t size : {1U, 100U, 5'000U, 2'000'000U}) {
        BoundedText text;
        text.start(std::size_t{64} << 20, size);
        for (std::size_t i = 0; i < size; i += 1'000)
            CHECK(text.append(std::string(std::min<std::size_t>(1'000, size - i), 'x')));
        const auto whole = text.take();
        CHECK(whole.size() == size);
        CHECK(whole.capacity() >= size + 64);
    }
}

TEST_CASE("a bounded text takes what is announced at once, and hardly more") {
    for (const std::size_t size : {100U, 5'000'000U}) {
        BoundedText text;
        text.start(std::size_t{8} << 20, size);
        CHECK(text.append("x"));
        CHECK(text.append(std::string(size - 1, 'x')));
        CHECK(text.take().capacity() <= size + 64);
    }
}

TEST_CASE("a limit that means none is taken") {
    BoundedText text;
    text.start(static_cast<std::size_t>(-1), 0);
    CHECK(text.append("text"));
    CHECK(text.take() == "text");
}
