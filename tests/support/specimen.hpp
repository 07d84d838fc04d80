#pragma once

// Makes models from their field tables, for tests that hold for every model.
//
//     specimen::full<wiremock::Usage>(7)    // every member is set, to values that are hard to write and to read
//     specimen::bare<wiremock::Usage>()     // nothing is set that can be left out

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <usagekit/decimal.hpp>
#include <usagekit/json.hpp>
#include <usagekit/map.hpp>
#include <usagekit/open_enum.hpp>
#include <usagekit/required.hpp>
#include <usagekit/secret.hpp>
#include <usagekit/time.hpp>

#include "specimen_values.hpp"
#include "wire/field.hpp"
#include "wire/label.hpp"
#include "wire/named_text.hpp"

namespace specimen {

namespace wire = usagekit::wire;

/// Which value comes next, and whether what can be left out is.
class Source {
public:
    /// The factor has no divisor in common with the number of any kind of value, so that seeds that follow each other
    /// give one member all of them.
    Source(std::size_t seed, bool is_full) : next_(seed * 7919), is_full_(is_full) {}

    [[nodiscard]] std::size_t next() { return next_++; }
    [[nodiscard]] bool is_full() const { return is_full_; }
    /// How many items a container gets.
    [[nodiscard]] std::size_t count() { return is_full_ ? 2 + next() % 2 : 0; }

private:
    std::size_t next_;
    bool is_full_;
};

/// How one type is made. A model needs only a field table.
template <class T>
struct Make : wire::Spelled<T> {
    static T from(Source& source);
};

template <>
struct Make<bool> {
    static bool from(Source& source) { return source.next() % 2 == 0; }
};
template <>
struct Make<std::int64_t> {
    static std::int64_t from(Source& source) { return count(source.next()); }
};
template <>
struct Make<usagekit::Decimal> {
    static usagekit::Decimal from(Source& source) { return decimal(source.next()); }
};
template <>
struct Make<std::string> {
    static std::string from(Source& source) { return text(source.next()); }
};
template <usagekit::wire::NamedText T>
struct Make<T> {
    static T from(Source& source) { return T(text(source.next())); }
};
template <>
struct Make<usagekit::Timestamp> {
    static usagekit::Timestamp from(Source& source) { return timestamp(source.next()); }
};
template <>
struct Make<usagekit::Date> {
    static usagekit::Date from(Source& source) { return date(source.next()); }
};
template <>
struct Make<usagekit::RawJson> {
    static usagekit::RawJson from(Source& source) { return json(source.next()); }
};

/// Any other would not come back.
template <>
struct Make<usagekit::Secret> {
    static usagekit::Secret from(Source&) { return usagekit::Secret("***"); }
};

template <class Enum>
struct Make<usagekit::Open<Enum>> : wire::HasLabels<Enum> {
    static usagekit::Open<Enum> from(Source& source) {
        constexpr auto& rows = wire::labels<Enum>.rows;
        const auto index = source.next() % (rows.size() + 1);
        if (index < rows.size()) return rows[index].value;
        return usagekit::Open<Enum>::unheard_of("unheard of " + text(source.next()));
    }
};

template <class T>
struct Make<usagekit::Required<T>> {
    static usagekit::Required<T> from(Source& source) { return Make<T>::from(source); }
};

template <class First, class Second>
struct Make<std::variant<First, Second>> {
    static std::variant<First, Second> from(Source& source) {
        if (source.next() % 2 == 0) return Make<First>::from(source);
        return Make<Second>::from(source);
    }
};

template <class T>
struct Make<std::optional<T>> {
    static std::optional<T> from(Source& source) {
        if (!source.is_full()) return std::nullopt;
        return Make<T>::from(source);
    }
};

/// Where a value may be left out, `null` says that it is.
template <>
struct Make<std::optional<usagekit::RawJson>> {
    static std::optional<usagekit::RawJson> from(Source& source) {
        if (!source.is_full()) return std::nullopt;
        auto json = Make<usagekit::RawJson>::from(source);
        return json == usagekit::RawJson{} ? Make<usagekit::RawJson>::from(source) : json;
    }
};

template <class T>
struct Make<std::vector<T>> {
    static std::vector<T> from(Source& source) {
        std::vector<T> items;
        for (auto count = source.count(); count > 0; --count) items.push_back(Make<T>::from(source));
        return items;
    }
};

/// All names end with the suffix.
template <class T, class Name>
usagekit::Map<T, Name> make_map(Source& source, const std::string& suffix) {
    usagekit::Map<T, Name> map;
    for (const auto count = source.count(); map.size() < count;) {
        Name name(text(source.next()) + suffix);
        map.insert_or_assign(name, Make<T>::from(source));
    }
    return map;
}

template <class T, class Name>
struct Make<usagekit::Map<T, Name>> {
    static usagekit::Map<T, Name> from(Source& source) { return make_map<T, Name>(source, ""); }
};

/// Stands for the value of a member that must be given.
struct Blank {
    template <class T>
    operator T() const {
        Source source(0, false);
        return Make<T>::from(source);
    }
};

template <class Model, std::size_t... I>
Model blank(std::index_sequence<I...>) {
    return Model{((void)I, Blank{})...};
}

template <class Owner, class Value>
void fill(const wire::Field<Owner, Value>& field, Owner& model, Source& source) {
    field.of(model) = Make<Value>::from(source);
}

/// A name of a row never needs escaping, so none is met by one that does.
template <class Owner, class T, class Name>
void fill(const wire::Additional<Owner, usagekit::Map<T, Name>>& others, Owner& model, Source& source) {
    others.of(model) = make_map<T, Name>(source, "\"");
}

template <class T>
T Make<T>::from(Source& source) {
    auto model = blank<T>(std::make_index_sequence<wire::detail::fewest_initialisers<T>()>{});
    wire::each_row<T>([&](const auto& row) { fill(row, model, source); });
    return model;
}

/// With every member set, to values that depend on the seed. Containers hold two or three items.
template <wire::Described Model>
Model full(std::size_t seed) {
    Source source(seed, true);
    return Make<Model>::from(source);
}

/// With nothing set that can be left out, and with empty containers.
template <wire::Described Model>
Model bare() {
    Source source(0, false);
    return Make<Model>::from(source);
}

/// Where in a model the optional members and the containers are: those with something in them, and those without.
struct Tally {
    std::vector<std::string> set{};
    std::vector<std::string> unset{};

    template <class T>
    void add(const std::string& place, const T& value) {
        if constexpr (wire::Described<T>) {
            wire::each_row<T>([&](const auto& row) { add(place + "." + name_of(row), row.of(value)); });
        }
    }

    template <class T>
    void add(const std::string& place, const std::optional<T>& value) {
        (value ? set : unset).push_back(place);
        if (value) add(place, *value);
    }

    template <class T>
    void add(const std::string& place, const usagekit::Required<T>& value) {
        add(place, value.get());
    }

    template <class T>
    void add(const std::string& place, const std::vector<T>& items) {
        (items.empty() ? unset : set).push_back(place);
        for (const auto& item : items) add(place + "[]", item);
    }

    template <class T, class Name>
    void add(const std::string& place, const usagekit::Map<T, Name>& map) {
        (map.empty() ? unset : set).push_back(place);
        for (const auto& member : map) add(place + ".*", member.second);
    }

private:
    template <class Row>
    static std::string name_of(const Row& row) {
        if constexpr (wire::is_additional<Row>) {
            return "*";
        } else {
            return std::string(row.name);
        }
    }
};

template <wire::Described Model>
Tally tally(const Model& model) {
    Tally all;
    all.add("", model);
    return all;
}

}  // namespace specimen
