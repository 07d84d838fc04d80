#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// Writes a JSON text again with the members of every object in another order. The text must be valid.
template <class Arrange>
class MemberOrder {
public:
    /// `arrange` is given the members of each object as texts, and puts them in another order.
    MemberOrder(std::string_view json, Arrange arrange) : json_(json), arrange_(arrange) {}

    std::string rewritten() { return value(); }

private:
    std::string value() {
        skip_blanks();
        if (json_[at_] == '{') return container('}', [&](auto& members) { arrange_(members); });
        if (json_[at_] == '[') return container(']', [](auto&) {});
        const auto begin = at_;
        json_[at_] == '"' ? skip_text() : skip_token();
        return std::string(json_.substr(begin, at_ - begin));
    }

    template <class ArrangeItems>
    std::string container(char close, ArrangeItems arrange) {
        const char open = json_[at_];
        std::vector<std::string> items;
        for (++at_; skip_blanks(), json_[at_] != close;) {
            if (json_[at_] == ',') ++at_;
            items.push_back(close == '}' ? member() : value());
        }
        ++at_;
        arrange(items);
        std::string out{open};
        for (const auto& item : items) out.append(out.size() > 1 ? "," : "").append(item);
        return out += close;
    }

    std::string member() {
        auto out = value();
        skip_blanks();
        ++at_;  // the colon
        return out.append(":").append(value());
    }

    void skip_blanks() { at_ = std::min(json_.find_first_not_of(" \t\r\n", at_), json_.size()); }
    void skip_token() { at_ = std::min(json_.find_first_of(" \t\r\n,]}", at_), json_.size()); }
    void skip_text() {
        for (++at_; json_[at_] != '"'; ++at_) {
            if (json_[at_] == '\\') ++at_;
        }
        ++at_;
    }

    std::string_view json_;
    Arrange arrange_;
    std::size_t at_ = 0;
};

/// The same JSON with the members of every object the other way round.
inline std::string with_members_reversed(std::string_view json) {
    return MemberOrder(json, [](auto& members) { std::reverse(members.begin(), members.end()); }).rewritten();
}

/// The same JSON with the members of every object in an order that differs from object to object.
inline std::string with_members_shuffled(std::string_view json, unsigned seed) {
    std::mt19937 random(seed);
    return MemberOrder(json, [&](auto& members) { std::shuffle(members.begin(), members.end(), random); }).rewritten();
}
