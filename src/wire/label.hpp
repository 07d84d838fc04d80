#pragma once

// The labels of an enumeration whose values are texts in JSON.
//
//     template <>
//     inline constexpr auto wire::labels<Colour> = Labels{label("RED", Colour::red), label("BLUE", Colour::blue)};

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <usagekit/open_enum.hpp>

namespace USAGEKIT_NAMESPACE::wire {

template <class Enum>
struct Label {
    std::string_view text;
    Enum value;
};

template <class Enum>
consteval Label<Enum> label(std::string_view text, Enum value) {
    static_assert(std::is_enum_v<Enum>, "a label names a value of an enumeration");
    return {text, value};
}

namespace detail {
inline void a_label_stands_twice_in_the_table() {}
inline void an_enumerator_stands_twice_in_the_table() {}
}  // namespace detail

template <class Enum, std::size_t Count>
struct Labels {
    std::array<Label<Enum>, Count> rows;

    template <class... More>
    consteval explicit Labels(Label<Enum> first, More... more) : rows{first, more...} {
        for (const auto& one : rows) {
            const auto same_text = [&](const auto& other) { return one.text == other.text; };
            const auto same_value = [&](const auto& other) { return one.value == other.value; };
            if (std::count_if(rows.begin(), rows.end(), same_text) != 1) detail::a_label_stands_twice_in_the_table();
            if (std::count_if(rows.begin(), rows.end(), same_value) != 1) {
                detail::an_enumerator_stands_twice_in_the_table();
            }
        }
    }

    [[nodiscard]] constexpr std::optional<Enum> value_of(std::string_view text) const {
        for (const auto& row : rows) {
            if (row.text == text) return row.value;
        }
        return std::nullopt;
    }

    [[nodiscard]] constexpr std::string_view text_of(Enum value) const {
        for (const auto& row : rows) {
            if (row.value == value) return row.text;
        }
        return {};
    }
};

template <class Enum, class... More>
Labels(Label<Enum>, More...) -> Labels<Enum, 1 + sizeof...(More)>;

struct Unlabelled {};

/// Specialise for an enumeration that a model holds as `Open<Enum>`.
template <class Enum>
inline constexpr Unlabelled labels{};

template <class Enum>
concept Labelled = !std::same_as<std::remove_cvref_t<decltype(labels<Enum>)>, Unlabelled>;

/// The value that the text is the label of, or the text itself.
template <Labelled Enum>
Open<Enum> open_value(std::string_view text) {
    const auto value = labels<Enum>.value_of(text);
    return value ? Open<Enum>(*value) : Open<Enum>::unheard_of(std::string(text));
}

/// Base of what is defined for an `Open<Enum>`.
template <class Enum>
struct HasLabels {
    static_assert(Labelled<Enum>, "an Open<Enum> needs wire::labels<Enum> = Labels{...}");
};

}  // namespace USAGEKIT_NAMESPACE::wire
