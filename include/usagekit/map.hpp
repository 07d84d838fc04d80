#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <numeric>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <usagekit/abi.hpp>

namespace USAGEKIT_NAMESPACE {

/// The members of a JSON object whose names are data: pairs in one vector, in the order in which they came.
///
/// Names are unique, to the letter. Look-up is linear, which is fastest for the few members that such objects have;
/// iterate where there are many. `Name` is a text, or a type of its own around one.
template <class Value, class Name = std::string>
class Map {
public:
    /// A name and its value.
    using value_type = std::pair<Name, Value>;
    /// Members are changed through `find`, so that names stay unique.
    using const_iterator = typename std::vector<value_type>::const_iterator;

    /// How a name is passed.
    using name_view = std::conditional_t<std::same_as<Name, std::string>, std::string_view, const Name&>;

    Map() = default;
    /// Of members with the same name the last counts.
    Map(std::initializer_list<value_type> members) {
        for (const auto& [name, value] : members) insert_or_assign(name, value);
    }

    /// Takes the pairs as they are; of those that share a name the last one stays, in the place of the first.
    [[nodiscard]] static Map from_pairs(std::vector<value_type> pairs) {
        Map map;
        map.members_ = std::move(pairs);
        map.keep_last_of_each_name();
        return map;
    }

    /// Sets the value of `name`, which goes to the end when it is new.
    void insert_or_assign(name_view name, Value value) {
        const auto found = exact_position(members_, name);
        if (found == members_.end()) {
            members_.emplace_back(Name(name), std::move(value));
        } else {
            found->second = std::move(value);
        }
    }

    /// The value of `name`, or null. Of several names that are equal to it, the one that is so to the letter.
    [[nodiscard]] const Value* find(name_view name) const {
        const auto found = position(members_, name);
        return found == members_.end() ? nullptr : &found->second;
    }
    /// The value of `name`, or null; it may be changed.
    [[nodiscard]] Value* find(name_view name) {
        const auto found = position(members_, name);
        return found == members_.end() ? nullptr : &found->second;
    }
    /// Is there a member of that name?
    [[nodiscard]] bool contains(name_view name) const { return find(name) != nullptr; }

    /// The first member.
    [[nodiscard]] const_iterator begin() const noexcept { return members_.begin(); }
    /// Behind the last member.
    [[nodiscard]] const_iterator end() const noexcept { return members_.end(); }
    /// How many members there are.
    [[nodiscard]] std::size_t size() const noexcept { return members_.size(); }
    /// Are there no members?
    [[nodiscard]] bool empty() const noexcept { return members_.empty(); }

    /// The same names, to the letter, with the same values, in any order (RFC 8259 section 4: members are unordered).
    friend bool operator==(const Map& left, const Map& right) {
        const auto equal = [](const value_type& a, const value_type& b) {
            return text(a.first) == text(b.first) && a.second == b.second;
        };
        if (left.size() != right.size()) return false;
        if (std::equal(left.begin(), left.end(), right.begin(), equal)) return true;
        const auto ours = left.by_text();
        const auto theirs = right.by_text();
        return std::equal(ours.begin(), ours.end(), theirs.begin(),
                          [&](std::size_t a, std::size_t b) { return equal(left.members_[a], right.members_[b]); });
    }

private:
    static std::string_view text(std::string_view name) { return name; }
    template <class Named>
        requires requires(const Named& name) { name.str(); }
    static std::string_view text(const Named& name) { return name.str(); }

    template <class Members>
    static auto exact_position(Members& members, name_view name) {
        return std::find_if(members.begin(), members.end(),
                            [&](const value_type& member) { return text(member.first) == text(name); });
    }

    template <class Members>
    static auto position(Members& members, name_view name) {
        const auto found = exact_position(members, name);
        if constexpr (std::same_as<Name, std::string>) {
            return found;
        } else {
            const auto equal = [&](const value_type& member) { return member.first == name; };
            return found != members.end() ? found : std::find_if(members.begin(), members.end(), equal);
        }
    }

    /// The indices of the members, by name, and by place where names are the same.
    [[nodiscard]] std::vector<std::size_t> by_text() const {
        std::vector<std::size_t> order(size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return text(members_[a].first) < text(members_[b].first);
        });
        return order;
    }

    [[nodiscard]] bool have_same_text(std::size_t a, std::size_t b) const {
        return text(members_[a].first) == text(members_[b].first);
    }

    [[nodiscard]] bool names_are_unique() const {
        constexpr std::size_t few =
            16;  // below that, comparing all pairs is cheaper than sorting, and allocates nothing
        if (size() > few) {
            const auto order = by_text();
            return std::adjacent_find(order.begin(), order.end(),
                                      [&](std::size_t a, std::size_t b) { return have_same_text(a, b); })
                   == order.end();
        }
        for (std::size_t i = 0; i < size(); ++i) {
            for (std::size_t earlier = 0; earlier < i; ++earlier) {
                if (have_same_text(earlier, i)) return false;
            }
        }
        return true;
    }

    void keep_last_of_each_name() {
        if (names_are_unique()) return;
        const auto order = by_text();
        std::vector<bool> repeated(size());
        for (std::size_t i = 1, first = order[0]; i < order.size(); ++i) {
            if (!have_same_text(order[i], first)) {
                first = order[i];
                continue;
            }
            members_[first].second = std::move(members_[order[i]].second);
            repeated[order[i]] = true;
        }
        std::vector<value_type> kept;
        for (std::size_t i = 0; i < repeated.size(); ++i) {
            if (!repeated[i]) kept.push_back(std::move(members_[i]));
        }
        members_ = std::move(kept);
    }

    std::vector<value_type> members_{};
};

}  // namespace USAGEKIT_NAMESPACE
