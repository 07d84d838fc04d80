#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

/// Spoils JSON texts in a few places: a byte changed, erased or inserted, or a piece of the text repeated. The same
/// seed gives the same sequence.
class Mutation {
public:
    explicit Mutation(std::uint32_t seed) : random_(seed) {}

    /// The text with one to three edits.
    [[nodiscard]] std::string operator()(std::string text) {
        for (auto edits = 1 + below(3); edits > 0 && !text.empty(); --edits) edit(text);
        return text;
    }

    /// A number from 0 up to this one, which is not 0 itself.
    [[nodiscard]] std::size_t below(std::size_t end) { return random_() % end; }

    /// Any bytes, up to so many.
    [[nodiscard]] std::string bytes(std::size_t most) {
        std::string out(below(most + 1), '\0');
        for (auto& byte : out) byte = static_cast<char>(random_());
        return out;
    }

private:
    void edit(std::string& text) {
        const auto at = below(text.size());
        switch (below(4)) {
            case 0:
                text[at] = static_cast<char>(random_());
                return;
            case 1:
                text.erase(at, below(9));
                return;
            case 2:
                text.insert(at, 1, "{}[]\",:0nt\\.e-"[below(14)]);
                return;
            default:
                text.insert(at, std::string(text, at, below(40)));
        }
    }

    std::mt19937 random_;
};
