#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

#include <simdjson.h>

#include "wire/field.hpp"
#include "wire/packed_name.hpp"

namespace USAGEKIT_NAMESPACE::wire {

/// The names of a model's rows, and the search in them.
template <Described Model>
class RowNames {
public:
    static constexpr std::size_t count = TableOf<Model>::named;

    /// The row whose name begins at `raw`, as it stands in the document; `count` when that is of none, or escaped.
    /// Nearly always it is the `guess`, otherwise mostly one beside `last`, which counts from 1.
    static simdjson_inline std::size_t find(const char* raw, std::size_t guess, std::size_t last) {
        if (guess < count && packed[guess].matches(raw)) return guess;
        return search(raw, guess, last);
    }

    /// The row of a name that was unescaped.
    static std::size_t find(std::string_view name) {
        return static_cast<std::size_t>(std::find(plain.begin(), plain.end(), name) - plain.begin());
    }

private:
    template <class Name, std::size_t... I>
    static constexpr std::array<Name, count> list(std::index_sequence<I...>) {
        return {Name(std::get<I>(fields<Model>.rows).name)...};
    }
    static constexpr auto plain = list<std::string_view>(std::make_index_sequence<count>{});
    static constexpr auto packed = list<PackedName>(std::make_index_sequence<count>{});

    static std::size_t search(const char* raw, std::size_t guess, std::size_t last) {
        if (last < count && packed[last].matches(raw)) return last;       // the order of the table
        if (last >= 2 && packed[last - 2].matches(raw)) return last - 2;  // the reverse
        for (std::size_t i = guess + 1; i < count; ++i) {
            if (packed[i].matches(raw)) return i;
        }
        for (std::size_t i = 0; i < std::min(guess, count); ++i) {
            if (packed[i].matches(raw)) return i;
        }
        return count;
    }
};

}  // namespace USAGEKIT_NAMESPACE::wire
