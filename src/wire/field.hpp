#pragma once

// The field table: the one place where the members of a model meet their names in JSON or in a query.
//
//     template <>
//     inline constexpr auto wire::fields<Window> = Table{
//         field("limit", &Window::limit),
//         required(field("resetsAt", &Window::resets_at)),    // a std::optional that must be there, and may be null
//         as_text(field("cost", &Window::cost)),              // a Decimal that is spelled as a JSON string
//         additional(&Window::others),                        // every member that no other row names
//     };
//
// Rows of requests can also be in_path(...) and comma_separated(...).

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <usagekit/decimal.hpp>
#include <usagekit/map.hpp>

namespace USAGEKIT_NAMESPACE::wire {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_map = false;
template <class T, class Name>
inline constexpr bool is_map<Map<T, Name>> = true;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

/// A Decimal, or a container of Decimals.
template <class T>
inline constexpr bool holds_decimals = std::same_as<T, Decimal>;
template <class T>
inline constexpr bool holds_decimals<std::optional<T>> = holds_decimals<T>;
template <class T>
inline constexpr bool holds_decimals<std::vector<T>> = holds_decimals<T>;
template <class T, class Name>
inline constexpr bool holds_decimals<Map<T, Name>> = holds_decimals<T>;

/// Whether a document without the member is refused.
enum class Presence : std::uint8_t { required, optional };

/// How a value is written where a contract has a choice: a number as a JSON number or as a string that holds one; a
/// list in a query as one parameter.
enum class Spelling : std::uint8_t { number, text, comma_separated };

/// Where a member of a request goes: into the path of its URL, or with all others into the query or the body.
enum class Place : std::uint8_t { content, path };

/// One row: the name of one data member.
template <class Model, class T>
struct Field {
    using Owner = Model;
    using Value = T;

    std::string_view name;
    Value Owner::*member;
    Presence presence;
    Spelling spelling = Spelling::number;
    Place place = Place::content;

    constexpr Value& of(Owner& model) const { return model.*member; }
    constexpr const Value& of(const Owner& model) const { return model.*member; }
};

/// The row of a member that holds what no other row names (OpenAPI: `additionalProperties`).
template <class Model, class T>
struct Additional {
    using Owner = Model;
    using Value = T;

    Value Owner::*member;

    constexpr Value& of(Owner& model) const { return model.*member; }
    constexpr const Value& of(const Owner& model) const { return model.*member; }
};

template <class Row>
inline constexpr bool is_additional = false;
template <class Owner, class Value>
inline constexpr bool is_additional<Additional<Owner, Value>> = true;

/// A member that must be there, or, when it is a `std::optional`, may be absent or null.
template <class Owner, class Value>
consteval Field<Owner, Value> field(std::string_view name, Value Owner::*member) {
    return {name, member, is_optional<Value> ? Presence::optional : Presence::required};
}

/// A `std::optional` member that must be there and may be null.
template <class Owner, class Value>
consteval Field<Owner, Value> required(Field<Owner, Value> row) {
    static_assert(is_optional<Value>,
                  "only a std::optional member needs required(): every other one is required anyway");
    row.presence = Presence::required;
    return row;
}

/// A `Decimal` member, or a container of such, that is written as a string. Both spellings are read.
template <class Owner, class Value>
consteval Field<Owner, Value> as_text(Field<Owner, Value> row) {
    static_assert(holds_decimals<Value>, "as_text() is for members of type Decimal");
    row.spelling = Spelling::text;
    return row;
}

/// A `std::vector` that is one query parameter: `a,b,c`. Without this the parameter is repeated.
template <class Owner, class Value>
consteval Field<Owner, Value> comma_separated(Field<Owner, Value> row) {
    static_assert(is_vector<Value>, "comma_separated() is for members of type std::vector");
    row.spelling = Spelling::comma_separated;
    return row;
}

/// A member of a request that is part of the path, and so of neither query nor body (OpenAPI: `in: path`).
template <class Owner, class Value>
consteval Field<Owner, Value> in_path(Field<Owner, Value> row) {
    row.place = Place::path;
    return row;
}

template <class Owner, class Value>
consteval Additional<Owner, Value> additional(Value Owner::*member) {
    static_assert(is_map<Value>, "additional() needs a member of type usagekit::Map");
    return {member};
}

struct Undescribed {};

/// Specialise for a model: a `Table{...}` with one row per data member.
template <class T>
inline constexpr Undescribed fields{};

template <class T>
concept Described = !std::same_as<std::remove_cvref_t<decltype(fields<T>)>, Undescribed>;

namespace detail {

/// As many as the bits of a presence mask.
inline constexpr std::size_t most_members = 64;

struct Anything {
    template <class T>
    operator T() const;  // never defined
};

template <std::size_t>
using AnythingAt = Anything;

template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
    return requires { T{AnythingAt<I>{}...}; };
}

/// The fewest initialisers that the aggregate T takes: as far as its last member that must be given.
template <class T, std::size_t N = 0>
constexpr std::size_t fewest_initialisers() {
    if constexpr (N > most_members || takes<T>(std::make_index_sequence<N>{})) {
        return N;
    } else {
        return fewest_initialisers<T, N + 1>();
    }
}

/// The most initialisers that it takes, which is how many data members it has.
template <class T, std::size_t N = fewest_initialisers<T>()>
constexpr std::size_t member_count() {
    if constexpr (takes<T>(std::make_index_sequence<N + 1>{})) {
        return member_count<T, N + 1>();
    } else {
        return N;
    }
}

/// Names are compared and written without unescaping and escaping, so they must not need it.
constexpr bool is_plain(std::string_view name) {
    for (char c : name) {
        if (c < ' ' || c > '~' || c == '"' || c == '\\') return false;
    }
    return !name.empty();
}

template <class Row>
constexpr bool row_is_plain(const Row& row) {
    if constexpr (is_additional<Row>) {
        return true;
    } else {
        return is_plain(row.name);
    }
}

template <class A, class B>
constexpr bool same_member(const A& a, const B& b) {
    if constexpr (std::same_as<typename A::Value, typename B::Value>) {
        return a.member == b.member;
    } else {
        return false;
    }
}

template <class A, class B>
constexpr bool same_name(const A& a, const B& b) {
    if constexpr (is_additional<A> || is_additional<B>) {
        return false;
    } else {
        return a.name == b.name;
    }
}

/// What the compiler prints when a table is wrong: calling a function that is not constexpr ends constant evaluation.
inline void the_name_of_a_field_is_empty_or_needs_escaping() {}
inline void a_name_stands_twice_in_the_table() {}
inline void a_member_stands_twice_in_the_table() {}

}  // namespace detail

/// All rows of one model. It does not compile when it leaves a member out, names one twice, or repeats a name.
template <class Model, class... Rows>
struct RowsOf {
    using Owner = Model;
    static constexpr std::size_t size = sizeof...(Rows);
    /// The rows that have a name; `additional()` stands behind them.
    static constexpr std::size_t named = ((is_additional<Rows> ? 0 : 1) + ... + 0);

    std::tuple<Rows...> rows;

    consteval explicit RowsOf(Rows... row) : rows{row...} {
        static_assert((std::same_as<typename Rows::Owner, Owner> && ...), "all rows must be of the same model");
        static_assert(size == detail::member_count<Owner>(), "the table must list every data member of the model");
        static_assert(size - named <= 1, "a model can have one additional() row");
        static_assert(size == named || is_additional<std::tuple_element_t<size - 1, std::tuple<Rows...>>>,
                      "additional() must be the last row");
        static_assert(named <= detail::most_members, "more than 64 members: split the model");
        if (!(detail::row_is_plain(row) && ...)) detail::the_name_of_a_field_is_empty_or_needs_escaping();
        const auto names = [&](const auto& one) { return (static_cast<int>(detail::same_name(one, row)) + ...); };
        const auto members = [&](const auto& one) { return (static_cast<int>(detail::same_member(one, row)) + ...); };
        // every row meets itself once
        if ((names(row) + ...) != static_cast<int>(named)) detail::a_name_stands_twice_in_the_table();
        if ((members(row) + ...) != static_cast<int>(size)) detail::a_member_stands_twice_in_the_table();
    }
};

template <class First, class... Rest>
struct Table : RowsOf<typename First::Owner, First, Rest...> {
    consteval explicit Table(First first, Rest... rest)
        : RowsOf<typename First::Owner, First, Rest...>(first, rest...) {}
};

/// The type of the model's table.
template <Described Model>
using TableOf = std::remove_cvref_t<decltype(fields<Model>)>;

/// Base of what is defined for every type that can be spelled in JSON, and of nothing else.
template <class T>
struct Spelled {
    static_assert(Described<T>,
                  "this type cannot be spelled: a model needs wire::fields<Model>, a count is std::int64_t, an amount "
                  "is Decimal");
};
template <Described Model>
struct Spelled<Model> {
    static_assert(std::same_as<typename TableOf<Model>::Owner, Model>,
                  "the table of this model lists the members of another one");
};

/// Calls `visit(row)` with every row of the model's table, in order.
template <Described Model, class Visit>
constexpr void each_row(Visit&& visit) {
    std::apply([&](const auto&... row) { (visit(row), ...); }, fields<Model>.rows);
}

}  // namespace USAGEKIT_NAMESPACE::wire
