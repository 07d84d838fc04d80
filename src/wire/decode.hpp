#pragma once

// One forward pass over a document with simdjson On-Demand, driven by the field tables.

#include <algorithm>
#include <array>
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
#include "wire/reader.hpp"

namespace usagekit::wire {

/// How one type is read. A model needs only a field table; specialise this for a new kind of scalar.
template <class T>
struct Decode : Spelled<T> {};

/// Inlined so that the value stays in registers: out of line it is copied through memory, which costs half again.
template <class T>
simdjson_inline bool decode(ondemand::value& in, T& out, Reader& reader) {
    return Decode<T>::read(in, out, reader);
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

template <class T>
struct Decode<std::vector<T>> {
    static bool read(ondemand::value& in, std::vector<T>& out, Reader& reader) {
        ondemand::array items;
        if (!reader.open(in, items)) return false;
        for (auto item : items) {
            ondemand::value element;
            if (auto error = std::move(item).get(element)) return reader.malformed(error);
            auto& target = out.emplace_back();
            if (!reader.below(out.size() - 1, [&] { return decode(element, target, reader); })) return false;
        }
        return true;
    }
};

/// Calls `visit(name, value)` for every member of an object until it returns false.
template <class Visit>
bool each_member(ondemand::value& in, Reader& reader, Visit visit) {
    ondemand::object object;
    if (!reader.open(in, object)) return false;
    for (auto member : object) {
        std::string_view name;
        ondemand::value value;
        if (auto error = member.unescaped_key().get(name)) return reader.malformed(error);
        if (auto error = member.value().get(value)) return reader.malformed(error);
        if (!visit(name, value)) return false;
    }
    return true;
}

/// Reads a member whose name is data.
template <class Pair>
bool read_pair(std::string_view name, ondemand::value& value, std::vector<Pair>& pairs, Reader& reader) {
    using Name = typename Pair::first_type;
    auto& pair = pairs.emplace_back();
    pair.first = Name(std::string(name));
    return reader.below(name, [&] { return decode(value, pair.second, reader); });
}

template <class T, class Name>
struct Decode<Map<T, Name>> {
    static bool read(ondemand::value& in, Map<T, Name>& out, Reader& reader) {
        std::vector<typename Map<T, Name>::value_type> pairs;
        const bool fits = each_member(in, reader, [&](std::string_view name, ondemand::value& value) {
            return read_pair(name, value, pairs, reader);
        });
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

/// Reads one object into one model: each name is looked for in the field table, first in the row behind the last one
/// found, since documents mostly keep the documented order.
template <Described Model>
class ModelReader {
public:
    ModelReader(Model& out, Reader& reader) : out_(out), reader_(reader) {}

    bool read(ondemand::value& in) {
        const auto visit = [this](std::string_view name, ondemand::value& value) { return member(name, value); };
        return each_member(in, reader_, visit) && all_present(rows) && keep_others();
    }

private:
    using Table = TableOf<Model>;
    static constexpr auto rows = std::make_index_sequence<Table::named>{};
    static constexpr bool takes_others = Table::named < Table::size;

    template <std::size_t I>
    static constexpr const auto& row() {
        return std::get<I>(fields<Model>.rows);
    }

    template <std::size_t... I>
    static constexpr std::array<std::string_view, Table::named> list_names(std::index_sequence<I...>) {
        return {row<I>().name...};
    }
    static constexpr auto names = list_names(rows);

    simdjson_inline bool member(std::string_view name, ondemand::value& value) {
        const auto index = find(name);
        if (index == Table::named) return other(name, value);
        expected_ = index + 1;
        return known(index, value, rows);
    }

    [[nodiscard]] std::size_t find(std::string_view name) const {
        if (expected_ < names.size() && names[expected_] == name) return expected_;
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
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
        if ((seen_ & bit) != 0) target = {};  // of a repeated member the last counts, and nothing of those before it
        seen_ |= bit;
        return reader_.below(row<I>().name, [&] { return decode(value, target, reader_); });
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
    std::uint64_t seen_ = 0;  // a bit per row
    std::size_t expected_ = 0;
    typename OthersOf<Table>::Pairs others_{};
};

template <Described Model>
struct Decode<Model> : Spelled<Model> {
    static bool read(ondemand::value& in, Model& out, Reader& reader) { return ModelReader(out, reader).read(in); }
};

}  // namespace usagekit::wire
