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

namespace usagekit {

/// The members of a JSON object whose names are data: pairs in one vector, in the order in which they came.
///
/// Names are unique. Look-up is linear, which is fastest for the few members that such objects have; iterate where
/// there are many. `Name` is a text, or a type of its own around one.
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
        auto found = position(name);
        if (found == members_.end()) {
            members_.emplace_back(Name(name), std::move(value));
        } else {
            found->second = std::move(value);
        }
    }

    /// The value of `name`, or null.
    [[nodiscard]] const Value* find(name_view name) const {
        auto found = std::find_if(begin(), end(), [&](const value_type& member) { return member.first == name; });
        return found == end() ? nullptr : &found->second;
    }
    /// The value of `name`, or null; it may be changed.
    [[nodiscard]] Value* find(name_view name) {
        auto found = position(name);
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

    /// The same names with the same values, in any order (RFC 8259 section 4: members are unordered).
    friend bool operator==(const Map& left, const Map& right) {
        if (left.members_ == right.members_) return true;
        if (left.size() != right.size()) return false;
        const auto same = [&](std::size_t a, std::size_t b) { return left.members_[a] == right.members_[b]; };
        const auto ours = left.by_name();
        const auto theirs = right.by_name();
        return std::equal(ours.begin(), ours.end(), theirs.begin(), same);
    }

private:
    auto position(name_view name) {
        return std::find_if(members_.begin(), members_.end(), [&](const auto& member) { return member.first == name; });
    }

    /// The indices of the members, by name, and by place where names are equal.
    [[nodiscard]] std::vector<std::size_t> by_name() const {
        std::vector<std::size_t> order(size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return members_[a].first < members_[b].first; });
        return order;
    }

    [[nodiscard]] bool names_are_unique() const {
        constexpr std::size_t few =
            16;  // below that, comparing all pairs is cheaper than sorting, and allocates nothing
        if (size() > few) {
            const auto order = by_name();
            return std::adjacent_find(
                       order.begin(), order.end(),
                       [&](std::size_t a, std::size_t b) { return members_[a].first == members_[b].first; })
                   == order.end();
        }
        for (auto member = begin(); member != end(); ++member) {
            const auto same = [&](const value_type& earlier) { return earlier.first == member->first; };
            if (std::any_of(begin(), member, same)) return false;
        }
        return true;
    }

    void keep_last_of_each_name() {
        if (names_are_unique()) return;
        const auto order = by_name();
        std::vector<bool> repeated(size());
        for (std::size_t i = 1, first = order[0]; i < order.size(); ++i) {
            if (members_[order[i]].first != members_[first].first) {
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

}  // namespace usagekit
