#pragma once

// One forward pass over a document with simdjson On-Demand, driven by the field tables.

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <simdjson.h>

#include <usagekit/map.hpp>

#include "wire/field.hpp"
#include "wire/plain_text.hpp"
#include "wire/reader.hpp"
#include "wire/row_names.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// How one type is read. A model needs only a field table; specialise this for a new kind of scalar.
template <class T>
struct Decode : Spelled<T> {};

/// Inlined so that the value stays in registers: out of line it is copied through memory, which costs half again.
template <class T>
simdjson_inline bool decode(ondemand::value& in, T& out, Reader& reader) {
    return Decode<T>::read(in, out, reader);
}

/// Reads the member or item that `place`, its name or index, leads to.
template <class Place, class T>
simdjson_inline bool decode_below(Place place, ondemand::value& in, T& out, Reader& reader) {
    const auto before = reader.noted();
    const bool fits = decode(in, out, reader);
    return reader.end_of(place, fits, before);
}

// Containers

template <class T>
struct Decode<std::optional<T>> {
    static_assert(!is_optional<T>, "an optional of an optional cannot be told apart in JSON");
    static bool read(ondemand::value& in, std::optional<T>& out, Reader& reader) {
        bool is_null = false;
        if (auto error = in.is_null().get(is_null)) return reader.malformed(error);
        if (is_null) return out.reset(), true;
        return decode(in, out.emplace(), reader);
    }
};

/// Gives a container room for as many as those of its type had, if the document can hold so many.
template <class T>
void reserve(std::vector<T>& out, const Habit& habit, const Reader& reader) {
    constexpr std::size_t shortest = 2;  // an item and its comma
    out.reserve(std::min(habit.crowd.expected(), reader.document.size() / shortest));
}

/// Remembers how many there were. Where there was room for far more, it goes.
template <class T>
void remember(std::vector<T>& out, Habit& habit) {
    if (out.size() >= out.capacity() / 4) return habit.crowd.saw(out.size());
    habit.crowd.saw_few(out.size());
    out.shrink_to_fit();
}

template <class T>
struct Decode<std::vector<T>> {
    static bool read(ondemand::value& in, std::vector<T>& out, Reader& reader) {
        ondemand::array items;
        if (!reader.open(in, items)) return false;
        auto& habit = reader.habit<std::vector<T>>();
        for (auto item : items) {
            if (auto error = item.error()) return reader.malformed(error);
            auto& element = item.value_unsafe();
            if (out.empty()) reserve(out, habit, reader);
            auto& target = out.emplace_back();
            if (!decode_below(out.size() - 1, element, target, reader)) return false;
        }
        remember(out, habit);
        return true;
    }
};

/// Calls `visit(name, value)` for every member of an object until it returns false.
template <class Visit>
bool each_member(ondemand::value& in, Reader& reader, Visit visit) {
    ondemand::object object;
    if (!reader.open(in, object)) return false;
    for (auto item : object) {
        if (auto error = item.error()) return reader.malformed(error);
        auto& member = item.value_unsafe();
        auto name = plain_text(member.key().raw());
        if (name.data() == nullptr) {
            if (auto error = member.unescaped_key().get(name)) return reader.malformed(error);
        }
        if (!visit(name, member.value())) return false;
    }
    return true;
}

/// Reads a member whose name is data.
template <class Pair>
bool read_pair(std::string_view name, ondemand::value& value, std::vector<Pair>& pairs, Reader& reader) {
    using Name = typename Pair::first_type;
    using Text = std::conditional_t<std::same_as<Name, std::string>, std::string_view, std::string>;
    auto& pair = pairs.emplace_back(std::piecewise_construct, std::tuple(Text(name)), std::tuple());
    return decode_below(name, value, pair.second, reader);
}

template <class T, class Name>
struct Decode<Map<T, Name>> {
    static bool read(ondemand::value& in, Map<T, Name>& out, Reader& reader) {
        std::vector<typename Map<T, Name>::value_type> pairs;
        auto& habit = reader.habit<Map<T, Name>>();
        const bool fits = each_member(in, reader, [&](std::string_view name, ondemand::value& value) {
            if (pairs.empty()) reserve(pairs, habit, reader);
            return read_pair(name, value, pairs, reader);
        });
        remember(pairs, habit);
        out = Map<T, Name>::from_pairs(std::move(pairs));
        return fits;
    }
};

// Models

/// The members of one object that an `additional()` row takes, before they become a Map.
template <class Table>
struct OthersOf {
    struct Pairs {};
};
template <class Table>
    requires(Table::named < Table::size)
struct OthersOf<Table> {
    using Row = std::tuple_element_t<Table::named, decltype(Table::rows)>;
    using Pairs = std::vector<typename Row::Value::value_type>;
};

/// Reads one object into one model: each name is looked for in the field table, first in the row that followed the
/// last one found when such an object was read before.
template <Described Model>
class ModelReader {
public:
    ModelReader(Model& out, Reader& reader) : out_(out), reader_(reader) {}

    bool read(ondemand::value& in) {
        ondemand::object object;
        if (!reader_.open(in, object)) return false;
        for (auto item : object) {
            if (auto error = item.error()) return reader_.malformed(error);
            auto& member = item.value_unsafe();  // where it is: a copy of it goes through memory, in half of all time
            auto index = find(member.key().raw());
            std::string_view name;
            if (index == Table::named) [[unlikely]] {
                if (auto error = member.unescaped_key().get(name)) return reader_.malformed(error);
                index = Names::find(name);
            }
            const bool fits = index < Table::named ? known(index, member.value(), rows) : other(name, member.value());
            if (!fits) return false;
        }
        return all_present(rows) && keep_others();
    }

private:
    using Table = TableOf<Model>;
    using Names = RowNames<Model>;
    static constexpr auto rows = std::make_index_sequence<Table::named>{};
    static constexpr bool takes_others = Table::named < Table::size;

    template <std::size_t I>
    static constexpr const auto& row() {
        return std::get<I>(fields<Model>.rows);
    }

    simdjson_inline std::size_t find(const char* raw) {
        auto& guess = next_[last_];
        const auto index = Names::find(raw, guess, last_);
        if (index == Table::named) return index;
        guess = static_cast<std::uint8_t>(index);
        last_ = index + 1;
        return index;
    }

    template <std::size_t... I>
    simdjson_inline bool known(std::size_t index, ondemand::value& value, std::index_sequence<I...>) {
        bool fits = false;
        (void)((I == index && (fits = read_row<I>(value), true)) || ...);
        return fits;
    }

    template <std::size_t I>
    simdjson_inline bool read_row(ondemand::value& value) {
        constexpr auto bit = std::uint64_t{1} << I;
        auto& target = row<I>().of(out_);
        // of a repeated member the last counts, and nothing of those before it
        if ((seen_ & bit) != 0) [[unlikely]]
            target = {};
        seen_ |= bit;
        return decode_below(row<I>().name, value, target, reader_);
    }

    bool other(std::string_view name, ondemand::value& value) {
        if constexpr (takes_others) {
            return read_pair(name, value, others_, reader_);
        } else {
            return reader_.unknown(name, value);
        }
    }

    template <std::size_t... I>
    bool all_present(std::index_sequence<I...>) {
        const auto present = [this](std::size_t index, const auto& field) {
            const bool here = (seen_ >> index & 1) != 0 || field.presence == Presence::optional;
            return here || reader_.failure.missing(field.name);
        };
        return (present(I, row<I>()) && ...);
    }

    bool keep_others() {
        if constexpr (takes_others) {
            auto& target = row<Table::named>().of(out_);
            target = std::remove_reference_t<decltype(target)>::from_pairs(std::move(others_));
        }
        return true;
    }

    Model& out_;
    Reader& reader_;
    decltype(Habit::next)& next_ = reader_.habit<Model>().next;
    std::uint64_t seen_ = 0;  // a bit per row
    std::size_t last_ = 0;    // the row of the last member, counted from 1
    typename OthersOf<Table>::Pairs others_{};
};

template <Described Model>
struct Decode<Model> : Spelled<Model> {
    static bool read(ondemand::value& in, Model& out, Reader& reader) { return ModelReader(out, reader).read(in); }
};

}  // namespace USAGEKIT_NAMESPACE::wire
